import Foundation
import Testing

/// Every kind of golden result has its tests, here or where its numbers are measured, and every case of it is read.
@Suite(.enabled(if: OracleCase.isPresent, OracleCase.absence))
struct OracleTests {
    /// A case that cannot be read would pass unseen: a suite runs over as many cases as `all` gives.
    static let counts = [
        "bootstrap_bca": 8, "build_measure_learn": 1, "capacity_share": 3, "correlation": 3, "counterfactual": 2, "dre": 2,
        "earned_value": 3, "energy_split": 3, "ewma": 2, "flow_events": 2, "gini": 5, "its_ols_hac": 4, "kaplan_meier": 7,
        "labour_per_fix": 3, "local_level": 2, "mann_whitney": 7, "monte_carlo": 6, "multiple_testing": 1, "pelt": 23,
        "permutation": 2, "poisson_rate": 7, "proportion": 15, "quantiles": 7, "retro_follow_through": 1, "signed_rank": 1,
        "sprint_predictability": 1, "summary": 6, "trend": 5, "xmr": 10,
    ]

    @Test(arguments: counts.keys.sorted())
    func `every case of a kind is read`(kind: String) throws {
        let data = try Data(contentsOf: OracleCase.folder.appending(path: kind + ".json"))
        let written = try JSONDecoder().decode(JSONValue.self, from: data)["cases"]?.list
        #expect(written?.count == Self.counts[kind])
        #expect(OracleCase.all(kind).count == Self.counts[kind])
    }

    @Test func `twenty-nine kinds hold a hundred and forty-two cases`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: OracleCase.folder.path)
        let kinds = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
        #expect(kinds == Self.counts.keys.sorted())
        #expect(kinds.count == 29)
        #expect(Self.counts.values.reduce(0, +) == 142)
    }

    /// A kind that no other test file names has no suite.
    @Test func `every kind has a suite that reads it`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: tests.path)
        let sources = try paths.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("/OracleTests.swift") }
            .map { try String(contentsOf: tests.appending(path: $0), encoding: .utf8) }
        let missing = Self.counts.keys.filter { kind in
            !sources.contains { $0.contains("OracleCase.all(\"\(kind)\"") || $0.contains("oracle/\(kind).json") }
        }
        #expect(missing.isEmpty)
        let all = try Self.counts.keys.map { kind in
            let data = try Data(contentsOf: OracleCase.folder.appending(path: kind + ".json"))
            return try JSONDecoder().decode(JSONValue.self, from: data)["cases"]?.list?.count ?? 0
        }
        let read = Self.counts.keys.filter { !missing.contains($0) }.map { OracleCase.all($0).count }
        print("Oracle: \(read.reduce(0, +)) of \(all.reduce(0, +)) cases are run.")
    }
}
