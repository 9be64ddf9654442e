import HoneFacts
import Testing

/// A column of numbers says what an array of them says, however many bytes it takes.
@Suite struct CompactIntegersTests {
    /// Around every border of four bytes, and far from them.
    static let numbers: [Int64] = [
        0, 1, 1_763_000_000 * 2, Int64(UInt32.max) - 1, Int64(UInt32.max), Int64(UInt32.max) + 1, -1, .max, .min + 1, Instant.missing,
    ]

    @Test(arguments: numbers)
    func `numbers come back as they were put in`(number: Int64) {
        for other in Self.numbers {
            var column = CompactIntegers([other, 7, other])
            column[1] = number
            #expect(Array(column) == [other, number, other])
            column[0] = 5
            #expect(column == [5, number, other])
            #expect(column != [5, number])
        }
    }

    @Test func `an empty one stays empty`() {
        #expect(CompactIntegers().isEmpty)
        #expect(CompactIntegers(repeating: -3, count: 0) == [])
        #expect(CompactIntegers(repeating: -3, count: 2) == [-3, -3])
    }

    @Test(arguments: numbers)
    func `the bounds are those of the numbers that are not missing`(number: Int64) {
        for other in Self.numbers {
            let known = [other, number, 7].filter { $0 != Instant.missing }
            let bounds = CompactIntegers([other, Instant.missing, number, 7]).bounds
            #expect(bounds?.least == known.min())
            #expect(bounds?.greatest == known.max())
        }
        #expect(CompactIntegers([Instant.missing]).bounds == nil)
        #expect(CompactIntegers().bounds == nil)
    }
}
