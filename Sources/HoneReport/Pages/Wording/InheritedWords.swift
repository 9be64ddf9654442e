import HoneFacts
import HoneLoop

/// What is open and older than the last release, in a sentence and a small table.
struct InheritedWords {
    let inherited: InheritedItems

    init(_ inherited: InheritedItems) { self.inherited = inherited }

    static let title = "Inherited: what was open before"
    static let note =
        "Each stands with the release that its tracker says has it, else with the first on or after the day it was reported or requested: since when we carry it, and no claim about what brought it."
    /// Older releases are one line.
    private static let shownLines = 10

    /// `12 open items came in up to 1.2 of 3 Feb 2026: 5 bugs; 2 debts and 1 note beside them; 4 items came in since`.
    var sentence: String {
        let all = inherited.lines.reduce(into: InheritedItems.Line("")) { Self.add($1, to: &$0) }
        guard all.items + all.debts + all.notes > 0 else {
            return "Nothing that is open came in up to \(inherited.lastName) of \(DayText.day(inherited.lastDay))\(since)."
        }
        let bugs = all.items > 0 ? ", \(ReleaseWords.count(all.bugs, "bug")) among them" : ""
        let improvements = [(all.debts, "debt"), (all.notes, "note")].filter { $0.0 > 0 }.map { ReleaseWords.count($0.0, $0.1) }
        let beside = improvements.isEmpty ? "" : "; beside them \(improvements.joined(separator: " and "))"
        let undated = inherited.undatedCount > 0 ? "; \(ValueText.grouped(inherited.undatedCount)) without a date are in no line" : ""
        return
            "\(ReleaseWords.count(all.items, "open item")) came in up to \(inherited.lastName) of \(DayText.day(inherited.lastDay))\(bugs)\(beside)\(since)\(undated)."
    }

    private var since: String {
        inherited.since.items > 0 ? "; \(ValueText.grouped(inherited.since.items)) came in since" : ""
    }

    /// Nil where nothing is inherited. Columns without any are left out.
    var table: (headers: [String], rows: [[String]])? {
        guard !inherited.lines.isEmpty else { return nil }
        let rest = inherited.lines.dropFirst(Self.shownLines)
        var lines = Array(inherited.lines.prefix(Self.shownLines))
        if !rest.isEmpty {
            lines.append(rest.reduce(into: InheritedItems.Line("\(rest.count) earlier")) { Self.add($1, to: &$0) })
        }
        let columns: [(String, KeyPath<InheritedItems.Line, Int>)] = [
            ("open items", \.items), ("bugs", \.bugs), ("debts", \.debts), ("notes", \.notes),
        ]
        let shown = columns.filter { column in lines.contains { $0[keyPath: column.1] > 0 } }
        return (
            ["came in with"] + shown.map(\.0), lines.map { line in [line.label] + shown.map { ValueText.grouped(line[keyPath: $0.1]) } }
        )
    }

    private static func add(_ line: InheritedItems.Line, to sum: inout InheritedItems.Line) {
        sum.items += line.items
        sum.bugs += line.bugs
        sum.debts += line.debts
        sum.notes += line.notes
    }
}
