/// What a metric looks at, for somebody who knows none of our terms. Each metric that a brief can be about has its words here.
struct PlainWords: Sendable, Equatable {
    /// What is looked at: `the time from the start of a piece of work to its end`.
    let phrase: String
    /// What is counted, more than one of it: `pieces of work`.
    let things: String
    /// What each value counts where it is neither a time nor a share: `change of hands`, `changes of hands`.
    var unit = (one: "", many: "")

    static func == (left: PlainWords, right: PlainWords) -> Bool {
        left.phrase == right.phrase && left.things == right.things && left.unit == right.unit
    }

    /// - Parameter metric: its id; nil for one that no brief can be about.
    static func of(_ metric: String) -> PlainWords? { all[metric] }

    /// Of a part that is another number than its metric: `days between releases`.
    static func of(_ metric: String, part: String) -> PlainWords? { parts["\(metric) \(part)"] }

    private static let parts: [String: PlainWords] = [
        "wait-for-product hours before engineering": .init(phrase: "the time from an idea until the building may begin", things: work),
        "release-frequency days between releases": .init(phrase: "the time between two new versions", things: "new versions"),
        "deployment-frequency days between deployments of a service": .init(
            phrase: "the time between two updates of a service", things: updates),
        "blocked-time hours of blocked items": .init(phrase: "the time that a piece of work was held up", things: work),
        "say-do done of those put in after the start": .init(
            phrase: "how much of the work that came in after a period had begun was done in it", things: work),
    ]

    private static let work = "pieces of work"
    private static let changes = "changes to the product"
    private static let updates = "updates"

    private static let all: [String: PlainWords] = [
        // How work moves.
        "lead-time": .init(phrase: "the time from asking for something to having it", things: work),
        "cycle-time": .init(phrase: "the time from the start of a piece of work to its end", things: work),
        "stage-time": .init(phrase: "the time from an idea to a working product", things: work),
        "time-in-status": .init(phrase: "the time that a piece of work spends in one place on our board", things: work),
        "throughput": .init(phrase: "how many pieces of work we finish", things: work),
        "item-size": .init(phrase: "how large the pieces are that we finish", things: work),
        "flow-efficiency": .init(phrase: "how much of its time a piece of work is worked on", things: work),
        "flow-distribution": .init(phrase: "what our finished work was spent on", things: work),
        "blocked-time": .init(phrase: "how much work was held up by something outside our hands", things: work),
        "discard-rate": .init(phrase: "how much work was given up before it was finished", things: work),
        "commitment-returns": .init(phrase: "how often we put back work that we had promised", things: "times"),
        "arrival-balance": .init(phrase: "whether more work comes in than goes out", things: work),
        "sle-attainment": .init(phrase: "how often work is done within the days that we told people", things: work),
        "say-do": .init(phrase: "how much of the work that we plan for a period gets done in it", things: work),
        "wait-for-product": .init(phrase: "how much of the time from an idea to its end lies before the building may begin", things: work),
        // How good it is.
        "reopen-rate": .init(phrase: "how much finished work had to be taken up again", things: work),
        "bug-fix-time": .init(phrase: "the time from the report of a fault to its repair", things: "faults"),
        "labour-per-bug-fix": .init(phrase: "the hours of work that it takes to repair a fault", things: "faults"),
        "legacy-bug-count": .init(phrase: "how many old faults we carry with us", things: "faults"),
        "defect-removal-effectiveness": .init(phrase: "how many faults we found before our users did", things: "faults"),
        "defect-removal-by-phase": .init(phrase: "how many faults each phase of the work lets through", things: "faults"),
        "phase-containment": .init(phrase: "how many faults we catch where we make them", things: "faults"),
        // How it reaches users.
        "release-frequency": .init(phrase: "how often users get something new from us", things: "new versions"),
        "deployment-frequency": .init(phrase: "how often something new reaches our users", things: updates),
        "change-lead-time": .init(phrase: "the time from making a change to handing it to users", things: changes),
        "change-lead-time-to-deployment": .init(phrase: "the time from making a change until users have it", things: changes),
        "change-open-time": .init(phrase: "the time from handing in a change until it is part of the product", things: changes),
        "change-fail-rate": .init(phrase: "how many of our updates hurt users", things: updates),
        "deployment-rework-rate": .init(phrase: "how many of our updates only mend what an earlier one broke", things: updates),
        "failed-deployment-recovery-time": .init(phrase: "the time until users are well again after an update hurt them", things: updates),
        "batch-size": .init(phrase: "how many changes go to users at once", things: updates, unit: ("change", "changes")),
        "build-fail-rate": .init(phrase: "how often the automatic check of our work fails", things: "checks"),
        // How people work together.
        "time-to-first-review": .init(phrase: "the time that a change waits until somebody else has looked at it", things: changes),
        "review-depth": .init(phrase: "how many remarks others make on a change", things: changes, unit: ("remark", "remarks")),
        "review-rounds": .init(phrase: "how often a change goes back to be made better", things: changes, unit: ("time", "times")),
        "merged-without-review": .init(phrase: "how many changes nobody else had looked at", things: changes),
        "co-authored-share": .init(phrase: "how much we write together", things: changes),
        "hand-offs": .init(
            phrase: "how often a piece of work changes hands", things: work, unit: ("change of hands", "changes of hands")),
        // How we get better.
        "improvement-share": .init(phrase: "how much of our finished work makes later work easier", things: work),
        "improvement-planned": .init(phrase: "how much of our planned work makes later work easier", things: work),
        "improvement-lane": .init(phrase: "how much of the plan is kept for getting better", things: work),
        "work-without-a-story": .init(phrase: "how much work is done that stands in no list", things: changes),
        "retro-follow-through": .init(phrase: "how much of what we mean to improve gets done", things: "good intentions"),
        "build-measure-learn": .init(phrase: "the time from an idea to knowing whether it is worth going on", things: "ideas"),
        "validated-learning-rate": .init(phrase: "how many of our tries taught us something", things: "tries"),
        "code-age": .init(phrase: "the time since a part of our product was last touched", things: "parts"),
        "rework": .init(phrase: "how much of what we write we throw away again within three weeks", things: "lines"),
        "product-measures": .init(phrase: "the number that we keep of our product", things: "values"),
        "schedule-slip": .init(phrase: "by how much the end moves when we plan anew", things: "plans"),
    ]
}
