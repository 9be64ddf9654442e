internal import HoneFacts

extension ExampleFacts {
    /// Deployments to production: key, finish, status (empty: it succeeded), deployed commit.
    package static func deployments(_ rows: [(key: String, at: String, status: String, sha: String)]) -> Self {
        ExampleFacts().deploying(rows)
    }

    /// The same facts and deployments to production.
    package func deploying(_ rows: [(key: String, at: String, status: String, sha: String)]) -> Self {
        adding(
            .deployment,
            rows.map { row in
                (row.key, ["finished_at": row.at], [:], ["key": row.key, "status": row.status, "sha": row.sha])
            })
    }

    /// The same facts and incidents: key, opened, resolved, and the deployment that the source says caused it.
    package func incidents(_ rows: [(key: String, opened: String, resolved: String, deployment: String)]) -> Self {
        adding(
            .incident,
            rows.map { row in
                (row.key, ["opened_at": row.opened, "resolved_at": row.resolved], [:], ["key": row.key, "deployment": row.deployment])
            })
    }

    /// Statements of a plan: line, work kind, day it was said, planned start and finish, budget, day it was done, cost so far.
    package static func plan(
        _ rows: [(
            key: String, type: String, stated: String, start: String, finish: String, budget: String, done: String, cost: String
        )]
    ) -> Self {
        plan(phased: rows.map { ($0.key, $0.type, $0.stated, $0.start, $0.finish, $0.budget, $0.done, $0.cost, "") })
    }

    package typealias PlanRow = (
        key: String, type: String, stated: String, start: String, finish: String, budget: String, done: String, cost: String,
        phase: String
    )

    /// The same with the phase that each line belongs to.
    package static func plan(phased rows: [PlanRow]) -> Self {
        ExampleFacts().adding(
            .planLine,
            rows.enumerated().map { number, row in
                (
                    "\(number)",
                    [
                        "stated_at": row.stated, "planned_start_at": row.start, "planned_finish_at": row.finish,
                        "finished_at": row.done,
                    ], [:], ["key": row.key, "type": row.type, "budget": row.budget, "cost": row.cost, "phase": row.phase]
                )
            })
    }
}
