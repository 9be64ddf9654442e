import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// The scores of dora.dev's Quick Check, with what our metrics measure in the place of what people answer.
@Suite(.enabled(if: PeerFiles.has("dora.dev"), "dora.dev does not lie in ../shared/data/peers"))
struct DORADevPeerTests {
    struct File: Decodable {
        struct Score: Decodable {
            let value: Double
            let type: String
            let expected: Double
        }

        let score: [Score]
    }

    struct Averages: Decodable {
        struct Average: Decodable {
            let edition: String
            let answers: [String: Double]
        }

        let average: [Average]
    }

    /// A product that deploys what was committed so many hours before, so many times, as often failing, restored after so many hours.
    struct Delivery {
        var leadHours = 0.5
        var count = 40
        var failed = 0
        var restoredHours = 0.5
        var everyHours = 6.0

        var tables: FactTables {
            let start: Int64 = 1_767_225_600
            var (commits, deployments) = (FactBatch(.commit, origin: "r"), FactBatch(.deployment, origin: "d"))
            var (incidents, head) = (FactBatch(.incident, origin: "d"), FactBatch(.head, origin: "r"))
            for number in 0..<count {
                let at = start + Int64(Double(number) * everyHours * 3_600)
                let committed = at - Int64(leadHours * 3_600)
                commits.append(
                    id: "c\(number)",
                    integers: ["committed_at": committed * 2, "authored_at": committed * 2, "is_inside": 1, "is_bot": 0],
                    texts: ["sha": "c\(number)", "parents": number > 0 ? "c\(number - 1)" : ""])
                deployments.append(
                    id: "d\(number)", integers: ["finished_at": at * 2, "is_unplanned": 0],
                    texts: ["key": "d\(number)", "status": "success", "sha": "c\(number)"])
                // An incident elsewhere stands for "incidents are recorded here".
                let isFailed = number < failed
                incidents.append(
                    id: "i\(number)",
                    integers: [
                        "opened_at": at * 2, "resolved_at": (at + Int64(restoredHours * 3_600)) * 2, "is_from_change": isFailed ? 1 : 0,
                    ], texts: ["key": "i\(number)", "deployment": isFailed ? "d\(number)" : ""])
            }
            head.append(id: "HEAD", integers: ["is_shallow": 0], texts: ["branch": "main", "sha": "c\(count - 1)"])
            return FactTables([.commit: [commits], .head: [head], .deployment: [deployments], .incident: [incidents]])
        }

        func value(_ metric: any Metric) -> Double? {
            let days = Int(Double(count) * everyHours / 24) + 1
            let from = CalendarDay(iso: "2026-01-01") ?? CalendarDay(number: 0)
            let window = Window(from: from, to: from + days + 400)
            let frequency = Window(from: from, to: from + days)
            let now = Int64(window.to.number) * 86_400
            let histories = fold(tables, Interpretation(), now: now)
            let asked = metric is DeploymentFrequency ? frequency : window
            return observe(metric, histories, MeasureContext(interpretation: Interpretation(), window: asked, now: now)).value
        }
    }

    /// The answer that a number of hours stands for, by the words of the survey.
    private static func answer(hours: Double) -> Double {
        let limits: [(Double, Double)] = [(1, 6), (24, 5), (7 * 24, 4), (30.4 * 24, 3), (182.5 * 24, 2)]
        return limits.first { hours < $0.0 }?.1 ?? 1
    }

    private static func answer(perWeek: Double) -> Double {
        let limits: [(Double, Double)] = [(7, 6), (1, 4), (7 / 30.4, 3), (7 / 182.5, 2)]
        return limits.first { perWeek > $0.0 }?.1 ?? 1
    }

    private static func score(answer: Double) -> Double { (answer - 1) * 2 }
    private static func score(share: Double) -> Double { 10 - 10 * share }

    @Test func `the six scores, from numbers that we measured`() throws {
        let file = try PeerFiles.decoded(File.self, "dora.dev/expected.json")
        for expected in file.score {
            if expected.type == "percentage" {
                let delivery = Delivery(failed: Int(expected.value / 100 * 40))
                let share = try #require(delivery.value(ChangeFailRate()))
                #expect(Self.score(share: share) == expected.expected, "\(expected.value)")
            } else {
                // What lies between two answers is the mean of two products.
                let hours: [Double] = expected.value == 1 ? [5_000] : expected.value == 6 ? [0.5] : [20 * 24, 5 * 24]
                let answers = try hours.map {
                    Self.answer(hours: try #require(Delivery(leadHours: $0).value(ChangeLeadTimeToDeployment())))
                }
                let mean = answers.reduce(0, +) / Double(answers.count)
                #expect(mean == expected.value && Self.score(answer: mean) == expected.expected, "\(expected.value)")
            }
        }
    }

    @Test func `the best answers of both editions, from a product that gives them`() throws {
        let averages = try PeerFiles.decoded(Averages.self, "dora.dev/expected.json").average
        #expect(averages.map(\.edition) == ["2024", "2025"])
        var delivery = Delivery(failed: 1)
        let recovery = Self.answer(hours: try #require(delivery.value(FailedDeploymentRecoveryTime())))
        delivery.failed = 0
        let measured: [String: Double] = [
            "leadtime": Self.answer(hours: try #require(delivery.value(ChangeLeadTimeToDeployment()))),
            "deployfreq": Self.answer(perWeek: try #require(delivery.value(DeploymentFrequency()))), "failurerecovery": recovery,
            "changefailure": 100 * (try #require(delivery.value(ChangeFailRate()))),
            "rework": 100 * (try #require(delivery.value(DeploymentReworkRate()))),
        ]
        for average in averages {
            #expect(average.answers == measured.filter { average.answers.keys.contains($0.key) })
            let scores = average.answers.keys.map { key in
                ["changefailure", "rework"].contains(key)
                    ? Self.score(share: (measured[key] ?? 100) / 100) : Self.score(answer: measured[key] ?? 0)
            }
            #expect(scores.reduce(0, +) / Double(scores.count) == 10)
        }
    }
}
