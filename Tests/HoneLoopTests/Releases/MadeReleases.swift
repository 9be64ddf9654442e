import HoneFacts
import HoneMetrics

@testable import HoneLoop

/// A product with three releases, written by hand: six commits, four tags of which two are of one day, ten items.
enum MadeReleases {
    static let now = (Instant(iso: "2026-03-01T12:00:00Z") ?? Instant(seconds: 0)).seconds

    typealias Item = (key: String, type: String, requested: String, started: String, finished: String)

    static let items: [Item] = [
        ("K-1", "feature", "2025-12-20", "2026-01-02", "2026-01-06"), ("K-2", "bug", "2026-01-03", "2026-01-06", "2026-01-09"),
        ("K-3", "feature", "2026-01-08", "2026-01-11", "2026-01-13"), ("K-4", "tool", "2026-01-10", "2026-01-19", "2026-01-21"),
        ("K-5", "bug", "2026-01-26", "2026-01-30", "2026-02-02"),
        // Finished, and in no release yet.
        ("K-6", "feature", "2026-02-01", "2026-02-05", "2026-02-10"),
        // Open: before the first release, on its day, on the day before the second, after the last.
        ("K-7", "bug", "2025-12-01", "", ""), ("K-8", "bug", "2026-01-10", "", ""), ("K-9", "feature", "2026-01-24", "", ""),
        ("K-10", "bug", "2026-02-20", "", ""),
    ]

    private static let commits: [(sha: String, parents: String, at: String, key: String)] = [
        ("c1", "", "2026-01-05T12:00:00Z", "K-1"), ("c2", "c1", "2026-01-08T12:00:00Z", "K-2"),
        ("c3", "c2", "2026-01-12T12:00:00Z", "K-3"), ("c4", "c3", "2026-01-20T12:00:00Z", "K-4"),
        ("c5", "c4", "2026-02-02T12:00:00Z", "K-5"), ("c6", "c5", "2026-02-10T12:00:00Z", "K-6"),
    ]

    private static let tags: [(name: String, sha: String, at: String)] = [
        ("v1.0", "c2", "2026-01-10T12:00:00Z"), ("docs-3", "c3", "2026-01-25T08:00:00Z"), ("v1.1", "c4", "2026-01-25T12:00:00Z"),
        ("v1.2", "c5", "2026-02-03T12:00:00Z"),
    ]

    static var facts: ExampleFacts {
        ExampleFacts.items(items)
            .adding(
                .commit,
                commits.map {
                    (
                        $0.sha, ["authored_at": $0.at, "committed_at": $0.at], ["is_inside": 1, "is_bot": 0],
                        ["sha": $0.sha, "parents": $0.parents, "keys": $0.key]
                    )
                }
            )
            .adding(.tag, tags.map { ($0.name, ["tagged_at": $0.at], [:], ["name": $0.name, "sha": $0.sha]) })
            .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c6"])])
    }

    static func versions(_ rows: [(name: String, at: String)]) -> [(
        id: String, dates: [String: String], integers: [String: Int64], texts: [String: String]
    )] {
        rows.map { ($0.name, $0.at.isEmpty ? [:] : ["released_at": $0.at], [:], ["name": $0.name]) }
    }

    static func histories(_ facts: ExampleFacts = facts, _ interpretation: Interpretation = Interpretation()) -> Histories {
        fold(facts.tables, interpretation, now: now)
    }

    static func builder(_ facts: ExampleFacts = facts, _ agreements: Agreements = Agreements([])) -> ReleasesBuilder {
        ReleasesBuilder(
            product: Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)]), interpretation: Interpretation(),
            histories: histories(facts), agreements: agreements, now: now)
    }
}
