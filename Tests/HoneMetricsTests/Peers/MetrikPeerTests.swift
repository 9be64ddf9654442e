import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// Cases of thoughtworks/metrik, which knows pipelines only: a failure is a failed deploy stage, a recovery the next good one.
///
/// Its clock counts milliseconds. They are read as seconds after a day of the year 2000, so that not one is lost.
@Suite(.enabled(if: PeerFiles.has("metrik"), "metrik does not lie in ../shared/data/peers"))
struct MetrikPeerTests {
    struct Build: Decodable {
        struct Stage: Decodable {
            let name: String
            let status: String
            let startTimeMillis: Int64
            let durationMillis: Int64
            let pauseDurationMillis: Int64?
            let completedTimeMillis: Int64?
            var done: Int64 { completedTimeMillis ?? startTimeMillis + durationMillis + (pauseDurationMillis ?? 0) }
        }
        struct Commit: Decodable {
            let timestamp: Int64
        }
        let pipelineId: Name
        let number: Int?
        let timestamp: Int64
        let stages: [Stage]
        let changeSets: [Commit]
    }

    /// A pipeline's id: a number in some files, a text in others.
    struct Name: Decodable, Hashable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) { text = String(number) } else { text = try container.decode(String.self) }
        }
    }

    enum Value: Decodable {
        case number(Double)
        case text
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) { self = .number(number) } else { self = .text }
        }
        var number: Double? { if case .number(let number) = self { number } else { nil } }
    }

    struct Unit: Decodable {
        let metric: String
        let name: String
        let builds: String
        let pipelineStage: [String: String]
        let startMs: Int64
        let endMs: Int64
        let expected: Value
    }

    struct API: Decodable {
        struct Request: Decodable {
            struct Stage: Decodable {
                let pipelineId: String
                let stage: String
            }
            let startTime: Int64
            let endTime: Int64
            let pipelineStages: [Stage]
        }
        let fixture: String
        let name: String
        let request: Request
        let expected: [String: Value]
    }

    struct File: Decodable {
        let unit: [Unit]
        let api: [API]
    }

    /// The four numbers of the peer, from our rows.
    struct Numbers {
        var failPercent: Double?
        var count = 0
        var leadTime: Double?
        var restore: Double?
    }

    private static func numbers(_ builds: [Build], _ stages: [String: String], _ start: Int64, _ end: Int64) throws -> Numbers {
        let epoch: Int64 = 946_684_800
        func seconds(_ milliseconds: Int64) -> Int64 { epoch + (milliseconds - start) }
        var facts = PeerFacts()
        let earliest = builds.flatMap { [$0.timestamp] + $0.stages.map(\.startTimeMillis) + $0.changeSets.map(\.timestamp) }.min() ?? start
        let origin = min(earliest, start) - 1_000_000
        for pipeline in stages.keys.sorted() {
            // What was there before the first run, so that the first run brings only its own commits.
            facts.commit("\(pipeline)/root", parents: [], at: seconds(origin), in: pipeline)
            facts.deploy("\(pipeline)/root", at: seconds(origin), service: pipeline, sha: "\(pipeline)/root")
            var tip = "\(pipeline)/root"
            let runs = builds.filter { $0.pipelineId.text == pipeline }
                .sorted { ($0.timestamp, $0.number ?? 0) < ($1.timestamp, $1.number ?? 0) }
            for (run, build) in runs.enumerated() {
                for (place, commit) in build.changeSets.sorted(by: { $0.timestamp < $1.timestamp }).enumerated() {
                    // Runs of one number, and one commit in two runs, stay apart.
                    let sha = "\(pipeline)/\(run)/\(place)"
                    facts.commit(sha, parents: [tip], at: seconds(commit.timestamp), in: pipeline)
                    tip = sha
                }
                guard let stage = build.stages.first(where: { $0.name == stages[pipeline] }) else { continue }
                facts.deploy("\(pipeline)/\(run)", at: seconds(stage.done), status: stage.status, service: pipeline, sha: tip)
            }
        }
        let (histories, context) = facts.histories()
        let deployments = histories.deployments
        func isIn(_ row: Int) -> Bool { (seconds(start)...seconds(end)).contains(deployments.finishedAt[row] >> 1) }
        let frequency = try #require(DeploymentFrequency().rows(histories, context))
        let inRange = (0..<frequency.count).filter { isIn(Int(frequency.index[$0])) }
        var numbers = Numbers()
        numbers.count = inRange.count { frequency.exclusion[$0] == nil }
        let failed = inRange.count { frequency.exclusion[$0] == "did-not-ship" }
        if numbers.count + failed > 0 { numbers.failPercent = Double(failed) * 100 / Double(numbers.count + failed) }
        let leads = try #require(ChangeLeadTimeToDeployment().rows(histories, context))
        let spans = (0..<leads.count).filter {
            let deployment = histories.reach.ofCommit[Int(leads.index[$0])]
            return leads.exclusion[$0] == nil && deployment >= 0 && isIn(deployment)
        }.map { leads.value[$0] * 3600 }
        if !spans.isEmpty { numbers.leadTime = spans.reduce(0, +) / Double(spans.count) }
        var restores: [Double] = []
        for pipeline in stages.keys {
            var since: Int64?
            for row in 0..<deployments.count where deployments.service[row] == pipeline {
                switch deployments.outcome[row] {
                case .failed: since = since ?? deployments.finishedAt[row]
                case .succeeded:
                    if let since, isIn(row) { restores.append(Double((deployments.finishedAt[row] - since) / 2)) }
                    since = nil
                default: break
                }
            }
        }
        if !restores.isEmpty { numbers.restore = restores.reduce(0, +) / Double(restores.count) }
        return numbers
    }

    @Test func `all 25 cases of its calculators`() throws {
        let file = try PeerFiles.decoded(File.self, "metrik/expected.json")
        #expect(file.unit.count == 25)
        for golden in file.unit {
            let builds = try PeerFiles.decoded([Build].self, "metrik/\(golden.builds)")
            let numbers = try Self.numbers(builds, golden.pipelineStage, golden.startMs, golden.endMs)
            let ours: Double? =
                switch golden.metric {
                case "change_failure_rate_percent": numbers.failPercent
                case "deployment_count": Double(numbers.count)
                case "lead_time_ms": numbers.leadTime
                default: numbers.restore
                }
            #expect(closeOrNil(ours, golden.expected.number), "\(golden.metric): \(golden.name): \(ours as Any)")
        }
    }

    @Test func `the summaries that its service answers, rounded as it rounds`() throws {
        let file = try PeerFiles.decoded(File.self, "metrik/expected.json")
        var compared = 0
        for golden in file.api {
            let builds = try PeerFiles.decoded([Build].self, "metrik/\(golden.fixture)")
            let stages = Dictionary(golden.request.pipelineStages.map { ($0.pipelineId, $0.stage) }) { $1 }
            // One pipeline asked about twice is two questions to the peer.
            guard stages.count == golden.request.pipelineStages.count else { continue }
            let numbers = try Self.numbers(builds, stages, golden.request.startTime, golden.request.endTime)
            let ours: [(String, Double?)] = [
                ("changeFailureRate", numbers.failPercent), ("leadTimeForChange", numbers.leadTime.map { $0 / 86_400_000 }),
                ("meanTimeToRestore", numbers.restore.map { $0 / 3_600_000 }),
            ]
            for (name, value) in ours {
                guard let expected = golden.expected["\(name).summary.value"] else { continue }
                compared += 1
                let rounded = value.map { ($0 * 100).rounded() / 100 }
                #expect(closeOrNil(rounded, expected.number), "\(golden.name): \(name) \(rounded as Any)")
            }
        }
        #expect(compared == 28)
    }
}
