internal import HoneFacts

/// A board with a git history: three items elsewhere take a day, one in the old code takes three.
enum DebtInterestExample {
    static let example: WorkedExample = {
        let items = [("K-1", "+9 new/a.c", 3), ("K-2", "+9 new/b.c", 3), ("K-3", "+9 new/c.c", 3), ("K-4", "+9 old/d.c", 5)]
        let keys = items.map(\.0)
        var facts = ExampleFacts.transitions(
            items.map { ($0.0, "feature", ["2026-03-02T12:00:00Z Doing", "2026-03-0\($0.2)T12:00:00Z Done"]) })
        let git = ExampleFacts.git(
            commits: keys.enumerated().map {
                ("c\($0.offset)", $0.offset == 0 ? "" : "c\($0.offset - 1)", "2026-03-0\($0.offset + 2)T13:00:00Z")
            },
            tags: []
        ).touching(items.enumerated().map { ("c\($0.offset)", "Ann", [$0.element.1]) })
        facts.tables.batches.merge(git.tables.batches) { $1 }
        return WorkedExample(
            "Three items elsewhere took 24 hours in active stages, the one that touched old/ took 72: 48 more, once in four weeks. One item shows nothing for sure.",
            facts.namingItems(keys), from: "2026-03-01", to: "2026-03-29",
            interpretation: Interpretation(stages: Interpretation.board.stages, debtAreas: ["old/*"]), expected: 12, n: 1)
    }()
}

extension ExampleFacts {
    /// The same commits, each with the key of an item in its message, in order.
    func namingItems(_ keys: [String]) -> Self {
        var facts = self
        facts.tables.batches[.commit] = FactBatches(
            tables[.commit].map { batch in
                var copy = FactBatch(.commit, origin: batch.origin)
                for row in 0..<batch.count {
                    let values = zip(batch.row(row), FactFamily.commit.columns).map { value, column -> FactValue in
                        column.name == "keys" && row < keys.count ? .text(keys[row]) : value
                    }
                    copy.append(id: batch.id(row), row: values)
                }
                return copy
            })
        return facts
    }
}
