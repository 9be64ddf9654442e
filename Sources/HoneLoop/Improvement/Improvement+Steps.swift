import HoneFacts

/// One decision after another.
extension Improvement {
    /// - Returns: whether the decision is a step that its state allows; nothing changes otherwise.
    mutating func take(_ decision: Decision) -> Bool {
        switch decision.verb {
        case .noteImprovement, .carryImprovement, .finishImprovement, .dropImprovement: return takeNotes(decision)
        case .linkStory:
            guard !decision.text.isEmpty || !decision.reason.isEmpty else { return false }
            story = decision.text.isEmpty ? Story.none(reason: decision.reason) : .item(decision.text)
            return true
        default:
            guard let next = next(decision) else { return false }
            state = next
            changedAt = decision.decidedAt
            return true
        }
    }

    private func next(_ decision: Decision) -> State? {
        switch state {
        case .noted(let noted): shaped(noted, decision) ?? early(noted, decision)
        case .parked(let parked): shaped(parked, decision) ?? early(parked, decision)
        case .escalated(let escalated): shaped(escalated, decision) ?? early(escalated, decision)
        case .shaped(let shape):
            if decision.verb == .commitImprovement, let terms = ImprovementTerms(decision.details) {
                .committed(shape.committed(terms, at: decision.decidedAt))
            } else {
                shaped(shape, decision) ?? early(shape, decision)
            }
        case .committed(let committed):
            switch decision.verb {
            case .reviseImprovement: ImprovementTerms(decision.details).map { .committed(committed.revised($0, at: decision.decidedAt)) }
            case .putInForce: decision.until.map { .inForce(committed.inForce(on: $0)) }
            default: early(committed, decision)
            }
        case .small(let small):
            decision.verb == .putInForce ? decision.until.map { .smallInForce(small.inForce(on: $0)) } : early(small, decision)
        case .inForce(let now):
            decided(decision) { now.decided($0, $1) }
        case .smallInForce(let now):
            decided(decision) { $0 == .unmeasured ? now.unmeasured($1) : nil }
        case .decided, .done, .declined: nil
        }
    }

    private func shaped(_ state: some ShapeableImprovement, _ decision: Decision) -> State? {
        guard let shape = ImprovementShape(decision.details) else { return nil }
        switch decision.verb {
        case .shapeImprovement: return .shaped(state.shaped(shape))
        case .commitSmall: return state.committedAsSmall(shape).map { .small($0) }
        default: return nil
        }
    }

    private func early(_ state: some EarlyImprovement, _ decision: Decision) -> State? {
        switch decision.verb {
        case .decline: state.declined(decision.reason, at: decision.decidedAt).map { .declined($0) }
        case .park: decision.until.flatMap { state.parked(decision.reason, until: $0) }.map { .parked($0) }
        case .escalate: state.escalated(to: decision.text, decision.reason).map { .escalated($0) }
        default: nil
        }
    }

    private func decided(
        _ decision: Decision, _ step: (ImprovementAnswer, DecidedImprovement.Grounds) -> DecidedImprovement?
    ) -> State? {
        guard decision.verb == .decideImprovement, let answer = ImprovementAnswer(rawValue: decision.text) else { return nil }
        let grounds = DecidedImprovement.Grounds(
            reason: decision.reason, effect: RecordedEffect(decision.details), learned: decision.details["learned"] ?? "",
            costHours: ImprovementShape.cost(decision.details), decidedAt: decision.decidedAt)
        return step(answer, grounds).map { .decided($0) }
    }

    /// What the notes of a ceremony say of it. They do not undo what people decided elsewhere.
    private mutating func takeNotes(_ decision: Decision) -> Bool {
        let isOver = if case .done = state { true } else if case .declined = state { true } else { false }
        switch decision.verb {
        case .noteImprovement:
            if listing?.dueOn == nil { listing?.dueOn = decision.until }
        case .carryImprovement:
            guard let day = decision.until else { return false }
            let isLatest = listing.map { day > $0.lastListedOn } ?? true
            if listing == nil { listing = Listing(notedOn: day) } else { listing?.list(on: day) }
            // Listed as open after it was ticked on an unknown day: it is not done. A known day stands.
            if isLatest, decision.text == ImprovementRecord.open, isOver, closedOn == nil { state = .noted(NotedImprovement()) }
        case .finishImprovement where isOver || isOpenToNotes:
            state = .done(DoneImprovement(on: decision.until, recordedAt: decision.decidedAt))
        case .dropImprovement where isOver || isOpenToNotes:
            state = .declined(DeclinedImprovement(reason: decision.reason, on: decision.until, recordedAt: decision.decidedAt))
        default: return false
        }
        return true
    }

    /// Whether nobody has promised it.
    private var isOpenToNotes: Bool {
        switch state {
        case .noted, .shaped, .parked, .escalated: true
        default: false
        }
    }
}
