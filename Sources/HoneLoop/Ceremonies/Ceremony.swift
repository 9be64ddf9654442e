package import HoneFacts

/// A meeting about how the product is built. What was said in it stays there: only that it was held is kept, and how many came.
package struct Ceremony: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
        case retrospective
        case kaizen
        case planning
        case review
        /// The closing of a gate of a phased product, at which lessons are asked for; `GateRecord` has its steps.
        case gate

        /// Whether improvements are found in it, so that its rhythm is that of improvement.
        package var findsImprovements: Bool { self == .retrospective || self == .kaizen || self == .gate }

        /// The same where a life cycle has a ceremony of its own: a learning review is one, the review of a sprint is none.
        func findsImprovements(in lifeCycle: LifeCycle?) -> Bool {
            findsImprovements || (self == .review && lifeCycle == .leanStartup)
        }

        package var name: String {
            switch self {
            case .kaizen: "kaizen event"
            default: rawValue
            }
        }

        /// The review of a product that works in loops is its learning review.
        func name(in lifeCycle: LifeCycle) -> String { self == .review && lifeCycle == .leanStartup ? lifeCycle.ceremony : name }
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

/// A ceremony that was opened and not closed yet. Each state is a type: only an open one can be closed.
package struct OpenCeremony: Sendable, Hashable {
    package let kind: Ceremony.Kind
    package let openedOn: CalendarDay
    /// Id of the metric whose signal called for it; empty where a date did.
    package let signal: String

    init(_ ceremony: Ceremony, signal: String) { (kind, openedOn, self.signal) = (ceremony.kind, ceremony.heldOn, signal) }

    package func closed(on day: CalendarDay) -> Ceremony? { day < openedOn ? nil : Ceremony(kind, heldOn: day) }

    /// Days after which one that nobody closed was not held.
    package static let patience = 7

    /// Whether the clock has ended it: neither held nor skipped on purpose.
    package func isLapsed(on day: CalendarDay) -> Bool { openedOn + Self.patience < day }
}

/// A ceremony that was left out on purpose: which looks otherwise than one that was forgotten.
package struct SkippedCeremony: Sendable, Hashable {
    package let kind: Ceremony.Kind
    package let on: CalendarDay
    package let reason: String
}

/// The ceremonies that were opened, held and skipped, as the decisions add up.
package struct CeremonyRecord: Sendable {
    package private(set) var held: Set<Ceremony> = []
    /// At most one a kind.
    package private(set) var open: [Ceremony.Kind: OpenCeremony] = [:]
    package private(set) var lapsed: [OpenCeremony] = []
    package private(set) var skipped: Set<SkippedCeremony> = []
    /// How many came, where somebody said it; never who.
    package private(set) var attended: [Ceremony: Int] = [:]

    package init() {}

    /// - Returns: whether the decision is a step that fits.
    mutating func take(_ decision: Decision) -> Bool {
        guard let ceremony = Ceremony(subject: decision.subject) else { return false }
        switch decision.verb {
        case .openCeremony:
            if let before = open[ceremony.kind] {
                guard before.isLapsed(on: ceremony.heldOn) else { return false }
                lapsed.append(before)
            }
            open[ceremony.kind] = OpenCeremony(ceremony, signal: decision.details["signal"] ?? "")
        case .holdCeremony:
            held.insert(ceremony)
            if let came = decision.details["attended"].flatMap({ Int($0) }), came > 0 { attended[ceremony] = came }
            // Notes that are read later tell of ceremonies nobody opened; those close none that is open.
            if let before = open[ceremony.kind], before.closed(on: ceremony.heldOn) != nil, !before.isLapsed(on: ceremony.heldOn) {
                open[ceremony.kind] = nil
            }
        case .skipCeremony:
            guard !decision.reason.isEmpty else { return false }
            skipped.insert(SkippedCeremony(kind: ceremony.kind, on: ceremony.heldOn, reason: decision.reason))
            // One that the clock has ended stays lapsed, and one of another day stays open.
            if let before = open[ceremony.kind], before.openedOn <= ceremony.heldOn, !before.isLapsed(on: ceremony.heldOn) {
                open[ceremony.kind] = nil
            }
        default: return false
        }
        return true
    }
}
