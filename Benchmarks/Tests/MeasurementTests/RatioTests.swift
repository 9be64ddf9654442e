import Foundation
import Testing

@testable import Measurement

struct RatioTests {
    @Test func `the median of an even count is the mean of the middle two`() {
        #expect(medianValue(of: [4, 1, 3, 2]) == 2.5)
        #expect(medianValue(of: [9, 1, 5]) == 5)
        #expect(medianValue(of: []) == nil)
    }

    @Test func `ratios are paired by round, not taken of medians`() throws {
        let summary = try #require(RatioSummary(ours: [1, 2, 9], peers: [2, 4, 3]))
        #expect(summary.median == 0.5)
        #expect(summary.least == 0.5)
        #expect(summary.most == 3)
    }

    @Test func `a round that one of them lacks does not count`() throws {
        let summary = try #require(RatioSummary(ours: [3, 4], peers: [2]))
        #expect(summary == RatioSummary(values: [1.5]))
        #expect(RatioSummary(ours: [1], peers: [0]) == nil)
    }

    @Test func `every second round runs backwards`() {
        #expect((0..<4).flatMap { RoundOrder.positions(of: 2, round: $0) } == [0, 1, 1, 0, 0, 1, 1, 0])
        #expect(RoundOrder.positions(of: 3, round: 1) == [2, 1, 0])
    }

    @Test func `long runs get three rounds, others five, and short ones as many as go into twelve seconds`() {
        func rounds(_ slowest: Double, _ round: Double) -> Int {
            RoundOrder.rounds(slowestRunSeconds: slowest, roundSeconds: round)
        }
        #expect(rounds(5, 6) == 3)
        #expect(rounds(4.9, 9) == 5)
        let short: [Int] = [rounds(1, 2), rounds(0.3, 1), rounds(0.01, 0.02), rounds(0, 0)]
        #expect(short == [6, 12, 25, 25])
    }

    @Test func `times add up and the peak is the higher one`() {
        let sum = Usage(cpuSeconds: 1, wallSeconds: 2, peakMebibytes: 30) + Usage(cpuSeconds: 0.5, wallSeconds: 1, peakMebibytes: 20)
        #expect(sum == Usage(cpuSeconds: 1.5, wallSeconds: 3, peakMebibytes: 30))
    }
}

struct GrowthExponentTests {
    @Test func `proportional cost has exponent 1, quadratic 2`() throws {
        #expect(abs(try #require(GrowthExponent.fit(sizes: [1e5, 1e6, 1e7], costs: [0.2, 2, 20])) - 1) < 1e-9)
        #expect(abs(try #require(GrowthExponent.fit(sizes: [10, 100], costs: [1, 100])) - 2) < 1e-9)
    }

    @Test func `the exponent that a cost was made with is found`() throws {
        let sizes = [1e5, 1e6, 1e7]
        let exponent = try #require(GrowthExponent.fit(sizes: sizes, costs: sizes.map { 3e-6 * pow($0, 1.07) }))
        #expect(abs(exponent - 1.07) < 1e-9)
    }

    @Test func `one size, or a cost of nothing, has no exponent`() {
        #expect(GrowthExponent.fit(sizes: [10], costs: [1]) == nil)
        #expect(GrowthExponent.fit(sizes: [10, 10], costs: [1, 2]) == nil)
        #expect(GrowthExponent.fit(sizes: [10, 100], costs: [0, 2]) == nil)
    }
}
