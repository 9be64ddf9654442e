package import HoneFacts

/// Ceremonies held and the improvements they noted, as the decisions add up.
package struct ImprovementRecord: Sendable {
    package private(set) var ceremonies: Set<Ceremony> = []
    /// In the order in which they were noted.
    package private(set) var improvements: [Improvement] = []
    private var places: [String: Int] = [:]
    /// Those of one title, whatever the day.
    private var namesakes: [String: [Int]] = [:]

    package init() {}

    /// Days on which a ceremony was held that finds improvements, ascending.
    package var days: [CalendarDay] { ceremonies.filter { $0.kind == .retrospective }.map(\.heldOn).sorted() }

    /// The improvement that a ceremony on a day means by a title: the one it listed, else the last that was not over by then.
    package func improvement(titled title: String, on day: CalendarDay) -> Improvement? {
        let known = (namesakes[Improvement.key(title)] ?? []).map { improvements[$0] }
        return known.first { $0.isListed(on: day) } ?? known.last { !$0.isClosed(before: day) }
    }

    package mutating func add(_ decision: Decision) {
        if decision.verb == .holdCeremony {
            if let ceremony = Ceremony(subject: decision.subject) { ceremonies.insert(ceremony) }
            return
        }
        guard let place = places[decision.subject] else {
            if decision.verb == .noteImprovement { note(decision) }
            return
        }
        switch decision.verb {
        case .noteImprovement: improvements[place].dueOn = improvements[place].dueOn ?? decision.until
        case .carryImprovement: carry(place, decision)
        case .finishImprovement: close(place, .done, decision)
        case .dropImprovement: close(place, .dropped, decision)
        default: break
        }
    }

    private mutating func note(_ decision: Decision) {
        guard let day = CalendarDay(iso: String(decision.subject.prefix(10))) else { return }
        places[decision.subject] = improvements.count
        namesakes[Improvement.key(decision.text), default: []].append(improvements.count)
        improvements.append(Improvement(id: decision.subject, title: decision.text, notedOn: day, dueOn: decision.until))
    }

    private mutating func carry(_ place: Int, _ decision: Decision) {
        guard let day = decision.until else { return }
        let isLatest = day > improvements[place].lastListedOn
        improvements[place].list(on: day)
        // Listed as open after it was ticked on an unknown day: it is not done. A known day stands.
        guard isLatest, decision.text == Self.open, improvements[place].closedOn == nil else { return }
        improvements[place].state = .noted
        improvements[place].closedAt = nil
    }

    private mutating func close(_ place: Int, _ state: Improvement.State, _ decision: Decision) {
        improvements[place].state = state
        improvements[place].closedOn = decision.until
        improvements[place].closedAt = decision.decidedAt
        improvements[place].reason = decision.reason
    }

    /// What `carry-improvement` says of an improvement that is not done.
    static let open = "open"
}
