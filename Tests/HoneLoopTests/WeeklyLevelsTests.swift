import HoneStatistics
import Testing

@testable import HoneLoop

/// Signs of a process that left what was usual before a day. Limits by hand: mean and 2.66 times the mean moving range.
@Suite struct WeeklyLevelsTests {
    /// Weeks 0 to 13 at 10 and 12 by turns: mean 11, moving range 2, limits 5.68 and 16.32.
    static let usual = (0..<14).map { (week: $0, value: $0.isMultiple(of: 2) ? 10.0 : 12) }

    static func levels(_ last: [Double]) -> WeeklyLevels {
        WeeklyLevels(usual + last.enumerated().map { (week: 14 + $0, value: $1) }, before: 14)
    }

    @Test func `limits come from the weeks before, so that what is new does not widen them`() throws {
        #expect(Self.levels([16, 6]).sign == nil)
        // The week of 17 lies outside limits that it had no part in; with it the upper one would be 17.8.
        #expect(Self.levels([17, 12]).sign == .init(week: 14, usual: 11, rule: .outside))
        #expect(Self.levels([17, 40]).sign == .init(week: 15, usual: 11, rule: .outside))
    }

    @Test func `eight weeks on one side are a sign, seven are none, and what is old is not told again`() {
        #expect(Self.levels(Array(repeating: 11.5, count: 6)).sign == nil)
        // The week before is one of them: 12, and seven of 11.5.
        #expect(Self.levels(Array(repeating: 11.5, count: 7)).sign == .init(week: 20, usual: 11, rule: .run))
        let old = WeeklyLevels(Self.usual + [(week: 14, value: 40), (week: 15, value: 11)], before: 15)
        #expect(old.sign == nil)
    }

    @Test func `the only thing of a week is no sign, whatever came of it; ten of ten are one`() throws {
        // Before, 12 weeks with 1 of 10 each: usual is 0.1. One of one happens every tenth week, ten of ten never.
        func sign(_ successes: Int, of trials: Int) throws -> WeeklyLevels.Sign? {
            let series = try #require(
                WeeklySeries.shares(
                    successes: Array(repeating: 1, count: 12) + [successes], trials: Array(repeating: 10, count: 12) + [trials],
                    firstWeek: 100))
            let levels = (0..<13).map { (week: 100 + $0, value: series.values[$0]) }
            return WeeklyLevels(levels, before: 112).unlikelyShare(series)
        }
        #expect(try sign(1, of: 1) == nil)
        #expect(try sign(2, of: 10) == nil)
        #expect(try sign(10, of: 10) == .init(week: 112, usual: 0.1, rule: .unlikely))
    }

    @Test func `fewer than twelve weeks say nothing`() {
        #expect(!WeeklyLevels(Array(Self.usual.prefix(11)), before: 5).areEnough)
        #expect(WeeklyLevels(Array(Self.usual.prefix(12)), before: 5).areEnough)
    }
}
