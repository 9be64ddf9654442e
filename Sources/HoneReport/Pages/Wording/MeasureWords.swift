import HoneFacts
import HoneLoop

/// A goal's own number in words.
enum MeasureWords {
    /// `active users: 1,100 users on 10 Mar 2026 (n 2), target >= 1000 users: reached`.
    static func measured(_ line: Scorecard.MeasureLine) -> String {
        guard let value = line.value, let day = line.measuredOn else {
            return "\(line.name): no number yet\(target(line))"
        }
        return "\(line.name): \(told(value, line)) on \(DayText.day(day)) (n \(ValueText.grouped(line.n)) in the window)\(target(line))"
    }

    private static func target(_ line: Scorecard.MeasureLine) -> String {
        guard let target = line.target else { return "" }
        return ", target \(target)" + (line.state.map { ": \($0.rawValue)" } ?? "")
    }

    /// With all of its digits where the rounded one would look like the target that it misses.
    private static func told(_ value: Double, _ line: Scorecard.MeasureLine) -> String {
        let looksReached = line.state == .notReached && line.target.map { $0.description.contains(ValueText.short(value)) } == true
        return looksReached ? "\(value)" + (line.unit.isEmpty ? "" : " \(line.unit)") : text(value, line)
    }

    /// What it was before, and what else a reader should know; empty where there is nothing.
    static func rest(_ line: Scorecard.MeasureLine) -> [String] {
        let before = line.before.flatMap { value in
            line.beforeOn.map { "before the window \(text(value, line)) on \(DayText.day($0))" }
        }
        return [before, line.remark.isEmpty ? nil : line.remark].compactMap(\.self)
    }

    /// The command that brings the number, where there is none yet.
    static func next(_ line: Scorecard.MeasureLine) -> String { line.value == nil ? "hone import csv FILE --fact measurement" : "" }

    /// The number with its unit; a sign of per cent stands as in other numbers.
    static func text(_ value: Double, _ line: Scorecard.MeasureLine) -> String {
        ValueText.short(value) + (line.unit.isEmpty ? "" : " \(line.unit)")
    }
}
