package import HoneFacts

/// The improvements that were ever noted and the ceremonies that were held, as the decisions add up.
package struct ImprovementRecord: Sendable {
    package private(set) var ceremonyRecord = CeremonyRecord()
    /// In the order in which they were noted.
    package private(set) var improvements: [Improvement] = []
    private var places: [String: Int] = [:]
    /// Those of one title, whatever the day.
    private var namesakes: [String: [Int]] = [:]

    package init() {}

    package var ceremonies: Set<Ceremony> { ceremonyRecord.held }

    /// Days on which a ceremony that finds improvements was held, ascending.
    package var days: [CalendarDay] { days(in: nil) }

    /// The same by what a life cycle calls one.
    package func days(in lifeCycle: LifeCycle?) -> [CalendarDay] {
        Set(ceremonies.filter { $0.kind.findsImprovements(in: lifeCycle) }.map(\.heldOn)).sorted()
    }

    /// Those that a ceremony listed.
    package var fromCeremonies: [Improvement] { improvements.filter { $0.listing != nil } }

    package func improvement(id: String) -> Improvement? { places[id].map { improvements[$0] } }

    /// The improvement that a ceremony on a day means by a title: the one it listed, else the last that was not over by then.
    package func improvement(titled title: String, on day: CalendarDay) -> Improvement? {
        let known = (namesakes[Improvement.key(title)] ?? []).map { improvements[$0] }
        // Listed after it was over, it is a new one.
        return known.first { $0.listing?.isListed(on: day) ?? false } ?? known.last { !($0.closedOn.map { $0 < day } ?? false) }
    }

    /// - Parameter id: that of the decision.
    /// - Returns: whether the decision is a step that the state of its improvement allows; nothing changes otherwise.
    package mutating func take(_ decision: Decision, id: String) -> Bool {
        switch decision.verb {
        case .openCeremony, .holdCeremony, .skipCeremony: return ceremonyRecord.take(decision)
        case .note:
            note(
                Improvement(
                    id: id, number: improvements.count + 1, title: decision.text, notedAt: decision.decidedAt,
                    follows: decision.details["follows"] ?? ""))
            return true
        case .noteImprovement where places[decision.subject] == nil: return noteListed(decision)
        default:
            guard let place = places[decision.subject] else { return false }
            return improvements[place].take(decision)
        }
    }

    private mutating func noteListed(_ decision: Decision) -> Bool {
        guard let day = CalendarDay(iso: String(decision.subject.prefix(10))) else { return false }
        note(
            Improvement(
                id: decision.subject, number: improvements.count + 1, title: decision.text, notedAt: decision.decidedAt,
                listing: .init(notedOn: day, dueOn: decision.until)))
        return true
    }

    private mutating func note(_ improvement: Improvement) {
        places[improvement.id] = improvements.count
        namesakes[Improvement.key(improvement.title), default: []].append(improvements.count)
        improvements.append(improvement)
    }

    /// What `carry-improvement` says of an improvement that is not done.
    package static let open = "open"
}
