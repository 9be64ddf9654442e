package import HoneFacts

/// What people agree to: a metric as it is defined now, the goal it serves, a target or none, and what guards it.
package struct KPITerms: Sendable, Equatable {
    package var metric: String
    /// Of the metric's definition. Another version is another number, and these terms do not speak of it.
    package var definitionVersion: Int
    /// Id of the decision that added the goal.
    package var goal: String
    package var question: String
    /// What is better for whom when the number is.
    package var outcome: String
    /// Nil: the number is watched, without a target.
    package var target: Bound?
    package var guardMetric: String
    package var guardVersion: Int
    package var guardBound: Bound
    package var usedFor: String
    package var notFor: String
    package var reviewOn: CalendarDay
    /// Why there is one more than five; empty where there are fewer.
    package var beyondFive: String

    package init(
        metric: String, definitionVersion: Int, goal: String, question: String, outcome: String, target: Bound?, guardMetric: String,
        guardVersion: Int, guardBound: Bound, usedFor: String, notFor: String, reviewOn: CalendarDay, beyondFive: String = ""
    ) {
        (self.metric, self.definitionVersion, self.goal) = (metric, definitionVersion, goal)
        (self.question, self.outcome, self.target) = (question, outcome, target)
        (self.guardMetric, self.guardVersion, self.guardBound) = (guardMetric, guardVersion, guardBound)
        (self.usedFor, self.notFor, self.reviewOn, self.beyondFive) = (usedFor, notFor, reviewOn, beyondFive)
    }
}

extension KPITerms {
    /// As a decision holds them.
    package var details: [String: String] {
        var details = [
            "metric": metric, "definition": String(definitionVersion), "goal": goal, "question": question, "outcome": outcome,
            "guard": guardMetric, "guard-definition": String(guardVersion), "guard-bound": guardBound.recorded, "used-for": usedFor,
            "not-for": notFor, "review-on": reviewOn.description,
        ]
        if let target { details["target"] = target.recorded }
        if !beyondFive.isEmpty { details["beyond-five"] = beyondFive }
        return details
    }

    /// Nil where one of the terms is missing or empty: without goal, question, outcome, guard, use and review day there is no KPI.
    package init?(_ details: [String: String]) {
        func text(_ name: String) -> String? { details[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let metric = text("metric"), let definition = text("definition").flatMap({ Int($0) }), let goal = text("goal"),
            let question = text("question"), let outcome = text("outcome"), let guardMetric = text("guard"), guardMetric != metric,
            let guardVersion = text("guard-definition").flatMap({ Int($0) }),
            let guardBound = text("guard-bound").flatMap({ Bound(recorded: $0) }), let usedFor = text("used-for"),
            let notFor = text("not-for"), let reviewOn = text("review-on").flatMap({ CalendarDay(iso: $0) })
        else { return nil }
        let target = text("target").flatMap { Bound(recorded: $0) }
        guard (target == nil) == (details["target"] == nil) else { return nil }
        self.init(
            metric: metric, definitionVersion: definition, goal: goal, question: question, outcome: outcome, target: target,
            guardMetric: guardMetric, guardVersion: guardVersion, guardBound: guardBound, usedFor: usedFor, notFor: notFor,
            reviewOn: reviewOn, beyondFive: details["beyond-five"] ?? "")
    }
}
