package import HoneFacts

/// What is kept of the capacity for improvement work: an agreement of the team. Inside it nobody is asked for leave, so there is no state
/// for that.
package struct Reserve: Sendable, Equatable {
    /// What capacity is counted in.
    package enum Unit: String, CaseIterable, Sendable {
        /// Work items finished.
        case items
        /// Hours logged on the items finished.
        case hours
        /// Story points of the items finished.
        case points
        /// Changes merged.
        case changes

        /// Whether any source tells it. Story points are in none that Hone reads, so a reserve in them is agreed but never seen kept.
        package var isTold: Bool { self != .points }
    }

    /// 0...1.
    package let floor: Double
    package let unit: Unit
    package let from: CalendarDay
    /// Seconds since 1970; nil for what holds before anybody agreed on anything.
    package let decidedAt: Int64?
    package let reason: String

    /// What holds where nobody agreed on anything: a tenth of the finished items.
    package static let usual = Reserve(floor: 0.1, unit: .items, from: CalendarDay(number: Int32.min / 4), decidedAt: nil, reason: "")

    package init(floor: Double, unit: Unit, from: CalendarDay, decidedAt: Int64?, reason: String = "") {
        (self.floor, self.unit, self.from, self.decidedAt, self.reason) = (floor, unit, from, decidedAt, reason)
    }

    package var isAgreed: Bool { decidedAt != nil }
}

/// A decision that capacity of the reserve went to other work in one period: who decided is a role, and why is a sentence.
package struct ReserveRaid: Sendable, Equatable {
    /// A day of the period.
    package let periodFrom: CalendarDay
    package let role: String
    package let reason: String
    /// Seconds since 1970.
    package let decidedAt: Int64
}

/// What was agreed about the reserve, and what it went to instead, as the decisions add up.
package struct ReserveRecord: Sendable, Equatable {
    /// Ascending by the day from which each holds, until the next one; of two from one day the one that was agreed later.
    package private(set) var reserves: [Reserve] = []
    package private(set) var raids: [ReserveRaid] = []

    package init() {}

    /// - Returns: whether the decision says all that it has to.
    package mutating func take(_ decision: Decision) -> Bool {
        guard let day = decision.until else { return false }
        switch decision.verb {
        case .setReserve:
            guard let unit = Reserve.Unit(rawValue: decision.subject), let floor = Double(decision.text), (0...1).contains(floor) else {
                return false
            }
            reserves.removeAll { $0.from == day }
            reserves.insert(
                Reserve(floor: floor, unit: unit, from: day, decidedAt: decision.decidedAt, reason: decision.reason),
                at: reserves.firstIndex { $0.from > day } ?? reserves.count)
        case .raidReserve:
            guard !decision.reason.isEmpty else { return false }
            raids.append(ReserveRaid(periodFrom: day, role: decision.role, reason: decision.reason, decidedAt: decision.decidedAt))
        default: return false
        }
        return true
    }

    package func reserve(on day: CalendarDay) -> Reserve { reserves.last { $0.from <= day } ?? .usual }

    /// The floors alone, for whoever judges the items of an iteration by the one it began with.
    package var floors: ReserveFloors {
        ReserveFloors(Reserve.usual.floor, steps: reserves.map { .init($0.unit == .items ? $0.floor : nil, from: $0.from) })
    }

    package func raids(in window: Window) -> [ReserveRaid] { raids.filter { window.contains($0.periodFrom) } }
}
