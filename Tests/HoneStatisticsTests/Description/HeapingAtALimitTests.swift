import HoneStatistics
import Testing

@Suite struct HeapingAtALimitTests {
    @Test func `counts along a line, or a parabola, of logarithms have no excess`() throws {
        // With one half taken off: 80, 40, 20, 10 and exp of a parabola with the same inner and outer slopes.
        let even = try #require(HeapingAtALimit(farWithin: 8000, within: 4000, beyond: 2000, farBeyond: 1000))
        #expect(abs(even.excess) < 1e-3 && abs(even.probability - 0.5) < 0.02)
        #expect(abs(even.expected - 4000) < 1)
        let arched = try #require(HeapingAtALimit(farWithin: 100, within: 1000, beyond: 1000, farBeyond: 100))
        #expect(arched.excess == 0 && arched.probability == 0.5 && arched.expected == 1000)
    }

    /// By hand: ln(60.5 / 10.5) - ln(40.5 / 20.5) / 3 = 1.751268 - 0.226959 = 1.524309; error
    /// sqrt(1/60.5 + 1/10.5 + (1/40.5 + 1/20.5) / 9) = sqrt(0.016529 + 0.095238 + 0.008164) = 0.346310; z = 4.4016.
    @Test func `a heap within and a hole beyond`() throws {
        let heaping = try #require(HeapingAtALimit(farWithin: 40, within: 60, beyond: 10, farBeyond: 20))
        #expect(abs(heaping.excess - 1.524309) < 1e-5 && abs(heaping.standardError - 0.346310) < 1e-5)
        #expect(heaping.probability > 5e-6 && heaping.probability < 6e-6)
        #expect(heaping.expected < 40)
    }

    @Test func `turned round it is the opposite`() throws {
        let one = try #require(HeapingAtALimit(farWithin: 3, within: 9, beyond: 4, farBeyond: 7))
        let other = try #require(HeapingAtALimit(farWithin: 7, within: 4, beyond: 9, farBeyond: 3))
        #expect(abs(one.excess + other.excess) < 1e-12 && abs(one.probability + other.probability - 1) < 1e-12)
        #expect(abs(one.expected + other.expected - 13) < 1e-12)
    }

    @Test func `nothing around the limit says nothing`() {
        #expect(HeapingAtALimit(farWithin: 9, within: 0, beyond: 0, farBeyond: 9) == nil)
        #expect(HeapingAtALimit(farWithin: -1, within: 1, beyond: 1, farBeyond: 1) == nil)
    }
}
