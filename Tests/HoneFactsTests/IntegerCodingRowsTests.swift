import Testing

@testable import HoneFacts

/// Some rows of a column are those of all of them, whatever form it was written in.
@Suite struct IntegerCodingRowsTests {
    private struct Numbers {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private enum Shape: CaseIterable {
        case constant, unknown, narrow, wide, ascending, sparse, extreme
    }

    private static func column(_ shape: Shape, _ count: Int, _ numbers: inout Numbers) -> [Int64] {
        var last: Int64 = 5_000_000_000
        return (0..<count).map { row in
            switch shape {
            case .constant: return 7
            case .unknown: return Instant.missing
            case .narrow: return Int64(numbers.next(900))
            case .wide: return Int64(numbers.next(1 << 31)) << 30
            case .ascending:
                last += Int64(numbers.next(50))
                return last
            case .sparse: return numbers.next(3) == 0 ? Instant.missing : Int64(numbers.next(900))
            case .extreme: return [Int64.max, Int64.min + 1, 0, -3][(row + numbers.next(2)) % 4]
            }
        }
    }

    private static func read<Result>(
        _ bytes: [UInt8], _ body: (inout SegmentReader) throws(SegmentDamage) -> Result
    ) throws -> Result {
        try bytes.withUnsafeBytes { bytes in
            var reader = SegmentReader(bytes)
            return try body(&reader)
        }
    }

    @Test(arguments: 1...12) func `rows that are asked for, and the numbers of some rows, are those of a reading of all`(seed: UInt64)
        throws
    {
        var numbers = Numbers(state: seed)
        for shape in Shape.allCases {
            let count = [0, 1, 127, 128, 129, 700][numbers.next(6)]
            let values = Self.column(shape, count, &numbers)
            var writer = SegmentWriter()
            values.withUnsafeBufferPointer { IntegerCoding.write($0, to: &writer) }
            let asked = Set((0..<6).compactMap { _ in values.isEmpty ? nil : values[numbers.next(values.count)] })
            var found: [Int: Int64] = [:]
            try Self.read(writer.bytes) { reader throws(SegmentDamage) in
                try IntegerCoding.forEachBlock(
                    count, from: &reader, mayHold: { low, high in asked.contains { $0 >= low && $0 <= high } },
                    take: { block, first in for (row, number) in block.enumerated() { found[first + row] = number } })
            }
            #expect(found.allSatisfy { row, number in values[row] == number }, "\(shape) \(count)")
            #expect(values.indices.allSatisfy { !asked.contains(values[$0]) || found[$0] != nil }, "\(shape) \(count)")
            let some = values.indices.filter { _ in numbers.next(20) == 0 }
            let picked = try Self.read(writer.bytes) { reader throws(SegmentDamage) in
                try IntegerCoding.numbers(of: some, count, from: &reader)
            }
            #expect(picked == some.map { values[$0] }, "\(shape) \(count)")
        }
    }
}
