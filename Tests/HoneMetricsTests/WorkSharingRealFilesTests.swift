import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Recorded histories against scripts/verify/work-sharing.
@Suite(.enabled(if: GitLogFile.arePresent, "the git logs do not lie in ../shared/data/real/projects"))
struct WorkSharingRealFilesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let project: String
        let commits: Int
        let gini: Double
        let limits: ClosedRange<Double>
        let largest: Double
        let few: Double
        var testDescription: String { project }
    }

    static let cases = [
        Case(
            project: "secp256k1", commits: 376, gini: 0.7366215345, limits: 0.6745077135...0.7987353555, largest: 0.1781914894, few: 4),
        Case(
            project: "titanium-aloy", commits: 472, gini: 0.7215382155, limits: 0.6790677687...0.7640086624, largest: 0.1822033898,
            few: 4),
        Case(
            project: "ietf-mls-protocol", commits: 386, gini: 0.8128497409, limits: 0.7737449918...0.8519544901, largest: 0.3730569948,
            few: 2),
    ]

    @Test(arguments: cases)
    func `the spread and its limits are what comparing every pair of people gives`(expected: Case) throws {
        let log = try GitLogFile(GitLogFile.folder.appendingPathComponent("\(expected.project)/git-log-numstat.tsv.gz"))
        let window = Window(from: try #require(CalendarDay(iso: "2015-01-01")), to: try #require(CalendarDay(iso: "2020-01-01")))
        let now = try #require(Instant(iso: "2027-06-01T00:00:00Z")).seconds
        let histories = fold(log.tables, Interpretation(), now: now)
        let shown = observe(
            WorkSharing(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
        #expect(shown.n == expected.commits)
        // In twentieths: from more digits anybody could work out who wrote how much.
        func rounded(_ share: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> Double {
            (share * 20).rounded(rule) / 20
        }
        #expect(shown.value == rounded(expected.gini))
        let interval = try #require(shown.interval)
        #expect(interval.lower == rounded(expected.limits.lowerBound, .down) && interval.upper == rounded(expected.limits.upperBound, .up))
        #expect(shown.parts[0].observation.value == rounded(expected.largest))
        #expect(shown.parts[1].observation.value == expected.few)
        #expect(shown.isAvailable && shown.parts.allSatisfy { $0.observation.isAvailable })
    }
}
