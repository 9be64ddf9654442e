/// The same rows as careless programs write them, made byte by byte, so that a file of any size needs no memory.
/// The input has no quotes of its own.
package struct RowVariant: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Every field in quotes.
        case quoted
        /// Of every 33 rows one lacks its last field, one has a field too many, one ends with a comma.
        case ragged
    }

    private let kind: Kind
    private var row = -1  // the header is row -1
    private var isAtLineStart = true
    private var pending: [UInt8] = []
    /// Rows that no reader can use: their last field is missing.
    package private(set) var shortRows = 0

    package init(_ kind: Kind) {
        self.kind = kind
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineEnd = UInt8(ascii: "\n")

    /// The bytes to write for these; a piece may end anywhere.
    package mutating func bytes(for input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 3 / 2)
        switch kind {
        case .quoted: appendQuoted(input, to: &output)
        case .ragged: appendRagged(input, to: &output)
        }
        return output
    }

    private mutating func appendQuoted(_ input: [UInt8], to output: inout [UInt8]) {
        for byte in input {
            if isAtLineStart { output.append(Self.quote) }
            isAtLineStart = byte == Self.lineEnd
            if byte == Self.comma {
                output += [Self.quote, Self.comma, Self.quote]
            } else if byte == Self.lineEnd {
                output += [Self.quote, Self.lineEnd]
            } else {
                output.append(byte)
            }
        }
    }

    private mutating func appendRagged(_ input: [UInt8], to output: inout [UInt8]) {
        for byte in input {
            guard byte == Self.lineEnd else {
                pending.append(byte)
                continue
            }
            switch row >= 0 ? row % 33 : -1 {
            case 0: pending.append(Self.comma)
            case 11: pending += Array(",extra".utf8)
            case 22:
                if let last = pending.lastIndex(of: Self.comma) { pending.removeSubrange(last...) }
                shortRows += 1
            default: break
            }
            output += pending
            output.append(Self.lineEnd)
            pending.removeAll(keepingCapacity: true)
            row += 1
        }
    }

    /// Of so many rows, the ones without their last field.
    package static func shortRows(of rows: Int) -> Int {
        (rows + 10) / 33
    }
}
