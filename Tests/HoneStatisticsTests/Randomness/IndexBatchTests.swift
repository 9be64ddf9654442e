import Testing

@testable import HoneStatistics

struct IndexBatchTests {
    @Test func `indices of a batch are even and independent`() throws {
        let (three, five) = (try #require(IndexBatch(bound: 3, size: 3)), try #require(IndexBatch(bound: 2, size: 5)))
        let two = try #require(IndexBatch(bound: 5, size: 2))
        var generator = SeededGenerator(seed: 12)
        var counts = [[Int](repeating: 0, count: 25), [Int](repeating: 0, count: 27), [Int](repeating: 0, count: 32)]
        for _ in 0..<50_000 {
            let (a, b) = two.two(from: &generator)
            counts[0][5 * a + b] += 1
            let (c, d, e) = three.three(from: &generator)
            counts[1][9 * c + 3 * d + e] += 1
            let (f, g, h, i, j) = five.five(from: &generator)
            counts[2][16 * f + 8 * g + 4 * h + 2 * i + j] += 1
        }
        for counts in counts {
            let expected = 50_000 / Double(counts.count)
            let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            let freedom = Double(counts.count - 1)
            #expect(chiSquare < freedom + 4 * (2 * freedom).squareRoot())
        }
    }

    @Test func `one word holds the digits in the base of the bound`() throws {
        // Powers of two: the indices are the leading bits of the word, and no word is drawn again.
        let batch = try #require(IndexBatch(bound: 16, size: 3))
        var (generator, plain) = (SeededGenerator(seed: 3), SeededGenerator(seed: 3))
        for _ in 0..<100 {
            let (a, b, c) = batch.three(from: &generator)
            #expect(UInt64(256 * a + 16 * b + c) == plain.next() >> 52)
        }
    }

    @Test func `a bound that leaves no room is refused`() {
        #expect(IndexBatch(bound: 0, size: 3) == nil)
        #expect(IndexBatch(bound: 1, size: 3) != nil)
        #expect(IndexBatch(bound: 4_096, size: 5) != nil)
        #expect(IndexBatch(bound: 4_097, size: 5) == nil)
        #expect(IndexBatch(bound: 1 << 30, size: 2) != nil)
        #expect(IndexBatch(bound: .max, size: 2) == nil)
    }

    @Test func `streams of a seed differ and stream 0 is the seed`() {
        var (seeded, first) = (SeededGenerator(seed: 7), SeededGenerator(seed: 7, stream: 0))
        #expect(seeded.next() == first.next())
        let words = (-50..<1_000).map { stream in
            var generator = SeededGenerator(seed: 7, stream: stream)
            return generator.next()
        }
        #expect(Set(words).count == 1_050)
        // Stream 1 starts where SplitMix64 stands after four words.
        var words64 = SplitMix64(seed: 7)
        let state = (0..<8).map { _ in words64.next() }
        var (stream, made) = (SeededGenerator(seed: 7, stream: 1), SeededGenerator(state: (state[4], state[5], state[6], state[7])))
        #expect(stream.next() == made.next())
    }
}
