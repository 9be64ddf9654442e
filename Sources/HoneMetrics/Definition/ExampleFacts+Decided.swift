package import HoneFacts

extension ExampleFacts {
    /// The histories of the example, as they are known at an instant.
    package func histories(_ interpretation: Interpretation, now: Int64) -> Histories {
        var histories = fold(tables, interpretation, now: now)
        (histories.actions, histories.loops) = (actions, loops)
        return histories
    }

    private static func day(_ text: String) -> CalendarDay? { CalendarDay(iso: text) }

    /// Improvements: name, day it was raised, day it is due, day it was done (empty: it is open), and whether it was given up.
    static func actions(_ rows: [(name: String, raised: String, due: String, done: String, isGivenUp: Bool)]) -> Self {
        var facts = ExampleFacts()
        facts.actions = ActionHistories(
            rows.compactMap { row in
                guard let raisedOn = day(row.raised) else { return nil }
                let outcome: ActionHistories.Action.Outcome = row.isGivenUp ? .withdrawn : day(row.done).map { .done(on: $0) } ?? .open
                return .init(name: row.name, raisedOn: raisedOn, dueOn: day(row.due), outcome: outcome)
            })
        return facts
    }

    /// Loops: name, days of hypothesis, built, first data and decision (empty: not yet), what was decided, success line before data.
    static func loops(
        _ rows: [(
            name: String, stated: String, built: String, data: String, decided: String, decision: LoopHistories.Loop.Decision?,
            hasLine: Bool
        )]
    ) -> Self {
        var facts = ExampleFacts()
        facts.loops = LoopHistories(
            rows.compactMap { row in
                guard let statedOn = day(row.stated) else { return nil }
                return .init(
                    name: row.name, statedOn: statedOn, builtOn: day(row.built), firstDataOn: day(row.data), decidedOn: day(row.decided),
                    decision: row.decision, hasThresholdBeforeData: row.hasLine)
            })
        return facts
    }

    static let exampleActions = ExampleFacts.actions([
        ("automate the release notes", "2026-03-02", "2026-03-16", "2026-03-20", false),
        ("mend the flaky tests", "2026-03-02", "2026-03-16", "2026-03-12", false),
        ("a second test environment", "2026-03-16", "", "", true), ("shorter stand-ups", "2026-03-16", "", "", false),
    ])

    static let exampleLoops = ExampleFacts.loops([
        ("a free tier", "2026-03-01", "2026-03-04", "2026-03-06", "2026-03-10", .persevere, true),
        ("a shorter form", "2026-03-02", "2026-03-12", "2026-03-22", "2026-03-31", .pivot, false),
        ("a video", "2026-04-01", "2026-04-10", "", "", nil, true),
    ])
}
