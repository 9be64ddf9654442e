package import HoneFacts

/// What is steered. It has a life cycle and goals; it never closes.
package struct Product: Sendable {
    package var name: String
    /// What this product calls the person who asks for things, and the one who orders the work.
    package var customerLabel: String
    package var ownerLabel: String
    package var lifeCycles: [LifeCyclePeriod]
    /// Smallest number of contributors a breakdown may stand on.
    package var smallestGroup: Int
    /// Free sentences of context, printed beside targets.
    package var notes: [String]
    /// Numbers of others, printed beside trends.
    package var outside: [OutsideReference]

    package init(
        name: String, customerLabel: String = "customer", ownerLabel: String = "product owner", lifeCycles: [LifeCyclePeriod] = [],
        smallestGroup: Int = 5, notes: [String] = [], outside: [OutsideReference] = []
    ) {
        self.name = name
        self.customerLabel = customerLabel
        self.ownerLabel = ownerLabel
        self.lifeCycles = lifeCycles
        self.smallestGroup = smallestGroup
        self.notes = notes
        self.outside = outside
    }

    /// The life cycle on a day: the last one that began on or before it, else the first.
    package func lifeCycle(on day: CalendarDay) -> LifeCycle {
        lifeCycles.last { $0.from.map { $0 <= day } ?? true }?.kind ?? lifeCycles.first?.kind ?? .kanban
    }
}

/// How a product is worked on. It changes cadence and words, never the core objects.
package enum LifeCycle: String, CaseIterable, Sendable {
    case scrum, kanban
    case leanStartup = "lean-startup"
    case phased

    package var name: String {
        switch self {
        case .scrum: "Scrum"
        case .kanban: "Kanban"
        case .leanStartup: "Lean Startup"
        case .phased: "Phased"
        }
    }

    /// The ceremony in which improvements are found.
    package var ceremony: String {
        switch self {
        case .scrum: "retrospective"
        case .kanban: "kaizen event"
        case .leanStartup: "learning review"
        case .phased: "gate"
        }
    }

    /// The word for the period that shares are judged by.
    package var iteration: String {
        switch self {
        case .scrum: "sprint"
        // A loop is a turn of build, measure and learn, however long it takes.
        case .kanban, .leanStartup, .phased: "period"
        }
    }
}

/// A life cycle and the first day it holds.
package struct LifeCyclePeriod: Sendable, Equatable {
    package var kind: LifeCycle
    /// Nil: since ever.
    package var from: CalendarDay?

    package init(kind: LifeCycle, from: CalendarDay? = nil) {
        self.kind = kind
        self.from = from
    }
}
