/// Which rows of a file are used, by the texts in some of its columns.
struct CSVFilter: Hashable, Sendable {
    /// Column name and texts: a row is left out if one of these columns has one of its texts.
    var skip: [String: [String]] = [:]
    /// Column name and texts: a row is used if each of these columns has one of its texts.
    var only: [String: [String]] = [:]

    var isEmpty: Bool { skip.isEmpty && only.isEmpty }

    /// Everything that decides which rows are used.
    var fingerprint: [String] {
        func parts(_ word: String, _ rules: [String: [String]]) -> [String] {
            rules.sorted { $0.key < $1.key }.map { "\(word) \($0.key)=" + $0.value.joined(separator: "\u{1e}") }
        }
        return parts("skip", skip) + parts("only", only)
    }
}

/// A filter with its columns found in a header.
struct CSVRowFilter: Sendable {
    struct Rule: Sendable {
        let column: Int
        /// ASCII letters in lower case; an empty one stands for a cell that is not known.
        let texts: [[UInt8]]
    }

    var skip: [Rule] = []
    var only: [Rule] = []

    var lastColumn: Int { max(skip.map(\.column).max() ?? -1, only.map(\.column).max() ?? -1) }
    var isEmpty: Bool { skip.isEmpty && only.isEmpty }

    func leavesOut(_ row: CSVRow) -> Bool {
        skip.contains { Self.matches($0, row) } || !only.allSatisfy { Self.matches($0, row) }
    }

    static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return CSVRow.isUnknown(bytes, 0, bytes.count) ? [] : bytes.map(lower)
    }

    private static func matches(_ rule: Rule, _ row: CSVRow) -> Bool {
        guard let cell = row.cell(rule.column) else { return rule.texts.contains([]) }
        let base = row.records.base(cell)
        return rule.texts.contains { text in
            guard text.count == cell.end - cell.start else { return false }
            for offset in text.indices where lower(base[cell.start + offset]) != text[offset] { return false }
            return true
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}
