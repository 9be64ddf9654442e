package import HoneFacts
import HoneMetrics

/// What somebody would like to agree on, before anybody looked whether it can be a KPI.
package struct KPIDraft: Sendable {
    package var metric: String
    package var goal: Int?
    package var question: String?
    package var outcome: String?
    package var target: String?
    package var isWatch: Bool
    package var guardMetric: String?
    package var guardBound: String?
    package var usedFor: String?
    package var notFor: String?
    package var reviewOn: CalendarDay?
    package var beyondFive: String?

    package init(
        metric: String, goal: Int? = nil, question: String? = nil, outcome: String? = nil, target: String? = nil, isWatch: Bool = false,
        guardMetric: String? = nil, guardBound: String? = nil, usedFor: String? = nil, notFor: String? = nil,
        reviewOn: CalendarDay? = nil, beyondFive: String? = nil
    ) {
        (self.metric, self.goal, self.question, self.outcome) = (metric, goal, question, outcome)
        (self.target, self.isWatch, self.guardMetric, self.guardBound) = (target, isWatch, guardMetric, guardBound)
        (self.usedFor, self.notFor, self.reviewOn, self.beyondFive) = (usedFor, notFor, reviewOn, beyondFive)
    }

    /// Most KPIs at once without a reason for one more.
    package static let most = 5
    /// Days until a review where nobody says otherwise.
    package static let usualReview = 90

    /// - Parameter old: terms that stand where the draft is silent. A target does not outlive the definition that it was set for.
    /// - Throws: `Refusal` with everything that is missing.
    package func terms(after old: KPITerms? = nil, _ agreements: Agreements, on day: CalendarDay) throws(Refusal) -> KPITerms {
        if let explanation = ActivityMeasure.explanation(for: metric) { throw Refusal([explanation]) }
        guard let definition = Catalogue.metric(metric)?.definition else { throw Refusal(Catalogue.absence(of: metric)) }
        var missing: [String] = []
        let goalID = goal.map { number in agreements.currentGoals.first { $0.number == number }?.id } ?? old?.goal
        if goalID == nil {
            missing.append(
                goal == nil
                    ? "--goal N names the goal it serves; hone goal list shows them."
                    : "There is no goal \(goal ?? 0); hone goal list shows them, hone goal add adds one.")
        }
        let aim = target(definition, after: old, &missing)
        let held = guarded(after: old, &missing)
        let (usedFor, notFor) = (Self.text(usedFor) ?? old?.usedFor, Self.text(notFor) ?? old?.notFor)
        if usedFor == nil { missing.append("--used-for says what it is used for, such as \"where we look first in a retrospective\".") }
        if notFor == nil { missing.append("--not-for says what it is not used for, such as \"to judge people or compare teams\".") }
        // A review that was kept from before is over by now.
        let review = reviewOn ?? day + Self.usualReview
        if review <= day { missing.append("--review-by is \(review), which is not in the future.") }
        guard let goalID, let held, let usedFor, let notFor, missing.isEmpty else { throw Refusal(missing) }
        let outcome = Self.text(outcome) ?? old?.outcome ?? agreements.goal(id: goalID)?.outcome ?? ""
        return KPITerms(
            metric: metric, definitionVersion: definition.version, goal: goalID,
            question: Self.text(question) ?? old?.question ?? definition.question, outcome: outcome, target: aim,
            guardMetric: held.definition.id, guardVersion: held.definition.version, guardBound: held.bound, usedFor: usedFor,
            notFor: notFor, reviewOn: review, beyondFive: Self.text(beyondFive) ?? old?.beyondFive ?? "")
    }

    private func target(_ definition: MetricDefinition, after old: KPITerms?, _ missing: inout [String]) -> Bound? {
        if isWatch {
            if target != nil { missing.append("Give --target or --watch, not both.") }
            return nil
        }
        guard let target else {
            guard let old else {
                missing.append("--target says what is aimed at, such as \"\(Bound.example(definition))\"; --watch has none.")
                return nil
            }
            if old.definitionVersion != definition.version {
                missing.append(
                    "The definition of \(metric) is another one since (v\(old.definitionVersion), now v\(definition.version)), so the old target speaks of another number: give --target anew, or --watch."
                )
            }
            return old.target
        }
        let bound = Bound(target, unit: definition.unit)
        if let complaint = bound?.complaint(definition) { missing.append("--target is '\(target)'. \(complaint)") }
        if bound == nil {
            missing.append(
                "--target is '\(target)'; for \(metric) write it as \"\(Bound.example(definition))\", with >= or as a range.")
        }
        return bound
    }

    private func guarded(after old: KPITerms?, _ missing: inout [String]) -> (definition: MetricDefinition, bound: Bound)? {
        guard let id = guardMetric ?? old?.guardMetric else {
            missing.append(
                "A KPI has a guard, so that it is not reached at the cost of something else. For \(metric): \(GuardPairs.proposal(for: metric))"
            )
            return nil
        }
        guard let definition = Catalogue.metric(id)?.definition, id != metric else {
            missing.append(id == metric ? "A metric cannot guard itself." : Catalogue.absence(of: id))
            return nil
        }
        if guardBound == nil, let old, guardMetric == nil || guardMetric == old.guardMetric {
            return (definition, old.guardBound)
        }
        guard let text = guardBound, let bound = Bound(text, unit: definition.unit) else {
            missing.append("--guard-bound says until where \(id) may go, such as \"\(Bound.example(definition))\".")
            return nil
        }
        if let complaint = bound.complaint(definition) { missing.append("--guard-bound is '\(text)'. \(complaint)") }
        return (definition, bound)
    }

    private static func text(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
