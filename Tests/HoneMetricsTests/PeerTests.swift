import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// The cases of other tools' own tests, as far as they are about quality and working together. Documentation/Peers.md is the table.
@Suite(.enabled(if: SharedFiles.havePeers, "the peers' cases do not lie in ../shared/data/peers"))
struct PeerTests {
    static func file(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: SharedFiles.peers.appendingPathComponent(path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    static func observation(_ metric: any Metric, _ facts: ExampleFacts, _ interpretation: Interpretation = Interpretation()) throws
        -> Observation
    {
        let window = Window(from: try #require(CalendarDay(iso: "2024-01-01")), to: try #require(CalendarDay(iso: "2027-01-01")))
        let now = try #require(Instant(iso: "2027-01-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, interpretation, now: now)
        return observe(metric, histories, MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    // CHAOSS

    @Test func `CHAOSS: the contributor absence factor of the metric's page is ours`() throws {
        let file = try Self.file("chaoss/contributor_absence_factor.json")
        let contributions = try #require(file["contributions"] as? [Int])
        let expected = try #require(file["expected"] as? Int)
        let writers = contributions.enumerated().flatMap { person, count in [String](repeating: "P\(person)", count: count) }
        let shown = try Self.observation(WorkSharing(), TeamExample.commits(writers, merge: false))
        let half = try #require(shown.parts.first { $0.name == "how few hold half" })
        #expect(shown.n == contributions.reduce(0, +) && half.observation.value == Double(expected))
    }

    // Truck-Factor

    @Test func `Truck-Factor: the parameters that the authors publish are ours`() throws {
        let parameters = try #require(try Self.file("truck-factor/readme_2016-11.json")["params"] as? [String: Double])
        let share = try #require(parameters["normalizedDOA"])
        let least = try #require(parameters["absoluteDOA"])
        #expect(DegreeOfAuthorship.isAuthor(least, highest: least, isFirst: false))
        #expect(!DegreeOfAuthorship.isAuthor(least.nextDown, highest: least, isFirst: false))
        #expect(!DegreeOfAuthorship.isAuthor(share * 8, highest: 8, isFirst: true))
        #expect(DegreeOfAuthorship.isAuthor((share * 8).nextUp, highest: 8, isFirst: true))
        #expect(parameters["tfCoverage"] == 0.5 && parameters["minPercentage"] == 0.1)
    }

    // Middleware

    @Test func `Middleware: the first review and the time from opening to merge are ours`() throws {
        let cases = try #require(try Self.file("middleware/pr_performance.json")["cases"] as? [[String: Any]])
        let opened = try #require(Instant(iso: "2024-05-01T00:00:00Z")).seconds
        var compared = 0
        for entry in cases {
            let events = try #require(entry["events"] as? [[String: Any]])
            let pull = try #require(entry["pr"] as? [String: Any])
            let expected = try #require(entry["expected"] as? [String: Any])
            let closed = (pull["closedAtSeconds"] as? Int).map { "\(Instant(seconds: opened + Int64($0)))" } ?? ""
            // The peer starts at ready-for-review; ours starts at the opening, so its rule is the opening moved there.
            let ready = events.first { $0["type"] as? String == "READY_FOR_REVIEW" }?["atSeconds"] as? Int ?? 0
            let facts = ExampleFacts.changes(
                [("!1", "\(Instant(seconds: opened + Int64(ready)))", pull["state"] as? String == "MERGED" ? closed : "", closed)],
                reviews: events.filter { $0["type"] as? String == "REVIEW" }.map {
                    ("!1", "\(Instant(seconds: opened + Int64($0["atSeconds"] as? Int ?? 0)))", false)
                })
            if let first = expected["firstReviewTime"] as? Double {
                let shown = try Self.observation(TimeToFirstReview(), facts)
                #expect(shown.value == (first < 0 ? nil : first / 3600), "\(entry["name"] ?? "")")
                compared += 1
            }
            if let cycle = expected["cycleTime"] as? Double, cycle >= 0 {
                let shown = try Self.observation(ChangeOpenTime(), facts)
                #expect(shown.value == cycle / 3600, "\(entry["name"] ?? "")")
                compared += 1
            }
        }
        #expect(compared == 4)
    }

    /// Middleware's rule: reviews of listed people only, up to the first approval, none where nobody approved.
    static func underMiddleware(_ timeline: [String], reviewers: [String]) -> [(at: String, round: Int64)] {
        var round: Int64 = 1
        var reviews: [(at: String, round: Int64)] = []
        var hasPush = false
        for event in timeline {
            let parts = event.split(separator: "@").map(String.init)
            if parts[0] == "commit" {
                hasPush = true
                continue
            }
            let words = parts[0].split(separator: ":").map(String.init)
            guard reviewers.contains(words[0]) else { continue }
            if hasPush, !reviews.isEmpty { round += 1 }
            hasPush = false
            reviews.append((parts[1], round))
            if words[1] == "APPROVED" { return reviews }
        }
        return []
    }

    @Test func `Middleware: rework cycles are our rounds less one, under its rule`() throws {
        let file = try #require(try Self.file("middleware/pr_performance.json")["reworkCycles"] as? [String: Any])
        let reviewers = try #require(file["reviewers"] as? [String])
        let cases = try #require(file["cases"] as? [[String: Any]])
        for entry in cases {
            let reviews = Self.underMiddleware(try #require(entry["timeline"] as? [String]), reviewers: reviewers)
            let facts = ExampleFacts.changes([("!1", "2024-05-01", "2024-06-01", "2024-06-01")]).adding(
                .review,
                reviews.enumerated().map {
                    (
                        "\($0.offset)", ["reviewed_at": "2024-05-02T0\($0.element.at):00:00Z"],
                        ["round": $0.element.round, "is_author": 0],
                        ["change": "!1"]
                    )
                })
            let rounds = try Self.observation(ReviewRounds(), facts).value ?? 1
            #expect(rounds - 1 == entry["expected"] as? Double, "\(entry["name"] ?? "")")
        }
        #expect(cases.count == 9)
    }

    // Heartbeat

    @Test func `Heartbeat: days of a card in its columns are ours`() throws {
        let cases = try #require(try Self.file("heartbeat/cycle_time.json")["cases"] as? [[String: Any]])
        let entry = try #require(cases.first)
        let days = try #require(entry["perCardDays"] as? [String: Double])
        let expected = try #require(entry["expected"] as? [String: Any])
        let board = Interpretation(
            stages: StageMap(
                [
                    Stage(name: "TODO", kind: .backlog), Stage(name: "DOING", kind: .active), Stage(name: "BLOCKED", kind: .wait),
                    Stage(name: "TESTING", kind: .active), Stage(name: "DONE", kind: .done),
                ], commitment: "DOING"))
        var at = try #require(Instant(iso: "2024-05-01T00:00:00Z")).seconds
        var entered = ["\(Instant(seconds: at)) OTHER"]
        at += Int64(((days["OTHER"] ?? 0) * 86_400).rounded())
        // The peer counts flagged time as blocked.
        for (column, length) in [
            ("TODO", days["TODO"] ?? 0), ("DOING", days["DOING"] ?? 0), ("BLOCKED", (days["BLOCKED"] ?? 0) + (days["FLAG"] ?? 0)),
            ("TESTING", days["TESTING"] ?? 0),
        ] {
            entered.append("\(Instant(seconds: at)) \(column)")
            at += Int64((length * 86_400).rounded())
        }
        entered.append("\(Instant(seconds: at)) DONE")
        let histories = fold(
            ExampleFacts.transitions([("A", "feature", entered), ("B", "feature", entered)]).tables, board, now: at + 86_400)
        let window = Window(from: try #require(CalendarDay(iso: "2024-01-01")), to: try #require(CalendarDay(iso: "2025-01-01")))
        func shown(_ metric: any Metric, isElapsed: Bool) -> Observation {
            observe(
                metric, histories,
                MeasureContext(interpretation: board, window: window, options: MetricOptions(isElapsed: isElapsed), now: at + 86_400))
        }
        let perCard = try #require(expected["perCard"] as? Double)
        #expect(abs((shown(CycleTime(), isElapsed: true).value ?? 0) / 24 - perCard) < 1e-9)
        let stages = try #require(expected["stages"] as? [String: [String: Double]])
        let parts = shown(StageTime(), isElapsed: true).parts
        for (theirs, ours) in [("In Dev", "DOING"), ("Block", "BLOCKED"), ("Testing", "TESTING")] {
            let part = try #require(parts.first { $0.name == ours })
            #expect(abs((part.observation.value ?? 0) / 24 - (stages[theirs]?["perCard"] ?? -1)) < 1e-9, "\(ours)")
        }
    }

    @Test func `Heartbeat: working days are ours, but for days that a calendar moves to a weekend`() throws {
        let file = try Self.file("heartbeat/work_days.json")
        let calendars = try #require(file["calendars"] as? [String: Any])
        for entry in try #require(file["workDaysBetweenInclusive"] as? [[String: Any]]) {
            let name = try #require(entry["calendar"] as? String)
            let rules = calendars[name] as? [String: Any]
            let off = Set((rules?["off"] as? [String] ?? []).compactMap { CalendarDay(iso: $0) })
            let moved = (rules?["workingWeekendDays"] as? [String] ?? []).count
            let calendar = WorkingCalendar(holidays: off)
            let counted = calendar.days(
                from: try #require(CalendarDay(iso: entry["from"] as? String ?? "")),
                through: try #require(CalendarDay(iso: entry["to"] as? String ?? "")))
            #expect(counted + moved == entry["expected"] as? Int, "\(name)")
        }
    }
}
