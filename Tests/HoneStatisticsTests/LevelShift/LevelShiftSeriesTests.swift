import Foundation
import HoneStatistics
import Testing

/// Whole verdicts on two real series, against the golden values of the reference implementation.
@Suite(.enabled(if: EffectSeries.isPresent, EffectSeries.absence))
struct LevelShiftSeriesTests {
    struct Golden: Sendable, CustomTestStringConvertible {
        let series: String
        let action: Int
        let after: Int
        let factor: Double
        let claim: LevelShiftClaim
        let low: Double
        let past: (low: Double, high: Double)?
        let placebos: Int
        let effect: Double
        let interval: (lower: Double, upper: Double)
        let visible: Double
        var testDescription: String { "\(series) week \(action), \(after) weeks after, times \(factor)" }
    }

    static let goldens = [
        Golden(
            series: "secp_PR_open-merge", action: 80, after: 6, factor: 1, claim: .none, low: 0.30560597,
            past: (0.29268293, 0.73170732), placebos: 40, effect: -0.47890329, interval: (-2.067217, 1.093503),
            visible: -2.45335921),
        Golden(
            series: "secp_PR_open-merge", action: 80, after: 6, factor: 0.2, claim: .down, low: 0.01602349,
            past: (0.02439024, 1), placebos: 40, effect: -2.0883412, interval: (-3.676655, -0.515935), visible: -2.45335921),
        Golden(
            series: "7digital_cycle", action: 60, after: 6, factor: 1, claim: .none, low: 0.84924549,
            past: (0.70454545, 0.31818182), placebos: 43, effect: 0.37905245, interval: (-0.257848, 0.987782),
            visible: -0.91780526),
        Golden(
            series: "7digital_cycle", action: 60, after: 6, factor: 0.5, claim: .none, low: 0.19880697,
            past: (0.11363636, 0.90909091), placebos: 43, effect: -0.31409474, interval: (-0.950995, 0.294635),
            visible: -0.91780526),
        Golden(
            series: "github_restore", action: 30, after: 12, factor: 0.5, claim: .down, low: 0.00253929, past: nil,
            placebos: 7, effect: -1.02972915, interval: (-1.491458, -0.540789), visible: -1.00055024),
        Golden(
            series: "github_restore", action: 90, after: 12, factor: 0.5, claim: .down, low: 0.00315965,
            past: (0.01470588, 1), placebos: 67, effect: -0.76482356, interval: (-1.208616, -0.332645), visible: -0.59704621),
    ]

    @Test(arguments: goldens)
    func `a real series has the golden verdict`(golden: Golden) throws {
        let series = try read(golden)
        let design = try #require(LevelShiftDesign(afterWeeks: golden.after))
        let fit = try #require(design.fit(series, at: golden.action))
        let past = OwnPast(series, design: design, before: golden.action)
        let guardValue = past.guardValue(of: fit.probabilityLow(), at: golden.action)
        let interval = try #require(fit.interval(level: 0.9))
        let visible = try #require(past.smallestVisible(at: golden.action, alpha: 0.05))
        let claim = LevelShiftLook.single(.durations).claim(
            probabilityLow: fit.probabilityLow(), probabilityHigh: fit.probabilityHigh(), past: guardValue)
        #expect(claim == golden.claim)
        #expect(isClose(fit.probabilityLow(), golden.low, 1e-8))
        #expect(past.placebos.count == golden.placebos)
        #expect((guardValue == nil) == (golden.past == nil))
        #expect(isClose(guardValue?.low ?? 0, golden.past?.low ?? 0, 1e-8))
        #expect(isClose(guardValue?.high ?? 0, golden.past?.high ?? 0, 1e-8))
        #expect(isClose(fit.effect, golden.effect, 1e-8))
        #expect(isClose(interval.lower, golden.interval.lower, 1e-6) && isClose(interval.upper, golden.interval.upper, 1e-6))
        #expect(isClose(visible.decrease, golden.visible, 1e-8))
    }

    /// The durations of a file, those from the action on multiplied.
    private func read(_ golden: Golden) throws -> WeeklySeries {
        let text = try String(contentsOf: EffectSeries.folder.appending(path: golden.series + ".csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        let items = try rows.map { (week: try #require(Int($0[0])), value: try #require(Double($0[1]))) }
        let last = try #require(items.map(\.week).max())
        var sums = Array(repeating: 0.0, count: last + 1)
        var counts = Array(repeating: 0, count: last + 1)
        for item in items {
            sums[item.week] += log(item.value * (item.week >= golden.action ? golden.factor : 1))
            counts[item.week] += 1
        }
        return try #require(WeeklySeries.durations(sumsOfLogarithms: sums, counts: counts))
    }
}

/// The weekly series of `../shared/data/effect`.
private enum EffectSeries {
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static let absence: Comment = "needs ../shared/data/effect beside the project"

    static let folder: URL = {
        var root = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appending(path: "shared/data/effect/series")
    }()
}
