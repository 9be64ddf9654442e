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

    /// `12 open items came in up to 1.2 of 3 Feb 2026, 5 bugs among them; beside them 2 debts and 1 note; 4 items came in since.`
    var sentence: String {
        let all = inherited.lines.reduce(into: InheritedItems.Line("")) { Self.add($1, to: &$0) }
        let improvements = [(all.debts, "debt"), (all.notes, "note")].filter { $0.0 > 0 }.map { ReleaseWords.count($0.0, $0.1) }
            .joined(separator: " and ")
        let until = "came in up to \(inherited.lastName) of \(DayText.day(inherited.lastDay))"
        let (what, beside): (String, String)
        switch (all.items, improvements) {
        case (0, ""): (what, beside) = ("Nothing that is known to be open \(until)", "")
        case (0, let improvements): (what, beside) = ("\(improvements) \(until)", "")
        case (let items, let improvements):
            what = "\(ReleaseWords.count(items, "open item")) \(until), \(ReleaseWords.count(all.bugs, "bug")) among them"
            beside = improvements.isEmpty ? "" : "; beside them \(improvements)"
        }
        return what + beside + rest + "."
    }

    /// What is in no line.
    private var rest: String {
        guard inherited.hasItems else { return "; no work item was read, so open ones are not known" }
        let (since, undated) = (inherited.since.items, inherited.undatedCount)
        return (since > 0 ? "; \(ReleaseWords.count(since, "item")) came in since" : "")
            + (undated > 0 ? "; \(ValueText.grouped(undated)) without a date are in no line" : "")
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
