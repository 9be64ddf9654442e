import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// Tables of apache/incubator-devlake: deployments with the commits they brought, changes, incidents.
@Suite(.enabled(if: PeerFiles.has("devlake/dora"), "devlake does not lie in ../shared/data/peers"))
struct DevLakePeerTests {
    @Test func `merge to deployment of its six changes, in minutes rounded up`() throws {
        let folder = "devlake/dora/e2e/change_lead_time"
        var facts = PeerFacts()
        var repositories: [String: String] = [:]
        let deployments = try PeerFiles.rows("\(folder)/cicd_deployment_commits.csv")
        let brought = Dictionary(grouping: try PeerFiles.rows("\(folder)/commits_diffs.csv")) { $0["new_commit_sha"] ?? "" }
        for row in deployments.sorted(by: { ($0["finished_date"] ?? "") < ($1["finished_date"] ?? "") }) {
            let (repository, sha) = (row["repo_url"] ?? "", row["commit_sha"] ?? "")
            // The history behind each deployed commit: what the table says that it brought.
            var tip = repositories[repository].map { [$0] } ?? []
            let at = try #require(PeerFiles.seconds(row["finished_date"] ?? ""))
            for commit in brought[sha] ?? [] {
                let name = commit["commit_sha"] ?? ""
                facts.commit(name, parents: tip, at: at - 3600, in: repository)
                tip = [name]
            }
            facts.commit(sha, parents: tip, at: at - 60, in: repository)
            repositories[repository] = sha
            facts.deploy(
                row["id"] ?? "", at: at, status: row["result"] ?? "", service: row["cicd_scope_id"] ?? "",
                // Without an environment it counts as none there; here it would count.
                environment: row["environment"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown", sha: sha)
        }
        for row in try PeerFiles.rows("\(folder)/pull_requests.csv") {
            guard let merged = PeerFiles.seconds(row["merged_date"] ?? "") else { continue }
            facts.merge(row["id"] ?? "", at: merged, sha: row["merge_commit_sha"] ?? "")
        }
        let (histories, context) = facts.histories()
        let rows = try #require(ChangeLeadTimeToDeployment().rows(histories, context)?.parts.first?.rows)
        let expected = try PeerFiles.rows("\(folder)/project_pr_metrics.csv")
        #expect(expected.count == 6)
        for golden in expected {
            let position = try #require((0..<rows.count).first { histories.changes.key[Int(rows.index[$0])] == golden["id"] })
            let minutes = rows.exclusion[position] == nil ? Int((rows.value[position] * 60 - 1e-9).rounded(.up)) : nil
            #expect(minutes == Int(golden["pr_deploy_time"] ?? ""), "\(golden["id"] ?? ""): \(rows.exclusion[position] ?? "kept")")
        }
    }

    @Test func `its incidents are laid to the deployments that it lays them to, with an unlimited window`() throws {
        let folder = "devlake/dora/e2e/connect_incident_to_deployment"
        var projects: [String: String] = [:]
        for row in try PeerFiles.rows("\(folder)/raw_tables/project_mapping.csv") {
            projects["\(row["table"] ?? "")/\(row["row_id"] ?? "")"] = row["project_name"]
        }
        var facts = PeerFacts()
        var pipelines: [String: String] = [:]
        for row in try PeerFiles.rows("\(folder)/prev_success_deployment_commit/cicd_deployment_commits_after.csv") {
            let environment = row["environment"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown"
            pipelines[row["id"] ?? ""] = row["cicd_deployment_id"]
            facts.deploy(
                row["id"] ?? "", at: try #require(PeerFiles.seconds(row["finished_date"] ?? "")), status: row["result"] ?? "",
                service: projects["cicd_scopes/\(row["cicd_scope_id"] ?? "")"] ?? "", environment: environment)
        }
        for row in try PeerFiles.rows("\(folder)/raw_tables/incidents.csv") {
            facts.incident(
                row["id"] ?? "", opened: try #require(PeerFiles.seconds(row["created_date"] ?? "")),
                service: projects["\(row["table"] ?? "")/\(row["scope_id"] ?? "")"] ?? "no project")
        }
        let (histories, _) = facts.histories()
        var ours: [String: String] = [:]
        for incident in 0..<histories.incidents.count where histories.incidents.deployment[incident] >= 0 {
            ours[histories.incidents.key[incident]] = pipelines[histories.deployments.key[histories.incidents.deployment[incident]]]
        }
        let expected = try PeerFiles.rows("\(folder)/snapshot_tables/project_incident_deployment_relationships.csv")
        #expect(expected.count == 6)
        #expect(ours == Dictionary(expected.map { ($0["id"] ?? "", $0["deployment_id"] ?? "") }) { $1 })
    }

    @Test func `each deployment brings the commits that it reaches and the one before does not`() throws {
        let folder = "devlake/refdiff/e2e/deployment_commit_diff"
        var parents: [String: [String]] = [:]
        for row in try PeerFiles.rows("\(folder)/commit_parents.csv") {
            parents[row["commit_sha"] ?? "", default: []].append(row["parent_commit_sha"] ?? "")
        }
        var facts = PeerFacts()
        let commits = try PeerFiles.rows("\(folder)/repo_commits.csv").filter { ($0["repo_id"] ?? "").hasSuffix(":484251804") }
        for (number, row) in commits.enumerated() {
            let sha = row["commit_sha"] ?? ""
            facts.commit(sha, parents: parents[sha] ?? [], at: 1_680_000_000 + Int64(number), in: "r")
        }
        let deployments = try PeerFiles.rows("\(folder)/cicd_deployment_commits.csv").filter { $0["repo_url"] == "REPO111" }
        for row in deployments {
            facts.deploy(
                row["commit_sha"] ?? "", at: try #require(PeerFiles.seconds(row["started_date"] ?? "")), sha: row["commit_sha"] ?? "")
        }
        let histories = facts.histories().histories
        let expected = try PeerFiles.rows("\(folder)/commits_diffs.csv")
        #expect(expected.count == 5)
        for row in commits {
            let sha = row["commit_sha"] ?? ""
            let ours = histories.reach.deployment(ofSHA: sha).map { histories.deployments.key[$0] }
            #expect(ours == expected.first { $0["commit_sha"] == sha }?["new_commit_sha"], "\(sha)")
        }
        for (row, key) in histories.deployments.key.enumerated() {
            #expect(histories.reach.commitCount[row] == expected.count { $0["new_commit_sha"] == key }, "\(key)")
        }
    }

    @Test func `the stays of its 32 issues in their statuses are ours`() throws {
        let folder = "devlake/issue_trace/e2e"
        let changes = Dictionary(
            grouping: try PeerFiles.rows("\(folder)/raw_tables/issue_changelogs.csv").filter { $0["field_name"] == "status" }
        ) { $0["issue_id"] ?? "" }
        let rows = try PeerFiles.rows("\(folder)/raw_tables/issues.csv").map { issue in
            let key = issue["id"] ?? ""
            let moves = (changes[key] ?? []).sorted { ($0["created_date"] ?? "") < ($1["created_date"] ?? "") }
            let first = moves.first?["original_from_value"] ?? issue["original_status"] ?? ""
            let entered = moves.map { "\($0["created_date"] ?? "") \($0["original_to_value"] ?? "")" }
            return (key: key, type: "", entered: ["\(issue["created_date"] ?? "") \(first)"] + entered)
        }
        let expected = try PeerFiles.rows("\(folder)/snapshot_tables/issue_status_history.csv")
        let statuses = Set(expected.map { $0["original_status"] ?? "" }).sorted()
        let interpretation = Interpretation(stages: StageMap(statuses.map { Stage(name: $0, kind: .active) }, commitment: statuses[0]))
        let items = fold(ExampleFacts.transitions(rows).tables, interpretation, now: 1_700_000_000).items
        var ours: Set<String> = []
        for item in 0..<items.count {
            for stay in items.visits(of: item) { ours.insert("\(items.key[item]) \(items.stages[stay.stage].name) \(stay.enteredAt)") }
        }
        let theirs = expected.map { row in
            "\(row["issue_id"] ?? "") \(row["original_status"] ?? "") \(PeerFiles.seconds(row["start_date"] ?? "") ?? 0)"
        }
        #expect(theirs.count == 200 && ours == Set(theirs))
    }
}
