package import HoneFacts

/// Ceremonies and the improvements noted in them, from decisions; and the decisions that notes of ceremonies add.
package struct CeremonyLog: Sendable {
    package private(set) var ceremonies: [Ceremony] = []
    package private(set) var improvements: [Improvement] = []
    private var position: [String: Int] = [:]
    private var noted: Set<String> = []

    package init(_ decisions: [Decision] = []) {
        for decision in decisions { apply(decision) }
    }

    /// Takes in a decision; those about other things are passed over.
    package mutating func apply(_ decision: Decision) {
        guard let on = decision.until else { return }
        let name = Improvement.identity(decision.text)
        switch decision.verb {
        case .holdCeremony:
            guard let kind = Ceremony.Kind(rawValue: decision.subject) else { return }
            let ceremony = Ceremony(kind: kind, heldOn: on)
            if !ceremonies.contains(ceremony) { ceremonies.append(ceremony) }
        case .noteImprovement:
            guard noted.insert("\(on) \(name)").inserted else { return }
            let due = CalendarDay(iso: decision.subject)
            if let known = position[name] {
                improvements[known].carriedOver += 1
                improvements[known].due = improvements[known].due ?? due
            } else {
                position[name] = improvements.count
                improvements.append(
                    Improvement(title: decision.text, notedOn: on, due: due, state: .noted, doneOn: nil, carriedOver: 0))
            }
        case .finishImprovement, .dropImprovement:
            guard let known = position[name], improvements[known].state == .noted else { return }
            improvements[known].state = decision.verb == .finishImprovement ? .done : .dropped
            improvements[known].doneOn = on
        case .addGoal, .note, .notAKPI: break
        }
    }

    /// What somebody noted in a ceremony: the title, how it stands, and its days.
    package struct Note: Sendable {
        package var title: String
        package var state: Improvement.State
        package var due: CalendarDay?
        package var doneOn: CalendarDay?

        package init(title: String, state: Improvement.State, due: CalendarDay? = nil, doneOn: CalendarDay? = nil) {
            self.title = title
            self.state = state
            self.due = due
            self.doneOn = doneOn
        }
    }

    /// The decisions that one ceremony and its notes add to those that are known; none where all is known.
    /// - Parameter today: when something is done and nobody says since when, it is done today.
    package mutating func added(by ceremony: Ceremony, _ notes: [Note], decidedAt: Int64, today: CalendarDay) -> [Decision] {
        var decisions: [Decision] = []
        func decide(_ verb: Decision.Verb, _ subject: String, _ text: String, _ day: CalendarDay, _ log: inout CeremonyLog) {
            let decision = Decision(verb, decidedAt: decidedAt, subject: subject, text: text, until: day)
            log.apply(decision)
            decisions.append(decision)
        }
        if !ceremonies.contains(ceremony) { decide(.holdCeremony, ceremony.kind.rawValue, "", ceremony.heldOn, &self) }
        for note in notes {
            let name = Improvement.identity(note.title)
            if !noted.contains("\(ceremony.heldOn) \(name)") {
                decide(.noteImprovement, note.due.map { "\($0)" } ?? "", note.title, ceremony.heldOn, &self)
            }
            guard let known = position[name], improvements[known].state == .noted, note.state != .noted else { continue }
            decide(note.state == .done ? .finishImprovement : .dropImprovement, "", note.title, note.doneOn ?? today, &self)
        }
        return decisions
    }
}
