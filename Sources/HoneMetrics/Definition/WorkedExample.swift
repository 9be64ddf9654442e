package import HoneFacts

/// A small history with a known answer. It is run as a test, printed by `hone metric explain`, and part of what a team ratifies.
package struct WorkedExample: Sendable {
    package let text: String
    private let made: @Sendable () -> ExampleFacts
    package let window: Window
    package let interpretation: Interpretation
    package let options: MetricOptions
    package let expected: Double?
    package let n: Int
    package let excluded: [String: Int]

    package init(
        _ text: String, _ facts: @autoclosure @escaping @Sendable () -> ExampleFacts, from: String, to: String,
        interpretation: Interpretation = Interpretation(),
        options: MetricOptions = MetricOptions(), expected: Double?, n: Int, excluded: [String: Int] = [:]
    ) {
        self.text = text
        made = facts
        window = Window(from: CalendarDay(iso: from) ?? CalendarDay(number: 0), to: CalendarDay(iso: to) ?? CalendarDay(number: 0))
        self.interpretation = interpretation
        self.options = options
        self.expected = expected
        self.n = n
        self.excluded = excluded
    }

    /// Made when asked for: a page needs the definitions of all metrics, and no example of them.
    package var facts: ExampleFacts { made() }

    /// The instant the example is read at: the first of its window's `to`, in its zone.
    package var now: Int64 { interpretation.zone.startOfDay(window.to) }
}

/// Facts typed in by hand: dates as ISO text, so that an example reads like a table.
package struct ExampleFacts: Sendable {
    package internal(set) var tables = FactTables()
    /// What people decided, for metrics of decisions.
    package internal(set) var actions = ActionHistories()
    package internal(set) var loops = LoopHistories()

    package init() {}

    /// Items with dates: key, type, requested, started, finished; an empty text is "not known".
    package static func items(_ rows: [(key: String, type: String, requested: String, started: String, finished: String)]) -> Self {
        var facts = ExampleFacts()
        var batch = FactBatch(.item, origin: "example")
        for row in rows {
            batch.append(
                id: row.key,
                integers: [
                    "requested_at": instant(row.requested), "started_at": instant(row.started), "finished_at": instant(row.finished),
                ], texts: ["key": row.key, "type": row.type, "shape": "dates"])
        }
        facts.tables.batches[.item] = [batch]
        return facts
    }

    /// Items with transitions: key, type, and the statuses entered, each `2026-03-02T09:00:00Z Doing`.
    package static func transitions(_ rows: [(key: String, type: String, entered: [String])]) -> Self {
        var facts = ExampleFacts()
        var items = FactBatch(.item, origin: "example")
        var transitions = FactBatch(.transition, origin: "example")
        for row in rows {
            items.append(id: row.key, texts: ["key": row.key, "type": row.type, "shape": "transitions"])
            for (ordinal, entry) in row.entered.enumerated() {
                let parts = entry.split(separator: " ", maxSplits: 1).map(String.init)
                transitions.append(
                    id: "\(row.key) \(ordinal)", integers: ["changed_at": instant(parts[0]), "ordinal": Int64(ordinal)],
                    texts: ["item": row.key, "status": parts.count > 1 ? parts[1] : ""])
            }
        }
        facts.tables.batches[.item] = [items]
        facts.tables.batches[.transition] = [transitions]
        return facts
    }

    /// A git history: commits as name, parents and instant; tags as name, commit and instant; HEAD is the last commit.
    package static func git(
        commits: [(sha: String, parents: String, at: String)], tags: [(name: String, sha: String, at: String)]
    ) -> Self {
        var facts = ExampleFacts()
        var commitBatch = FactBatch(.commit, origin: "example")
        for commit in commits {
            commitBatch.append(
                id: commit.sha,
                integers: ["authored_at": instant(commit.at), "committed_at": instant(commit.at), "is_bot": 0, "is_inside": 1],
                texts: ["sha": commit.sha, "parents": commit.parents])
        }
        var tagBatch = FactBatch(.tag, origin: "example")
        for tag in tags {
            tagBatch.append(id: tag.name, integers: ["tagged_at": instant(tag.at)], texts: ["name": tag.name, "sha": tag.sha])
        }
        var head = FactBatch(.head, origin: "example")
        if let last = commits.last { head.append(id: "HEAD", integers: ["is_shallow": 0], texts: ["branch": "main", "sha": last.sha]) }
        facts.tables.batches = [.commit: [commitBatch], .tag: [tagBatch], .head: [head]]
        return facts
    }

    /// Changes as key, opened, merged and closed instants; reviews as change, instant and whether it is the author's own.
    package static func changes(
        _ rows: [(key: String, opened: String, merged: String, closed: String)],
        reviews: [(change: String, at: String, isAuthor: Bool)] = []
    ) -> Self {
        var facts = ExampleFacts()
        var changes = FactBatch(.change, origin: "example")
        for row in rows {
            changes.append(
                id: row.key,
                integers: ["opened_at": instant(row.opened), "merged_at": instant(row.merged), "closed_at": instant(row.closed)],
                texts: ["key": row.key])
        }
        var submitted = FactBatch(.review, origin: "example")
        for (number, review) in reviews.enumerated() {
            submitted.append(
                id: "\(number)", integers: ["reviewed_at": instant(review.at), "is_author": review.isAuthor ? 1 : 0, "is_bot": 0],
                texts: ["change": review.change])
        }
        facts.tables.batches = [.change: [changes], .review: [submitted]]
        return facts
    }

    /// The same facts and more of another family: id, integers (instants as ISO texts in `dates`) and texts.
    package func adding(
        _ family: FactFamily, _ rows: [(id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])]
    ) -> Self {
        var facts = self
        var batch = FactBatch(family, origin: "example")
        for row in rows {
            let integers = row.integers.merging(row.dates.mapValues(Self.instant)) { $1 }
            batch.append(id: row.id, integers: integers, texts: row.texts)
        }
        facts.tables.batches[family, default: []].append(batch)
        return facts
    }

    /// The same items with one more column, by key: for example `["A": 3600]` logged seconds.
    package func with(_ column: String, _ values: [String: Int64]) -> Self {
        with { id in (values[id].map { [column: $0] } ?? [:], [:]) }
    }

    package func with(_ column: String, _ values: [String: String]) -> Self {
        with { id in ([:], values[id].map { [column: $0] } ?? [:]) }
    }

    private func with(_ change: (String) -> ([String: Int64], [String: String])) -> Self {
        var facts = self
        facts.tables.batches[.item] = FactBatches(
            tables[.item].map { batch in
                var copy = FactBatch(.item, origin: batch.origin)
                for row in 0..<batch.count {
                    var (integers, texts) = change(batch.id(row))
                    for (value, schema) in zip(batch.row(row), batch.family.columns) {
                        switch value {
                        case .integer(let number): integers[schema.name] = integers[schema.name] ?? number
                        case .text(let text): texts[schema.name] = texts[schema.name] ?? text
                        case .unknown: break
                        }
                    }
                    copy.append(id: batch.id(row), integers: integers, texts: texts)
                }
                return copy
            })
        return facts
    }

    private static func instant(_ text: String) -> Int64 { Instant(iso: text)?.rawValue ?? Instant.missing }
}
