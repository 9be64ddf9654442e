package import HoneFacts

/// A gate as the decisions left it: the question at the end of a phase whether the next one begins.
package struct Gate: Sendable, Equatable {
    /// Id of the decision that added it.
    package let id: String
    /// 1 is the first ever added.
    package let number: Int
    package let phase: String
    package let name: String
    package let criteria: [GateCriterion]
    /// Nil where nobody said for which day; the last where it was moved.
    package private(set) var plannedOn: CalendarDay?
    /// To another day, oldest first.
    package private(set) var moves: [Move] = []
    package private(set) var state: State
    /// Every sheet that was ever laid out, and every outcome, oldest first.
    package private(set) var sheets: [GateSheet] = []
    package private(set) var closings: [GateClosing] = []

    package struct Move: Sendable, Equatable {
        /// Nil where it was planned for no day before.
        package let from: CalendarDay?
        package let to: CalendarDay
        package let reason: String
    }

    package enum State: Sendable, Equatable {
        case planned(PlannedGate)
        case open(OpenGate)
        case closed(ClosedGate)
        case skipped(SkippedGate)
    }

    /// Nil where the decision lacks a phase, a name or a criterion that can be read.
    init?(_ decision: Decision, id: String, number: Int) {
        var criteria: [GateCriterion] = []
        while let text = decision.details["criterion \(criteria.count + 1)"] {
            guard let criterion = GateCriterion(recorded: text) else { return nil }
            criteria.append(criterion)
        }
        guard decision.verb == .addGate, !decision.subject.isEmpty, !decision.text.isEmpty, !criteria.isEmpty else { return nil }
        (self.id, self.number, self.criteria) = (id, number, criteria)
        (phase, name, plannedOn) = (decision.subject, decision.text, decision.until)
        state = .planned(PlannedGate(plannedOn: decision.until))
    }

    /// What a decision that adds a gate says of its criteria.
    package static func details(_ criteria: [GateCriterion]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: criteria.enumerated().map { ("criterion \($0 + 1)", $1.recorded) })
    }

    package var open: OpenGate? {
        if case .open(let open) = state { open } else { nil }
    }

    package var closed: ClosedGate? {
        if case .closed(let closed) = state { closed } else { nil }
    }

    /// - Returns: whether the decision is a step that its state allows; nothing changes otherwise.
    mutating func take(_ decision: Decision) -> Bool {
        guard let next = next(decision) else { return false }
        switch next {
        case .open(let open): sheets.append(open.sheet)
        case .closed(let closed): closings.append(closed.closing)
        case .planned(let planned):
            if let day = planned.plannedOn { moves.append(Move(from: plannedOn, to: day, reason: decision.reason)) }
            plannedOn = planned.plannedOn
        case .skipped: break
        }
        state = next
        return true
    }

    private func next(_ decision: Decision) -> State? {
        switch (decision.verb, state) {
        case (.openGate, .planned(let planned)): sheet(decision).map { .open(planned.opened($0)) }
        case (.openGate, .open(let open)): sheet(decision).map { .open(open.reopened($0)) }
        case (.openGate, .closed(let closed)): sheet(decision).flatMap(closed.reopened).map { .open($0) }
        case (.closeGate, .open(let open)): GateClosing(decision).map { .closed(open.closed($0)) }
        case (.moveGate, .planned(let planned)):
            decision.until.flatMap { $0 == plannedOn || decision.reason.isEmpty ? nil : .planned(planned.moved(to: $0)) }
        case (.moveGate, .closed(let closed)):
            decision.until.flatMap { day in decision.reason.isEmpty ? nil : closed.moved(to: day).map { .planned($0) } }
        case (.skipGate, .planned(let planned)): decision.reason.isEmpty ? nil : .skipped(planned.skipped(decision.reason))
        default: nil
        }
    }

    private func sheet(_ decision: Decision) -> GateSheet? {
        decision.until.flatMap { GateSheet(decision.details, openedOn: $0, criteria: criteria) }
    }
}

/// The gates that were ever added.
package struct GateRecord: Sendable, Equatable {
    package private(set) var gates: [Gate] = []

    package init() {}

    package func gate(id: String) -> Gate? { gates.first { $0.id == id } }

    /// - Returns: whether the decision fits what was decided before.
    package mutating func take(_ decision: Decision, id: String) -> Bool {
        if decision.verb == .addGate {
            guard let gate = Gate(decision, id: id, number: gates.count + 1) else { return false }
            gates.append(gate)
            return true
        }
        guard let place = gates.firstIndex(where: { $0.id == decision.subject }) else { return false }
        return gates[place].take(decision)
    }
}
