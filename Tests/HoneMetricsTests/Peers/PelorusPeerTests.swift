import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// The series of dora-metrics/pelorus: images, which are deployed, and the commit that each was built from.
@Suite(.enabled(if: PeerFiles.has("pelorus"), "pelorus does not lie in ../shared/data/peers"))
struct PelorusPeerTests {
    struct Series: Decodable {
        let metric: String
        let app: String
        let imageSha: String?
        let issueNumber: String?
        let value: Int64
    }

    struct Expected: Decodable {
        let expr: String
        let app: String?
        let imageSha: String?
        let value: Double
    }

    struct File: Decodable {
        let series: [Series]
        let expected: [Expected]
    }

    @Test func `lead times, restores and failure rates by its rule`() throws {
        let file = try PeerFiles.decoded(File.self, "pelorus/prometheus_rules.json", isSnakeCase: true)
        func series(_ metric: String) -> [Series] { file.series.filter { $0.metric == metric } }
        var facts = PeerFacts()
        // An image stands for the commit that it holds: two images of one commit are two rows.
        var tip: [String] = []
        for commit in series("commit_timestamp").sorted(by: { ($0.value, $0.imageSha ?? "") < ($1.value, $1.imageSha ?? "") }) {
            let sha = "\(commit.app)/\(commit.imageSha ?? "")"
            #expect(tip != [sha])
            facts.commit(sha, parents: tip, at: commit.value, in: "images")
            tip = [sha]
        }
        for deploy in series("deploy_timestamp") {
            let sha = "\(deploy.app)/\(deploy.imageSha ?? "")"
            facts.deploy(sha, at: deploy.value, service: deploy.app, commits: sha)
        }
        let resolutions = Dictionary(series("failure_resolution_timestamp").map { ($0.issueNumber, $0.value) }) { $1 }
        for failure in series("failure_creation_timestamp") {
            facts.incident(
                failure.issueNumber ?? "", opened: failure.value, resolved: resolutions[failure.issueNumber], service: failure.app)
        }
        let (histories, context) = facts.histories()
        let (deployments, incidents, reach) = (histories.deployments, histories.incidents, histories.reach)
        let rows = try #require(ChangeLeadTimeToDeployment().rows(histories, context))
        let kept = (0..<rows.count).filter { rows.exclusion[$0] == nil }
        func service(_ position: Int) -> String { deployments.service[reach.ofCommit[Int(rows.index[position])]] }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        let leads = Dictionary(grouping: kept, by: service).mapValues { mean($0.map { rows.value[$0] * 3600 }) }
        var restores: [String: [Double]] = [:]
        for incident in 0..<incidents.count where incidents.resolvedAt[incident] != Instant.missing {
            restores[incidents.service[incident], default: []].append(
                Double((incidents.resolvedAt[incident] - incidents.openedAt[incident]) / 2))
        }
        // It counts the deployments whose commit it knows, and all failures of the app, before the first deployment too.
        let fails = leads.keys.reduce(into: [String: Double]()) { rates, app in
            let failures = incidents.service.count { $0 == app }
            rates[app] = Double(failures) / Double(kept.count { service($0) == app })
        }
        var compared = 0
        for golden in file.expected {
            let ours: Double
            switch golden.expr {
            case "count(deploy_timestamp)": ours = Double(deployments.count)
            case "count(commit_timestamp)": ours = Double(histories.git.commits.count)
            case "count(sdp:time_to_restore:by_issue)": ours = Double(restores.values.map(\.count).reduce(0, +))
            case "count(sdp:time_to_restore:by_app)": ours = Double(restores.count)
            case "sdp:lead_time:by_app": ours = try #require(leads[golden.app ?? ""])
            case "sdp:lead_time:global": ours = mean(Array(leads.values))
            case "sdp:time_to_restore:by_app": ours = mean(try #require(restores[golden.app ?? ""]))
            case "sdp:time_to_restore:global": ours = mean(restores.values.map(mean))
            case "sdp:change_failure_rate:by_app": ours = try #require(fails[golden.app ?? ""])
            case "sdp:change_failure_rate:global": ours = mean(Array(fails.values))
            default:
                let position = try #require(
                    kept.first { histories.git.commits.sha[Int(rows.index[$0])].hasSuffix("/\(golden.imageSha ?? "")") })
                ours = rows.value[position] * 3600
            }
            compared += 1
            #expect(abs(ours - golden.value) < 0.51, "\(golden.expr) \(golden.app ?? ""): \(ours)")
        }
        #expect(compared == 19)
    }
}
