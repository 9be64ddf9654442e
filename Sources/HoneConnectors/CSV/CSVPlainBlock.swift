internal import HoneFacts

/// Plain rows side by side, column by column: what of a row has to wait for memory does not hold up the next one.
struct CSVPlainBlock {
    static let mostRows = 256
    /// The fields that are texts, in the order of `codes`.
    static let texts: [CSVField] = [.key, .status, .kind, .title, .stream, .reason]

    private(set) var count = 0
    /// Field after field; 0 where it is not mapped or empty.
    private(set) var codes = [Int32](repeating: 0, count: texts.count * mostRows)
    private(set) var changedAt = [Int64](repeating: Instant.missing, count: mostRows)
    private(set) var requestedAt = [Int64](repeating: Instant.missing, count: mostRows)
    /// The texts beside the key that are mapped, by their place in `texts`.
    private let fields: [Int]
    /// The codes of the texts of a cut by what they are in the cut, in the order of `fields`.
    private var known: [[Int32]] = []

    /// - Parameter columns: that are mapped.
    init(_ columns: CSVColumns) {
        fields = Self.mapped(columns).dropFirst().map(\.field)
    }

    /// The texts that are mapped, by their place in `texts`, and their columns. The key is the first of them.
    static func mapped(_ columns: CSVColumns) -> [(field: Int, column: Int)] {
        texts.map(columns.rawPosition).enumerated().filter { $0.element >= 0 }.map { ($0.offset, $0.element) }
    }

    @inline(__always)
    func code(_ field: Int, _ row: Int) -> Int32 { codes[field * Self.mostRows + row] }

    @inline(__always)
    func description(_ row: Int) -> CSVDescription {
        CSVDescription(
            kind: .init(type: code(2, row), labels: 0, stream: code(4, row), reason: code(5, row)), title: code(3, row),
            requestedAt: requestedAt[row])
    }

    /// A row as one of its own.
    func step(_ row: Int, line: Int) -> CSVTransitions.Step {
        CSVTransitions.Step(
            key: code(0, row), status: code(1, row), changedAt: changedAt[row], described: description(row),
            line: Int32(truncatingIfNeeded: line))
    }

    /// Gives the texts of a cut codes, but for its keys. Complexity: O(bytes of the different texts).
    mutating func learn(_ cut: CSVCut, _ texts: inout CSVTexts) {
        known = zip(fields, cut.texts).map { field, found in
            [Int32](unsafeUninitializedCapacity: found.ranges.count / 2 + 1) { codes, count in
                count = codes.count
                codes.initialize(repeating: 0)
                found.ranges.withUnsafeBufferPointer { ranges in
                    cut.bytes.withUnsafeBufferPointer { bytes in
                        texts[plain: field].codes(ranges, of: bytes, into: UnsafeMutableBufferPointer(rebasing: codes[1...]))
                    }
                }
            }
        }
    }

    /// Takes the place of the rows before: records of the cut. Complexity: O(bytes of their keys + texts).
    mutating func take(_ rows: Range<Int>, of cut: CSVCut, _ texts: inout CSVTexts) {
        count = rows.count
        changedAt.replaceSubrange(..<count, with: cut.changedAt[rows])
        if !cut.requestedAt.isEmpty { requestedAt.replaceSubrange(..<count, with: cut.requestedAt[rows]) }
        codes.withUnsafeMutableBufferPointer { codes in
            cut.keys.withUnsafeBufferPointer { keys in
                cut.bytes.withUnsafeBufferPointer { bytes in
                    texts.keys.codes(
                        UnsafeBufferPointer(rebasing: keys[rows.lowerBound * 2..<rows.upperBound * 2]), of: bytes,
                        into: UnsafeMutableBufferPointer(rebasing: codes[..<rows.count]))
                }
            }
            for (text, field) in fields.enumerated() {
                var place = field * Self.mostRows
                known[text].withUnsafeBufferPointer { known in
                    for code in cut.texts[text].codes[rows] {
                        codes[place] = known[Int(code)]
                        place += 1
                    }
                }
            }
        }
    }
}
