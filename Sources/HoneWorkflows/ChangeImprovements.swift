package import HoneFacts
package import HoneLoop

/// The steps of an improvement from a note to a decision. Each reads the log, asks whether the step is possible, and records it.
///
/// What is recorded always fits: the same code decides here and when the log is read again.
package struct ChangeImprovements: Sendable {
    let log: any DecisionLog
    /// Seconds since 1970.
    let now: Int64

    package init(log: any DecisionLog, now: Int64) {
        (self.log, self.now) = (log, now)
    }

    package func agreements() async throws -> Agreements { Agreements(try await log.decisions()) }

    package func found(_ number: Int, _ agreements: Agreements) throws(Refusal) -> Improvement {
        if let improvement = agreements.improvements.first(where: { $0.number == number }) { return improvement }
        throw Refusal(["There is no improvement \(number); hone improvement list shows them all."])
    }

    /// - Parameter follows: the improvement that it came out of, such as one that was adapted.
    package func note(_ title: String, role: String = "team", follows: Improvement? = nil) async throws -> Improvement {
        let details = follows.map { ["follows": $0.id] } ?? [:]
        try await log.append(Decision(.note, decidedAt: now, role: role, text: title, details: details))
        guard let noted = try await agreements().improvements.last(where: { $0.title == title }) else {
            throw Refusal(["The note was not taken."])
        }
        return noted
    }

    package func shape(_ number: Int, _ shape: ImprovementShape, role: String) async throws -> Improvement {
        try await step(number) { Decision(.shapeImprovement, decidedAt: now, role: role, subject: $0.id, details: shape.details) }
    }

    /// A change of at most a day, without a hypothesis.
    package func commitSmall(_ number: Int, _ shape: ImprovementShape, role: String) async throws -> Improvement {
        try await step(number) { Decision(.commitSmall, decidedAt: now, role: role, subject: $0.id, details: shape.details) }
    }

    /// Freezes the terms of a shaped improvement, or other terms of a committed one that is not in force yet.
    /// - Parameter shape: what it is about, said in the same breath; recorded only where the terms can be frozen too.
    package func commit(
        _ number: Int, _ draft: ImprovementDraft, shape: ImprovementShape? = nil, role: String, _ evidence: EffectEvidence
    ) async throws -> Improvement {
        let agreements = try await agreements()
        var improvement = try found(number, agreements)
        var steps: [Decision] = []
        if let shape {
            let step = Decision(.shapeImprovement, decidedAt: now, role: role, subject: improvement.id, details: shape.details)
            var record = agreements.record
            guard record.take(step, id: ""), let shaped = record.improvement(id: improvement.id) else {
                throw Self.refusal(improvement, .shapeImprovement)
            }
            improvement = shaped
            steps = [step]
        }
        let old: ImprovementTerms? = if case .committed(let committed) = improvement.state { committed.terms } else { nil }
        switch improvement.state {
        case .shaped, .committed: break
        // What it is about is asked for together with the terms.
        case .noted, .parked, .escalated: break
        default: throw Self.refusal(improvement, .commitImprovement)
        }
        let terms: ImprovementTerms
        do {
            terms = try draft.terms(improvement, after: old, agreements, evidence)
        } catch {
            throw Refusal(error.sentences + draft.example(improvement, after: old, evidence))
        }
        let verb: Decision.Verb = old == nil ? .commitImprovement : .reviseImprovement
        steps.append(Decision(verb, decidedAt: now, role: role, subject: improvement.id, details: terms.details))
        return try await record(steps, improvement)
    }

    package func putInForce(_ number: Int, on day: CalendarDay, role: String) async throws -> Improvement {
        try await step(number) { Decision(.putInForce, decidedAt: now, role: role, subject: $0.id, until: day) }
    }

    /// - Parameter evidence: where the effect is read that is kept with the decision.
    package func decide(
        _ number: Int, _ answer: ImprovementAnswer, reason: String, learned: String, costHours: Double?, role: String,
        _ evidence: EffectEvidence
    ) async throws -> Improvement {
        let agreements = try await agreements()
        let improvement = try found(number, agreements)
        let reading = ImprovementReading(improvement, among: agreements.improvements, evidence)
        let effect = reading?.recorded
        if case .inForce = improvement.state, answer != .unmeasured, effect == nil {
            let standing = ImprovementWords(improvement, reading, evidence.interpretation.zone, on: evidence.today, unfunded: nil).standing
            throw Refusal([
                "Improvement \(number) cannot be judged yet: \(standing).",
                "Wait for the look, or decide without one: hone improvement decide \(number) unmeasured --reason \"...\"",
            ])
        }
        var details = effect?.details ?? [:]
        if !learned.isEmpty { details["learned"] = learned }
        if let costHours { details["cost-hours"] = "\(costHours)" }
        return try await record(
            Decision(
                .decideImprovement, decidedAt: now, role: role, subject: improvement.id, text: answer.rawValue, reason: reason,
                details: details), improvement)
    }

    /// Any other step: decline, park, escalate, link a story, done.
    package func step(
        _ verb: Decision.Verb, _ number: Int, role: String, text: String = "", reason: String = "", until: CalendarDay? = nil
    ) async throws -> Improvement {
        try await step(number) {
            Decision(verb, decidedAt: now, role: role, subject: $0.id, text: text, reason: reason, until: until)
        }
    }

    /// Asks the person who decides about an improvement.
    package func ask(_ number: Int, _ ask: String, details: [String: String], role: String) async throws {
        let agreements = try await agreements()
        let improvement = try found(number, agreements)
        guard improvement.isOpen else { throw Refusal(["Improvement \(number) is over, so there is nothing to ask for."]) }
        let decision = Decision(.askBrief, decidedAt: now, role: role, subject: improvement.id, text: ask, details: details)
        try await log.take([decision]) {
            var briefs = $0.briefs
            guard briefs.take(decision, improvement) else {
                throw Refusal([
                    "Improvement \(number) was asked about already, and the answer is still to come: hone brief show \(number)"
                ])
            }
        }
    }

    package func answer(
        _ number: Int, _ kind: BriefRequest.Answer.Kind, reason: String, until: CalendarDay?, role: String
    ) async throws {
        let agreements = try await agreements()
        let improvement = try found(number, agreements)
        let decision = Decision(
            .answerBrief, decidedAt: now, role: role, subject: improvement.id, text: kind.rawValue, reason: reason, until: until)
        try await log.take([decision]) {
            var briefs = $0.briefs
            guard briefs.take(decision, improvement) else {
                guard $0.briefs.request(of: improvement.id) != nil else {
                    throw Refusal(["Nothing was asked about improvement \(number) yet: hone brief ask \(number) --ask \"...\""])
                }
                throw Refusal([
                    "Improvement \(number) is answered, and an answer stands. To ask again: hone brief ask \(number) --ask \"...\""
                ])
            }
        }
    }

    private func step(_ number: Int, _ decision: (Improvement) -> Decision) async throws -> Improvement {
        let improvement = try found(number, await agreements())
        return try await record(decision(improvement), improvement)
    }

    private func record(_ decision: Decision, _ improvement: Improvement) async throws -> Improvement {
        try await record([decision], improvement)
    }

    /// All of the steps, or none.
    private func record(_ decisions: [Decision], _ improvement: Improvement) async throws -> Improvement {
        try await log.take(decisions) {
            var record = $0.record
            for decision in decisions {
                // Notes may tick what a list once dropped; here it would take the reason from every page.
                if case .declined = record.improvement(id: improvement.id)?.state, decision.verb == .finishImprovement {
                    throw Self.refusal(improvement, decision.verb)
                }
                guard record.take(decision, id: "") else {
                    throw Self.refusal(record.improvement(id: improvement.id) ?? improvement, decision.verb)
                }
            }
        }
        return try await agreements().record.improvement(id: improvement.id) ?? improvement
    }

    /// Why a step is none in this state.
    private static func refusal(_ improvement: Improvement, _ verb: Decision.Verb) -> Refusal {
        let number = improvement.number
        let name = "Improvement \(number)"
        switch (improvement.state, verb) {
        case (.decided, _):
            return Refusal(["\(name) is decided. A next one begins with a note: hone note \"...\""])
        case (.done, _): return Refusal(["\(name) is done. A next one begins with a note: hone note \"...\""])
        case (.declined, _): return Refusal(["\(name) was declined. If it comes back, note it anew: hone note \"...\""])
        case (_, .commitSmall):
            return Refusal([
                "A small change takes at most \(ValueText.short(SmallImprovement.mostHours)) hours and says how many: hone improvement commit \(number) --small --cost-hours 4. Larger ones are committed with a hypothesis: hone improvement commit \(number) says what that takes, with an example."
            ])
        case (.noted, .commitImprovement), (.parked, .commitImprovement), (.escalated, .commitImprovement):
            return Refusal([
                "\(name) is not shaped yet. Say what it is about first: hone improvement shape \(number) --kind process"
            ])
        case (.inForce, .commitImprovement), (.inForce, .reviseImprovement), (.inForce, .shapeImprovement), (.inForce, .putInForce):
            return Refusal([
                "\(name) is in force, and its terms are frozen. Decide it, and note what comes next: hone improvement decide \(number) adapt"
            ])
        case (.smallInForce, .decideImprovement):
            return Refusal([
                "Nothing was agreed to measure for the small change \(number), so it is decided as unmeasured: hone improvement decide \(number) unmeasured --reason \"...\""
            ])
        case (.smallInForce, .finishImprovement):
            return Refusal([
                "A small change that began is decided, as unmeasured: hone improvement decide \(number) unmeasured --reason \"...\""
            ])
        case (.small, .finishImprovement):
            return Refusal([
                "\(name) is committed and not begun. Say since when people work in the new way: hone improvement start \(number)"
            ])
        case (_, .putInForce):
            return Refusal(["\(name) is not committed yet: hone improvement commit \(number) says what that takes, with an example."])
        case (_, .decideImprovement):
            return Refusal([
                "\(name) is not in force yet. If it will not be done: hone improvement decline \(number) --reason \"...\""
            ])
        default: return Refusal(["This is no step from where improvement \(number) stands: hone improvement show \(number)"])
        }
    }
}
