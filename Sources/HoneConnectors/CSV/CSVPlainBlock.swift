internal import HoneFacts

/// Plain rows side by side, column by column: what of a row has to wait for memory does not hold up the next one.
struct CSVPlainBlock {
    static let mostRows = 256
    /// The fields that are texts, in the order of `ranges` and `codes`.
    static let texts: [CSVField] = [.key, .status, .kind, .title, .stream, .reason]

    var count = 0
    /// Where each text starts and ends in the window, two numbers a row; field after field.
    var ranges = [Int](repeating: 0, count: texts.count * mostRows * 2)
    /// Field after field; 0 where it is not mapped or empty.
    var codes = [Int32](repeating: 0, count: texts.count * mostRows)
    var changedAt = [Int64](repeating: Instant.missing, count: mostRows)
    var requestedAt = [Int64](repeating: Instant.missing, count: mostRows)
    /// Where the row behind each one begins.
    var ends = [Int](repeating: 0, count: mostRows)

    /// A block without room, in the place of one that is being filled.
    static var none: CSVPlainBlock { CSVPlainBlock(ranges: [], codes: [], changedAt: [], requestedAt: [], ends: []) }

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

    /// What is known of rows before their texts have codes: `ranges`, `changedAt`, `requestedAt`, `ends`.
    @inline(__always)
    mutating func withUnsafeMutableRows(
        _ body: (
            UnsafeMutableBufferPointer<Int>, UnsafeMutableBufferPointer<Int64>, UnsafeMutableBufferPointer<Int64>,
            UnsafeMutableBufferPointer<Int>
        ) -> Void
    ) {
        ranges.withUnsafeMutableBufferPointer { ranges in
            changedAt.withUnsafeMutableBufferPointer { changedAt in
                requestedAt.withUnsafeMutableBufferPointer { requestedAt in
                    ends.withUnsafeMutableBufferPointer { body(ranges, changedAt, requestedAt, $0) }
                }
            }
        }
    }

    /// Gives the texts of a field codes.
    mutating func look(up field: Int, in interner: inout CSVInterner, of bytes: UnsafeBufferPointer<UInt8>) {
        let (first, count) = (field * Self.mostRows, count)
        ranges.withUnsafeBufferPointer { ranges in
            codes.withUnsafeMutableBufferPointer { codes in
                interner.codes(
                    UnsafeBufferPointer(rebasing: ranges[first * 2..<(first + count) * 2]), of: bytes,
                    into: UnsafeMutableBufferPointer(rebasing: codes[first..<first + count]))
            }
        }
    }
}
