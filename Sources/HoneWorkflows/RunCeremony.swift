package import HoneFacts
package import HoneLoop

/// Opens, closes and skips ceremonies.
package struct RunCeremony: Sendable {
    let log: any DecisionLog
    let zone: ZoneTable
    /// Seconds since 1970.
    let now: Int64

    package init(log: any DecisionLog, zone: ZoneTable, now: Int64) {
        (self.log, self.zone, self.now) = (log, zone, now)
    }

    /// Improvements that one ceremony may take on.
    package static let most = 3

    var today: CalendarDay { zone.day(atSeconds: now) }

    package func agreements() async throws -> Agreements { Agreements(try await log.decisions()) }

    /// - Parameter signal: the metric whose signal called for it; empty where a date did.
    package func open(_ kind: Ceremony.Kind, signal: String, role: String) async throws {
        let details = signal.isEmpty ? [:] : ["signal": signal]
        let decision = Decision(
            .openCeremony, decidedAt: now, role: role, subject: Ceremony(kind, heldOn: today).subject, details: details)
        try await log.take([decision]) {
            guard let open = $0.record.ceremonyRecord.open[kind], !open.isLapsed(on: today) else { return }
            throw Refusal([
                "A \(kind.name) is open since \(DayText.day(open.openedOn)). Close it first, or say that it was skipped."
            ])
        }
    }

    /// Notes that one was held, with what it wants to improve and which open improvements it listed again.
    ///
    /// - Parameters:
    ///   - day: nil is the day it was opened, or today.
    ///   - attended: how many came; nil where nobody says.
    /// - Returns: the improvements it took on.
    package func close(
        _ kind: Ceremony.Kind, on day: CalendarDay?, titles: [String], dueOn: CalendarDay?, again: [Int], attended: Int?, role: String
    ) async throws -> [Improvement] {
        guard titles.count <= Self.most else {
            throw Refusal([
                "A \(kind.name) takes on at most \(Self.most) improvements, and these are \(titles.count). Note the others: hone note \"...\""
            ])
        }
        let agreements = try await agreements()
        let opened = agreements.record.ceremonyRecord.open[kind]
        let heldOn = day ?? (opened.map { $0.isLapsed(on: today) ? today : $0.openedOn } ?? today)
        guard heldOn <= today else { throw Refusal(["\(heldOn) is still to come; close it on that day."]) }
        if let opened, !opened.isLapsed(on: today), heldOn < opened.openedOn {
            throw Refusal(["It was opened on \(DayText.day(opened.openedOn)), so it was not held before."])
        }
        var decisions = [
            Decision(
                .holdCeremony, decidedAt: now, role: role, subject: Ceremony(kind, heldOn: heldOn).subject,
                details: attended.map { ["attended": String($0)] } ?? [:])
        ]
        for title in titles {
            decisions.append(
                Decision(
                    .noteImprovement, decidedAt: now, role: role, subject: Improvement.id(title, notedOn: heldOn), text: title,
                    until: dueOn))
        }
        for number in again {
            guard let improvement = agreements.improvements.first(where: { $0.number == number }), improvement.isOpen else {
                throw Refusal(["There is no open improvement \(number) to list again; hone improvement list shows them."])
            }
            decisions.append(
                Decision(
                    .carryImprovement, decidedAt: now, role: role, subject: improvement.id, text: ImprovementRecord.open, until: heldOn))
        }
        try await log.take(decisions) { _ in }
        let ids = Set(titles.map { Improvement.id($0, notedOn: heldOn) })
        return try await self.agreements().improvements.filter { ids.contains($0.id) }
    }

    package func skip(_ kind: Ceremony.Kind, on day: CalendarDay?, reason: String, role: String) async throws {
        guard !reason.isEmpty else {
            throw Refusal(["A \(kind.name) that is left out on purpose needs a reason; without one it lapses by itself."])
        }
        let subject = Ceremony(kind, heldOn: day ?? today).subject
        try await log.take(Decision(.skipCeremony, decidedAt: now, role: role, subject: subject, reason: reason))
    }
}
