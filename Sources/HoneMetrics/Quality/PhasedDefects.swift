internal import HoneFacts

/// A defect with the phase it came from and the phase that found it.
struct PhasedDefect {
    let item: Int
    let found: CalendarDay
    /// Behind all phases where it was found after the release and no phase of the order is.
    let foundPhase: Int
    let originPhase: Int
}

/// The defects of a product in the order of its phases, and why the others are not among them.
package struct PhasedDefects {
    let order: PhaseOrder
    private(set) var defects: [PhasedDefect] = []
    private(set) var excluded: [(item: Int, day: CalendarDay, reason: String)] = []

    /// A defect that a source calls found after its release is so, whatever the name of the phase.
    init(_ items: ItemHistories, _ context: MeasureContext) {
        order = PhaseOrder(context.interpretation.phases)
        for item in context.selected(items) where items.kind[item].isBug {
            let day = context.dayOfDefect(item, items)
            guard let reason = items.reasonToLeaveOutDefect(item) else {
                add(item, on: day, items)
                continue
            }
            excluded.append((item, day, reason))
        }
    }

    private mutating func add(_ item: Int, on day: CalendarDay, _ items: ItemHistories) {
        guard !items.foundPhase.isEmpty(item), !items.injectedPhase.isEmpty(item) else {
            excluded.append((item, day, "phase-not-said"))
            return
        }
        guard let place = order.place(of: items.foundPhase[item]), let origin = order.place(of: items.injectedPhase[item]) else {
            excluded.append((item, day, Self.notInTheOrder))
            return
        }
        let found = items.found[item] == "after" ? max(place, order.firstAfterRelease) : place
        // One of the two phases is not what was: no phase finds what is not there yet.
        if found < origin {
            excluded.append((item, day, "found-before-its-phase"))
        } else {
            defects.append(PhasedDefect(item: item, found: day, foundPhase: found, originPhase: origin))
        }
    }

    package static let notInTheOrder = "phase-not-in-the-order"

    /// Why no defect can be laid to phases: what is really missing of the two phases and the kind.
    static func reasonUnavailable(_ items: ItemHistories) -> String? {
        switch (items.injectedPhase.isFilled, items.foundPhase.isFilled) {
        case (false, false):
            "No defect says which phase it came from and which found it. A CSV source maps them with the columns injectedPhase and foundPhase."
        case (false, true): "No defect says which phase it came from. A CSV source maps it with the column injectedPhase."
        case (true, false): "No defect says which phase found it. A CSV source maps it with the column foundPhase."
        case (true, true): items.reasonNoDefectIsKnown
        }
    }
}

extension MeasureContext {
    /// The day a defect was found on; where nobody says, the day it was closed, else the last one asked about: it has to be counted among
    /// those left out.
    func dayOfDefect(_ item: Int, _ items: ItemHistories) -> CalendarDay {
        let known = [items.requestedAt[item], items.finishedAt[item], items.cancelledAt[item]].first { $0 != Instant.missing }
        return known.map { day($0) } ?? (span ?? window).to + -1
    }
}

extension ItemHistories {
    /// Why a defect is none, or belongs to no day; nil where neither is so.
    func reasonToLeaveOutDefect(_ item: Int) -> String? {
        if cancelledAt[item] != Instant.missing { return MeasuredRows.cancelled }
        return requestedAt[item] == Instant.missing ? "found-day-not-known" : nil
    }

    /// Why there is no defect to look at, though the sources say more of some; nil where there is one.
    var reasonNoDefectIsKnown: String? {
        reasonBugsAreUnknown ?? (hasAny(\.isBug) ? nil : "No item is a bug, so there is no defect to look at.")
    }
}
