internal import HoneFacts

/// Boards with a git history in which one part of the code costs more.
enum DebtInterestExample {
    static let time = example(
        "Three items elsewhere took 24 hours in active stages, the one that touched old/ took 72: 48 more, once in four weeks; nothing was a bug. One item shows nothing for sure.",
        [
            ("feature", "+9 new/a.c", 3), ("feature", "+9 new/b.c", 3), ("feature", "+9 new/c.c", 3), ("feature", "+9 old/d.c", 5),
        ], expected: 12, n: 1)

    static let bugs = example(
        "The features took a day everywhere. Elsewhere one bug came to three of them, in old/ three bugs to one: 2 2/3 more than were to be expected, at the 48 hours that the bug elsewhere took, in four weeks. Too few bugs elsewhere to say whether each took longer.",
        [
            ("feature", "+9 new/a.c", 3), ("feature", "+9 new/b.c", 3), ("feature", "+9 new/c.c", 3), ("bug", "+9 new/d.c", 4),
            ("feature", "+9 old/e.c", 3), ("bug", "+9 old/f.c", 3), ("bug", "+9 old/g.c", 3), ("bug", "+9 old/h.c", 3),
        ], expected: 32, n: 1, excluded: ["nothing-like-it-elsewhere": 3])

    /// - Parameter rows: kind of each item, the file its commit touched, and the day of March on which it was done; all begin on the 2nd.
    private static func example(
        _ words: String, _ rows: [(kind: String, line: String, day: Int)], expected: Double, n: Int, excluded: [String: Int] = [:]
    ) -> WorkedExample {
        WorkedExample(
            words, facts(rows), from: "2026-03-01", to: "2026-03-29",
            interpretation: Interpretation(stages: Interpretation.board.stages, debtAreas: ["old/*"]), expected: expected, n: n,
            excluded: excluded)
    }

    private static func facts(_ rows: [(kind: String, line: String, day: Int)]) -> ExampleFacts {
        let keys = rows.indices.map { "K-\($0 + 1)" }
        var facts = ExampleFacts.transitions(
            zip(keys, rows).map { ($0, $1.kind, ["2026-03-02T12:00:00Z Doing", "2026-03-0\($1.day)T12:00:00Z Done"]) })
        let git = ExampleFacts.git(
            commits: rows.indices.map { ("c\($0)", $0 == 0 ? "" : "c\($0 - 1)", "2026-03-0\($0 + 2)T13:00:00Z") }, tags: []
        ).touching(rows.indices.map { ("c\($0)", "Ann", [rows[$0].line]) })
        facts.tables.batches.merge(git.tables.batches) { $1 }
        return facts.namingItems(keys)
    }
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
