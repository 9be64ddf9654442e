package import HoneFacts

/// A recorded choice to leave the capability section of the page empty, with its reason and its end.
package struct EmptyCapability: Sendable, Equatable {
    package let reason: String
    /// Who decided.
    package let role: String
    package let until: CalendarDay
    package let decidedAt: Int64

    package init(reason: String, role: String, until: CalendarDay, decidedAt: Int64) {
        (self.reason, self.role, self.until, self.decidedAt) = (reason, role, until, decidedAt)
    }

    package func isInForce(on day: CalendarDay) -> Bool { day < until }
}

/// What the decisions add up to about the capability section: a later choice stands in the place of an earlier one, or takes it back.
package struct CapabilityChoice: Sendable, Equatable {
    package private(set) var empty: EmptyCapability?

    package init() {}

    /// - Returns: whether the decision says all that it has to, and, where it takes a choice back, whether there is one.
    package mutating func take(_ decision: Decision) -> Bool {
        guard !decision.reason.isEmpty else { return false }
        switch decision.verb {
        case .leaveCapabilityEmpty:
            guard let until = decision.until else { return false }
            empty = EmptyCapability(reason: decision.reason, role: decision.role, until: until, decidedAt: decision.decidedAt)
        case .showCapability:
            guard empty != nil else { return false }
            empty = nil
        default: return false
        }
        return true
    }

    /// The choice that holds on a day; nil where none was made, or the last one has ended or was taken back.
    package func inForce(on day: CalendarDay) -> EmptyCapability? { empty.flatMap { $0.isInForce(on: day) ? $0 : nil } }
}
