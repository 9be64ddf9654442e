import HoneStatistics
import Testing

@testable import HoneLoop

/// How far a number swings by itself from twelve weeks to the next.
@Suite struct UsualChangesTests {
    @Test func `a level that never moves has not changed, and too short a past says nothing`() throws {
        let still = try #require(BriefBuilder.usualChanges(Array(repeating: 3, count: 52)))
        #expect(still.low == 0 && still.high == 0)
        #expect(BriefBuilder.usualChanges(Array(repeating: 3, count: 30)) == nil)
    }

    @Test func `swings around a level are in it, which an interval of the trend leaves out`() throws {
        let waves = (0..<60).map { $0 / 12 % 2 == 0 ? 0.0 : 1.0 }
        let usual = try #require(BriefBuilder.usualChanges(waves))
        #expect(usual.low < -0.7 && usual.high > 0.7)
        #expect(BriefBuilder.came(-0.2, 0.31, .durations) == "changed by anything from 20 % down to 31 % up")
        #expect(BriefBuilder.came(-0.2, -0.031, .shares) == "fell by 3.1 to 20 in every hundred")
    }

    /// Of a steady climb each change is that of twelve steps.
    @Test(arguments: [0.01, -0.02])
    func `a steady climb changes by as much each time`(step: Double) throws {
        let usual = try #require(BriefBuilder.usualChanges((0..<52).map { Double($0) * step }))
        #expect(abs(usual.low - 12 * step) < 1e-9 && abs(usual.high - 12 * step) < 1e-9)
    }
}
