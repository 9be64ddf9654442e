import Foundation

/// A small event log of our own, for counting instructions: made in whole numbers only, so it is the same everywhere.
package enum EventLog {
    private static let header = "item,type,team,status,at"
    private static let stages = ["idea", "ready", "in_progress", "review", "test", "done"]
    private static let types = ["story", "story", "bug", "task", "improvement"]
    /// 2023-01-02, a Monday.
    private static let begin = 1_672_617_600

    /// Rows as the large logs have them: item, type, team, status, at; ordered by time. Ends with a line end.
    package static func csv(items: Int, seed: UInt64) -> String {
        var numbers = SeededNumbers(seed: seed)
        var events: [(at: Int, item: Int, step: Int, row: String)] = []
        for item in 1...max(1, items) {
            let name = "W" + String(repeating: "0", count: max(0, 8 - String(item).count)) + String(item)
            let type = types[numbers.below(types.count)]
            let team = "team-" + String(10 + numbers.below(20))
            var at = begin + numbers.below(700) * 86_400 + 30_000 + numbers.below(30_000)
            let isDropped = numbers.below(100) < 6
            let last = isDropped ? 1 : stages.count - numbers.below(20) / 19 * 2
            for step in 0..<last {
                events.append((at, item, step, "\(name),\(type),\(team),\(stages[step]),\(text(at))"))
                at += 3_600 + numbers.below(4) * numbers.below(400_000)
            }
            if isDropped { events.append((at, item, last, "\(name),\(type),\(team),dropped,\(text(at))")) }
        }
        events.sort { ($0.at, $0.item, $0.step) < ($1.at, $1.item, $1.step) }
        return header + "\n" + events.map { $0.row + "\n" }.joined()
    }

    /// ISO 8601 in UTC (days to civil date after Hinnant, chrono-compatible low-level date algorithms).
    static func text(_ seconds: Int) -> String {
        let days = seconds / 86_400 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let rest = seconds % 86_400
        return String(format: "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, rest / 3_600, rest / 60 % 60, rest % 60)
    }
}
