import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// Recorded histories against scripts/verify/truck-factor, which is written apart from the product.
@Suite(.enabled(if: GitLogFile.arePresent, "the git logs do not lie in ../shared/data/real/projects"))
struct TruckFactorRealFilesTests {
    struct Case: CustomTestStringConvertible {
        let project: String
        let to: String
        let factor: Double
        let files: Int
        let excluded: [String: Int]
        var testDescription: String { "\(project) \(to)" }
    }

    static let cases = [
        Case(project: "secp256k1", to: "2027-01-01", factor: 4, files: 196, excluded: [:]),
        Case(project: "secp256k1", to: "2016-01-01", factor: 1, files: 91, excluded: [:]),
        Case(
            project: "titanium-aloy", to: "2027-01-01", factor: 2, files: 3093,
            excluded: ["generated-or-vendored": 26, "binary": 1875]),
        Case(
            project: "titanium-daemon", to: "2027-01-01", factor: 1, files: 795,
            excluded: ["generated-or-vendored": 4, "binary": 26]),
        Case(project: "ietf-mls-protocol", to: "2027-01-01", factor: 2, files: 20, excluded: [:]),
    ]

    @Test(arguments: cases)
    func `the factor is what a second program finds in the same log`(expected: Case) throws {
        let log = try GitLogFile(GitLogFile.folder.appendingPathComponent("\(expected.project)/git-log-numstat.tsv.gz"))
        let to = try #require(CalendarDay(iso: expected.to))
        let now = try #require(Instant(iso: "2027-06-01T00:00:00Z")).seconds
        let histories = fold(log.tables, Interpretation(), now: now)
        let context = MeasureContext(interpretation: Interpretation(), window: Window(from: to + -30, to: to), now: now)
        let shown = observe(KnowledgeConcentration(), histories, context)
        #expect(shown.value == expected.factor)
        #expect(shown.n == expected.files)
        #expect(shown.excluded == expected.excluded)
    }
}
