import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// Cases of middlewarehq/middleware: incidents, deployments and which changes a deployment ships.
@Suite(.enabled(if: PeerFiles.has("middleware"), "middleware does not lie in ../shared/data/peers"))
struct MiddlewarePeerTests {
    struct Timed: Decodable {
        let id: String
        let at: String?
        let createdAt: String?
        var seconds: Int64 { Instant(iso: at ?? createdAt ?? "")?.seconds ?? 0 }
    }

    struct Failures: Decodable {
        struct Case: Decodable {
            struct Expected: Decodable {
                let failedDeployments: [String]
                let totalDeployments: Int
                let changeFailureRatePercent: Double
            }
            let name: String
            let deployments: [Timed]
            let incidents: [Timed]
            let expected: Expected
        }
        struct Weekly: Decodable {
            struct Week: Decodable {
                let failed: [String]
                let total: [String]
            }
            let deployments: [Timed]
            let incidents: [String]
            let expected: [String: Week]
        }
        let cases: [Case]
        let weekly: [Weekly]
    }

    @Test func `the change fail rate of its seven cases, with incidents laid to the latest deployment`() throws {
        let file = try PeerFiles.decoded(Failures.self, "middleware/change_failure_rate.json")
        #expect(file.cases.count == 7)
        for golden in file.cases {
            var facts = PeerFacts()
            for deployment in golden.deployments { facts.deploy(deployment.id, at: deployment.seconds) }
            for incident in golden.incidents { facts.incident(incident.id, opened: incident.seconds) }
            let (histories, context) = facts.histories()
            let failed = Set(histories.incidents.deployment.filter { $0 >= 0 }.map { histories.deployments.key[$0] })
            #expect(failed == Set(golden.expected.failedDeployments), "\(golden.name)")
            let observation = observe(ChangeFailRate(), histories, context)
            // Without deployments or incidents the peer says 0; here nothing is not zero.
            if golden.deployments.isEmpty || golden.incidents.isEmpty {
                #expect(!observation.isAvailable && golden.expected.changeFailureRatePercent == 0, "\(golden.name)")
            } else {
                #expect(observation.n == golden.expected.totalDeployments, "\(golden.name)")
                #expect(
                    abs((observation.value ?? -1) * 100 - golden.expected.changeFailureRatePercent) < 1e-9, "\(golden.name)")
            }
        }
    }

    @Test func `the change fail rate week by week`() throws {
        for golden in try PeerFiles.decoded(Failures.self, "middleware/change_failure_rate.json").weekly {
            var facts = PeerFacts()
            for deployment in golden.deployments { facts.deploy(deployment.id, at: deployment.seconds) }
            for (number, at) in golden.incidents.enumerated() {
                facts.incident("i\(number)", opened: try #require(Instant(iso: at)).seconds)
            }
            let (histories, context) = facts.histories()
            let rows = try #require(ChangeFailRate().rows(histories, context))
            for (monday, week) in golden.expected {
                let from = try #require(CalendarDay(iso: String(monday.prefix(10))))
                let inWeek = rows.positions(in: Window(from: from, to: from + 7))
                func keys(_ positions: [Int]) -> Set<String> { Set(positions.map { histories.deployments.key[Int(rows.index[$0])] }) }
                #expect(keys(inWeek) == Set(week.total))
                #expect(keys(inWeek.filter { rows.value[$0] == 1 }) == Set(week.failed))
            }
        }
    }

    struct Restores: Decodable {
        struct Expected: Decodable {
            let meanSeconds: Double?
            let count: Int
        }
        struct Case: Decodable {
            let name: String
            let incidentDurationsSeconds: [Int64]
            let expected: Expected
        }
        struct Weekly: Decodable {
            struct Incident: Decodable {
                let createdAt: String
                let resolvedAt: String
            }
            let incidents: [Incident]
            let expected: [String: Expected]
        }
        let cases: [Case]
        let weekly: [Weekly]
    }

    @Test func `its mean time to recovery is the mean from the opening of the incidents`() throws {
        let file = try PeerFiles.decoded(Restores.self, "middleware/mean_time_to_recovery.json")
        for golden in file.cases {
            var facts = PeerFacts()
            facts.deploy("d", at: 1_700_000_000)
            for (number, duration) in golden.incidentDurationsSeconds.enumerated() {
                facts.incident("i\(number)", opened: 1_700_000_100, resolved: 1_700_000_100 + duration)
            }
            let (histories, context) = facts.histories()
            let part = observe(FailedDeploymentRecoveryTime(), histories, context).parts.first?.observation
            #expect((part?.n ?? 0) == golden.expected.count, "\(golden.name)")
            #expect(closeOrNil(part?.mean.map { $0 * 3600 }, golden.expected.meanSeconds), "\(golden.name)")
        }
        for golden in file.weekly {
            var facts = PeerFacts()
            facts.deploy("d", at: try #require(Instant(iso: "2024-01-01T00:00:00Z")).seconds)
            for (number, incident) in golden.incidents.enumerated() {
                facts.incident(
                    "i\(number)", opened: try #require(Instant(iso: incident.createdAt)).seconds,
                    resolved: try #require(Instant(iso: incident.resolvedAt)).seconds)
            }
            let (histories, _) = facts.histories()
            for (monday, expected) in golden.expected {
                let from = try #require(CalendarDay(iso: String(monday.prefix(10))))
                let context = MeasureContext(
                    interpretation: Interpretation(delivery: DeliveryRule(incidentWindow: .unlimited)),
                    window: Window(from: from, to: from + 7), now: histories.now)
                let part = try #require(observe(FailedDeploymentRecoveryTime(), histories, context).parts.first?.observation)
                #expect(part.n == expected.count && closeOrNil(part.mean.map { $0 * 3600 }, expected.meanSeconds), "\(monday)")
            }
        }
    }

    struct Frequencies: Decodable {
        struct Expected: Decodable {
            let total: Int
            let perDay: Int
            let perWeek: Int
        }
        struct Case: Decodable {
            let name: String
            let interval: [String]
            let deployments: [String]
            let expected: Expected
        }
        struct Weekly: Decodable {
            let interval: [String]
            let deployments: [String]
            let expected: [String: Int]
        }
        let cases: [Case]
        let weekly: [Weekly]
    }

    @Test func `its totals and weekly counts of deployments; its rates are rounded and are not ours`() throws {
        let file = try PeerFiles.decoded(Frequencies.self, "middleware/deployment_frequency.json")
        func histories(_ instants: [String]) throws -> Histories {
            var facts = PeerFacts()
            facts.deploy("before", at: 1_600_000_000)
            for (number, at) in instants.enumerated() { facts.deploy("d\(number)", at: try #require(Instant(iso: at)).seconds) }
            return facts.histories().histories
        }
        func observed(_ histories: Histories, _ from: CalendarDay, _ to: CalendarDay) -> Observation {
            observe(
                DeploymentFrequency(), histories,
                MeasureContext(interpretation: Interpretation(), window: Window(from: from, to: to), now: histories.now))
        }
        for golden in file.cases {
            let days = try golden.interval.map { try #require(CalendarDay(iso: String($0.prefix(10)))) }
            let observation = observed(try histories(golden.deployments), days[0], days[1])
            #expect(observation.n == golden.expected.total, "\(golden.name)")
            // Per day the peer cuts to 0; this is the rate itself.
            #expect(closeOrNil(observation.value, Double(golden.expected.total) * 7 / Double(days[1] - days[0])), "\(golden.name)")
        }
        for golden in file.weekly {
            let all = try histories(golden.deployments)
            for (monday, count) in golden.expected {
                let from = try #require(CalendarDay(iso: String(monday.prefix(10))))
                #expect(observed(all, from, from + 7).n == count, "\(monday)")
            }
        }
    }

    struct Shipping: Decodable {
        struct Change: Decodable {
            let id: String
            let head: String
            let base: String
            let state: String
            let changedAt: String?
        }
        struct Deploy: Decodable {
            let branch: String
            let at: String
        }
        struct Case: Decodable {
            let name: String
            let deploy: Deploy
            let prs: [Change]
            let expected: [String]
        }
        let cases: [Case]
    }

    @Test func `the changes that a deployment of a branch ships are those that its commit reaches`() throws {
        let file = try PeerFiles.decoded(Shipping.self, "middleware/deployment_pr_mapping.json")
        #expect(file.cases.count == 7)
        for golden in file.cases {
            var facts = PeerFacts()
            var tips: [String: String] = [:]
            let deployedAt = try #require(Instant(iso: golden.deploy.at)).seconds
            let merged = golden.prs.filter { $0.state == "MERGED" }.sorted { ($0.changedAt ?? "") < ($1.changedAt ?? "") }
            facts.commit("root", parents: [], at: deployedAt - 100 * 86_400, in: "r")
            for change in merged {
                let at = try #require(Instant(iso: change.changedAt ?? "")).seconds
                guard at <= deployedAt else { continue }
                let parents = [tips[change.base] ?? "root", tips[change.head] ?? "root"]
                facts.commit(change.id, parents: parents, at: at, in: "r")
                tips[change.base] = change.id
            }
            facts.deploy("d", at: deployedAt, sha: tips[golden.deploy.branch] ?? "root")
            let (histories, _) = facts.histories()
            let shipped = golden.prs.map(\.id).filter { histories.reach.deployment(ofSHA: $0) != nil }
            #expect(Set(shipped) == Set(golden.expected), "\(golden.name)")
        }
    }
}

func closeOrNil(_ left: Double?, _ right: Double?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): abs(left - right) <= 1e-9 * max(1, abs(right))
    default: false
    }
}
