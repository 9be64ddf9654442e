internal import HoneFacts

/// The decisions that notes of ceremonies add to what is recorded. Reading the same notes again adds none.
package struct NotesReading: Sendable {
    package private(set) var record: ImprovementRecord
    /// In the order in which they are to be recorded.
    package private(set) var decisions: [Decision] = []
    /// Items listed a second time in their ceremony, or known from an earlier reading.
    package private(set) var knownCount = 0
    /// Items that the notes call open, or closed in another way, though a former reading says that they are over. That stays.
    package private(set) var contradictionCount = 0
    /// Seconds since 1970.
    private let now: Int64

    package init(_ notes: [CeremonyNotes], after record: ImprovementRecord, now: Int64) {
        self.record = record
        self.now = now
        let notes = notes.sorted { $0.heldOn < $1.heldOn }
        var last: [String: CalendarDay] = [:]
        for ceremony in notes {
            for item in ceremony.items { last[Improvement.key(item.title)] = ceremony.heldOn }
        }
        for ceremony in notes {
            let held = Ceremony(heldOn: ceremony.heldOn)
            if !self.record.ceremonies.contains(held) { take(.holdCeremony, subject: held.subject) }
            for item in ceremony.items {
                read(item, on: ceremony.heldOn, isLast: last[Improvement.key(item.title)] == ceremony.heldOn)
            }
        }
    }

    package func count(_ verb: Decision.Verb) -> Int { decisions.count { $0.verb == verb } }

    /// - Parameter isLast: whether no later ceremony of these notes lists it; the last one has the word on what became of it.
    private mutating func read(_ item: CeremonyNotes.Item, on day: CalendarDay, isLast: Bool) {
        var id = Improvement.id(item.title, notedOn: day)
        if let known = record.improvement(titled: item.title, on: day) {
            id = known.id
            if known.listing?.isListed(on: day) ?? false {
                knownCount += 1
            } else {
                take(.carryImprovement, subject: id, text: item.state == .open ? ImprovementRecord.open : "", until: day)
            }
            if known.listing?.dueOn == nil, item.dueOn != nil { take(.noteImprovement, item, id) }
        } else {
            take(.noteImprovement, item, id)
        }
        guard let known = record.improvement(titled: item.title, on: day) else { return }
        guard item.closedOn != nil || (isLast && known.listing.map { day >= $0.lastListedOn } ?? true) else { return }
        let tellsTheDay = known.ticked == item.state && known.closedOn == nil && item.closedOn != nil
        if item.state != .open, known.ticked == .open || tellsTheDay {
            let verb: Decision.Verb = item.state == .done ? .finishImprovement : .dropImprovement
            take(verb, subject: id, reason: item.reason, until: item.closedOn)
        } else if item.state != known.ticked, item.state != .open || known.closedOn.map({ $0 < day }) ?? true {
            contradictionCount += 1
        }
    }

    private mutating func take(_ verb: Decision.Verb, _ item: CeremonyNotes.Item, _ id: String) {
        take(verb, role: item.role, subject: id, text: item.title, until: item.dueOn)
    }

    private mutating func take(
        _ verb: Decision.Verb, role: String = "team", subject: String, text: String = "", reason: String = "", until: CalendarDay? = nil
    ) {
        let decision = Decision(verb, decidedAt: now, role: role, subject: subject, text: text, reason: reason, until: until)
        guard record.take(decision, id: "") else { return }
        decisions.append(decision)
    }
}
