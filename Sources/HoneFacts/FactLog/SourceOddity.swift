/// One kind of thing that a reading of a source could not use, or used with a doubt: the first of them, and how many there were.
///
/// It is kept with the source's cursor, because what was said once while reading is forgotten, and the rows are still missing. No value
/// of the file is in it.
package struct SourceOddity: Hashable, Sendable {
    package let first: Diagnostic
    /// 1 or more.
    package let count: Int

    /// Code of a number with a sign that may stand between thousands or before decimals.
    package static let doubtfulNumber = "doubtful-number"

    package init(first: Diagnostic, count: Int) {
        var first = first
        first.message = first.kept
        self.first = first
        self.count = count
    }

    /// `orders.csv:12, column Done: A value is not a date. Mend the row, or set date_format. There are 14 of this kind.`
    package var sentence: String { count == 1 ? first.description : "\(first) There are \(count) of this kind." }

    /// What makes two of one kind: how bad it is, the code, the file and the field.
    private struct Kind: Hashable {
        let severity: Diagnostic.Severity
        let code: String
        let file: String
        let field: String?

        init(_ diagnostic: Diagnostic) {
            (severity, code, file, field) = (diagnostic.severity, diagnostic.code, diagnostic.file, diagnostic.field)
        }
    }

    /// Each kind once, the worst first, else in the order in which they were met. Complexity: O(diagnostics).
    package static func counted(_ diagnostics: [Diagnostic]) -> [SourceOddity] {
        var counts: [Kind: Int] = [:]
        for diagnostic in diagnostics { counts[Kind(diagnostic), default: 0] += 1 }
        var firsts: [Diagnostic] = []
        var seen: Set<Kind> = []
        for diagnostic in diagnostics where seen.insert(Kind(diagnostic)).inserted { firsts.append(diagnostic) }
        return worstFirst(firsts.map { SourceOddity(first: $0, count: counts[Kind($0)] ?? 1) })
    }

    /// After a reading of only what was new: a kind that it met again is as it says, the others stay as they were.
    package static func joined(_ known: [SourceOddity], _ new: [SourceOddity]) -> [SourceOddity] {
        let met = Set(new.map { Kind($0.first) })
        return worstFirst(new + known.filter { !met.contains(Kind($0.first)) })
    }

    private static func worstFirst(_ all: [SourceOddity]) -> [SourceOddity] {
        all.enumerated().sorted { ($1.element.first.severity, $0.offset) < ($0.element.first.severity, $1.offset) }.map(\.element)
    }
}
