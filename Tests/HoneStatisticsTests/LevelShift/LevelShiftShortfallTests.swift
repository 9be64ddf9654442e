import Foundation
import HoneStatistics
import Testing

/// The parts of the data rule, each one item or week away from being met.
struct LevelShiftShortfallTests {
    static let design = LevelShiftDesign(gapWeeks: 1, afterWeeks: 12)

    /// 12 weeks before week 12, one left out, 12 after it; one item in each unless said otherwise.
    private func shortfall(at action: Int = 12, weeks: Int = 25, changing change: [Int: Int] = [:]) throws -> LevelShiftShortfall? {
        let counts = (0..<weeks).map { change[$0] ?? 1 }
        let series = try #require(WeeklySeries.durations(sumsOfLogarithms: counts.map { _ in 0 }, counts: counts))
        let design = try #require(Self.design)
        #expect(design.isMet(by: series, at: action) == (design.shortfall(of: series, at: action) == nil))
        return design.shortfall(of: series, at: action)
    }

    @Test func `just enough is enough`() throws {
        #expect(try shortfall() == nil)
        #expect(try shortfall(changing: [0: 0, 1: 0, 2: 0, 3: 0, 13: 0, 14: 0, 15: 0, 16: 0]) == nil)
    }

    @Test func `each part of the rule is named with what was found`() throws {
        #expect(try shortfall(at: 11) == .history(weeks: 11, needed: 12))
        let five = Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, 0) })
        #expect(try shortfall(changing: five) == .itemsBefore(7, needed: 8))
        let seven = Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, 0) }).merging([11: 9]) { $1 }
        #expect(try shortfall(changing: seven) == .weeksBefore(5, needed: 6))
        #expect(try shortfall(weeks: 24) == .notOver(weeks: 11, needed: 12))
        #expect(try shortfall(weeks: 9) == .notOver(weeks: 0, needed: 12))
        let late = Dictionary(uniqueKeysWithValues: (13..<18).map { ($0, 0) })
        #expect(try shortfall(changing: late) == .itemsAfter(7, needed: 8))
        let few = Dictionary(uniqueKeysWithValues: (13..<23).map { ($0, 0) }).merging([23: 9]) { $1 }
        #expect(try shortfall(changing: few) == .weeksAfter(2, needed: 3))
    }

    @Test func `an action before the series has no history`() throws {
        #expect(try shortfall(at: -5) == .history(weeks: 0, needed: 12))
    }

    @Test(arguments: WeeklySeries.Kind.allCases)
    func `a size and its shift are each other's inverse`(kind: WeeklySeries.Kind) throws {
        let counts = [3, 5, 4, 8]
        let series =
            switch kind {
            case .durations: WeeklySeries.durations(sumsOfLogarithms: [1, 2, 3, 4], counts: counts)
            case .shares: WeeklySeries.shares(successes: [1, 2, 3, 4], trials: counts)
            case .counts: WeeklySeries.counts(counts)
            }
        let made = try #require(series)
        for size in [0.1, 0.5, 0.9, 1.1, 3] {
            let shift = try #require(made.shift(ofSize: size, history: 0..<4))
            #expect(isClose(made.size(ofShift: shift, history: 0..<4), size))
        }
        #expect(made.shift(ofSize: .nan, history: 0..<4) == nil)
        #expect(made.shift(ofSize: -1, history: 0..<4).map { _ in true } == (kind == .shares ? true : nil))
    }

    @Test func `amounts are gathered by week, none below the smallest unit`() throws {
        let series = try #require(
            WeeklySeries.durations([2, 8, 0, 5, 3], weeks: [4, 4, 6, 9, 3], smallestUnit: 0.5, span: 4..<7))
        #expect(series.weeks == 4..<7)
        #expect(series.items == [2, 0, 1])
        #expect(isClose(series.values[0], log(4)))
        #expect(isClose(series.values[2], log(0.5)))
        #expect(WeeklySeries.durations([-1], weeks: [0], smallestUnit: 1, span: 0..<1) == nil)
        #expect(WeeklySeries.durations([1], weeks: [0], smallestUnit: 0, span: 0..<1) == nil)
        #expect(WeeklySeries.sums([1, 2, 4, 8], weeks: [0, 1, 1, 5], span: 0..<3) == [1, 6, 0])
    }
}
