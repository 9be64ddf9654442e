package import HoneFacts
package import HoneLoop

/// Settles on a baseline: the plan as it was said up to a day, kept in a decision that nothing said later can change.
package struct ChangePlan: Sendable {
    let evidence: Evidence
    let log: any DecisionLog

    package init(_ evidence: Evidence, log: any DecisionLog) {
        (self.evidence, self.log) = (evidence, log)
    }

    /// The first baseline.
    ///
    /// - Parameter day: takes what had been said by then; nil takes all that was said.
    /// - Throws: `Refusal` where there can be none.
    package func settle(statedBy day: CalendarDay?, role: String) async throws -> RecordedBaseline {
        if let first = evidence.agreements.plan.baselines.last {
            throw Refusal([
                "Baseline \(first.number) was set on \(DayText.day(set(first))) and stays as it is. Another one takes its place for a reason: hone plan rebaseline --reason \"...\""
            ])
        }
        let proposal = try proposal(statedBy: day)
        return try await record(.setBaseline, proposal, role: role, reason: "")
    }

    /// Another baseline, for a reason; those before stay readable.
    package func resettle(statedBy day: CalendarDay?, role: String, reason: String) async throws -> RecordedBaseline {
        guard let before = evidence.agreements.plan.baselines.last else {
            throw Refusal(["There is no baseline yet: hone plan baseline"])
        }
        let proposal = try proposal(statedBy: day)
        guard !proposal.differences(from: before.baseline).isEmpty else {
            throw Refusal(["The plan says what baseline \(before.number) says, so there is nothing to settle anew."])
        }
        return try await record(.rebaseline, proposal, role: role, reason: reason)
    }

    /// Whether nothing of some lines has a day.
    private func isUndated(_ lines: [String]) -> Bool {
        let plan = evidence.histories.plan
        return lines.allSatisfy { name in
            plan.key.firstIndex(of: name).map { plan.statements(of: $0).allSatisfy { $0.statedAt == Instant.missing } } ?? false
        }
    }

    private func proposal(statedBy day: CalendarDay?) throws -> BaselineProposal {
        if let reason = evidence.product.lifeCycle(on: evidence.today).reasonAgainstPlans { throw Refusal([reason]) }
        let proposal = BaselineProposal(evidence.histories.plan, statedBy: day, zone: evidence.interpretation.zone)
        if proposal.lines.isEmpty {
            throw Refusal([
                evidence.histories.plan.count == 0
                    ? "No plan has been read: add a source with fact: plan_line to hone.yaml and run hone sync, or hone import csv --fact plan_line."
                    : "Nothing had been said of the plan by \(day.map(DayText.day) ?? "then"). Name a later day with --stated-by, or leave it out."
            ])
        }
        if !proposal.disputed.isEmpty {
            if isUndated(proposal.disputed) {
                throw Refusal([
                    "The plan was read in more than one form, and no column says when each was said: it is not known which form of \(proposal.disputed.joined(separator: ", ")) is the later one. Map statedOn to the day of the statement. Where the plan was only corrected: hone store forget with the source that hone store info names, then hone sync."
                ])
            }
            throw Refusal([
                "The last statements of one day say different things of \(proposal.disputed.joined(separator: ", ")), so it is not known which is meant. Mend the export, or take what was said before with --stated-by."
            ])
        }
        if proposal.incomplete.count == proposal.lines.count {
            throw Refusal(["No line of the plan has both a budget and a planned finish: map budget and plannedFinishOn in hone.yaml."])
        }
        return proposal
    }

    private func set(_ baseline: RecordedBaseline) -> CalendarDay {
        evidence.interpretation.zone.day(atSeconds: baseline.baseline.setAt)
    }

    private func record(_ verb: Decision.Verb, _ proposal: BaselineProposal, role: String, reason: String) async throws -> RecordedBaseline
    {
        let baseline = PerformanceBaseline(setAt: evidence.now, lines: proposal.lines)
        let decision = Decision(verb, decidedAt: evidence.now, role: role, reason: reason, details: baseline.details)
        let known = evidence.agreements.plan.baselines.count
        try await log.take([decision]) {
            guard $0.plan.baselines.count == known else { throw Refusal(["Somebody else settled on a baseline meanwhile: hone plan list"]) }
            var record = $0.plan
            guard record.take(decision, id: "") else { throw Refusal(["The baseline was not taken."]) }
        }
        // The log has one order everywhere, in which what was just recorded need not be the last.
        let before = Set(evidence.agreements.plan.baselines.map(\.id))
        let found = Agreements(try await log.decisions()).plan.baselines.last {
            !before.contains($0.id) && $0.reason == reason && $0.baseline == baseline
        }
        guard let found else { throw Refusal(["The baseline was not taken."]) }
        return found
    }
}
