import Foundation
import HoneStatistics
import Testing

@testable import HoneLoop

/// Rows of real series against the reference implementation in Python, with the week of the action left out as the product does.
@Suite(.enabled(if: RealWeeks.isPresent, RealWeeks.absence))
struct BenchmarkRealSeriesTests {
    struct Golden: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: WeeklySeries.Kind
        let weeks: Int
        let windows: Int
        /// Down and up.
        let claims: (Int, Int)
        let unguarded: (Int, Int)
        /// Of durations, whose injected effects hold no random number.
        let seen: [Int]?
        let visible: Double
        var testDescription: String { name }
    }

    static let goldens = [
        Golden(
            name: "github_restore", kind: .durations, weeks: 95, windows: 8, claims: (1, 0), unguarded: (1, 0), seen: [19, 39, 92],
            visible: 0.45906423120021844),
        Golden(
            name: "7digital_lead", kind: .durations, weeks: 81, windows: 7, claims: (2, 4), unguarded: (5, 4), seen: [11, 17, 45],
            visible: 0.4406368338787818),
        Golden(
            name: "secp_reopened_share", kind: .shares, weeks: 168, windows: 14, claims: (0, 4), unguarded: (0, 4), seen: nil,
            visible: -0.0798332815950282),
        Golden(
            name: "hemmati_resolved", kind: .counts, weeks: 73, windows: 7, claims: (0, 6), unguarded: (0, 6), seen: nil,
            visible: 2.5554198501386223),
    ]

    @Test(arguments: goldens)
    func `a real series has the row of the reference`(golden: Golden) throws {
        let values = try RealWeeks.series(golden.name, golden.kind)
        let better = BenchmarkSeries.usualDirection(golden.kind)
        let row = try #require(PlaceboRun(resamples: 20, seed: 1).row(BenchmarkSeries(name: golden.name, values: values, better: better)))
        #expect(row.placeboWeeks == golden.weeks && row.windows == golden.windows)
        let isDownBetter = better == .lower
        #expect(row.shipped.better == (isDownBetter ? golden.claims.0 : golden.claims.1))
        #expect(row.shipped.worse == (isDownBetter ? golden.claims.1 : golden.claims.0))
        #expect(row[.unguarded].better == (isDownBetter ? golden.unguarded.0 : golden.unguarded.1))
        #expect(row[.unguarded].worse == (isDownBetter ? golden.unguarded.1 : golden.unguarded.0))
        if let seen = golden.seen { #expect(row.seen == seen) }
        #expect(abs(try #require(row.smallestVisible) - golden.visible) < 1e-9)
    }
}

private enum RealWeeks {
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static let absence: Comment = "needs ../shared/data/effect beside the project"

    static let folder: URL = {
        var root = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appending(path: "shared/data/effect/series")
    }()

    static func series(_ name: String, _ kind: WeeklySeries.Kind) throws -> WeeklySeries {
        let text = try String(contentsOf: folder.appending(path: name + ".csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
        let weeks = try rows.map { try #require(Int($0[0])) }
        let span = 0..<(weeks.max() ?? -1) + 1
        func sums(_ column: Int) throws -> [Int] {
            WeeklySeries.sums(try rows.map { try #require(Int($0[column])) }, weeks: weeks, span: span)
        }
        switch kind {
        case .durations:
            let amounts = try rows.map { try #require(Double($0[1])) }
            return try #require(WeeklySeries.durations(amounts, weeks: weeks, smallestUnit: amounts.min() ?? 1, span: span))
        case .shares: return try #require(WeeklySeries.shares(successes: sums(1), trials: sums(2)))
        case .counts: return try #require(WeeklySeries.counts(sums(1)))
        }
    }
}
