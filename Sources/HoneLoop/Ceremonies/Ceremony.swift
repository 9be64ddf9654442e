package import HoneFacts

/// A meeting in which improvements are found. What was said in it stays there: only that it was held is kept.
package struct Ceremony: Sendable, Hashable {
    /// Pages show the word of the product's life cycle (`LifeCycle.ceremony`) instead.
    package enum Kind: String, CaseIterable, Sendable {
        case retrospective
        /// A gate of a phased product that was closed: lessons are asked for at each.
        case gate
    }

    package var kind: Kind
    package var heldOn: CalendarDay

    package init(_ kind: Kind = .retrospective, heldOn: CalendarDay) {
        self.kind = kind
        self.heldOn = heldOn
    }

    /// As a decision names it: `retrospective 2026-03-14`.
    package var subject: String { "\(kind.rawValue) \(heldOn)" }

    /// Reads `subject`; nil for anything else.
    package init?(subject: String) {
        let parts = subject.split(separator: " ")
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let day = CalendarDay(iso: String(parts[1])) else {
            return nil
        }
        self.init(kind, heldOn: day)
    }
}
