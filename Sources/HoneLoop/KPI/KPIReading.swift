import HoneFacts
package import HoneMetrics
import HoneStatistics

/// A KPI's number against what was agreed: the target, and the guard.
package struct KPIReading: Sendable {
    package enum Target: String, Sendable {
        case reached = "reached"
        case notReached = "not reached"
        /// The number is on its right side, and its interval on both.
        case reachedTooNear = "reached, but too near to tell from chance"
        /// The number is on its wrong side, and its interval on both.
        case missedTooNear = "not reached, but too near to tell from chance"
        /// What counts over a window is agreed for the twelve weeks of a page.
        case otherWindow = "cannot be told: a count is agreed for 12 weeks"
        case unknown = "cannot be told"
    }

    package enum Guard: String, Sendable {
        case holds, broken, unknown
    }

    let terms: KPITerms
    let observation: Observation
    let guarding: Observation?

    /// - Parameter guarding: the guard over the same window; nil where there is no such metric.
    package init(_ terms: KPITerms, _ observation: Observation, guarding: Observation?) {
        (self.terms, self.observation, self.guarding) = (terms, observation, guarding)
    }

    /// Nil where there is no target.
    package var target: Target? {
        guard let bound = terms.target else { return nil }
        guard observation.unit == bound.unit, let number = bound.number(of: observation) else { return .unknown }
        if observation.isCountOfWindow, observation.window.length != PageWindow.usualDays { return .otherWindow }
        if let interval = Self.interval(bound.statistic, observation), bound.straddles(interval.lower, interval.upper) {
            return bound.holds(for: number) ? .reachedTooNear : .missedTooNear
        }
        return bound.holds(for: number) ? .reached : .notReached
    }

    /// The interval of the number that is meant.
    static func interval(_ statistic: Bound.Statistic, _ observation: Observation) -> Interval? {
        guard let percentiles = observation.percentiles else { return statistic == .value ? observation.interval : nil }
        switch statistic {
        case .value, .p50: return observation.interval
        case .p85: return percentiles.p85Interval
        case .p95: return percentiles.p95Interval
        }
    }

    /// Unknown, too, where the interval lies on both sides of the bound.
    package var held: Guard {
        guard let guarding, guarding.definitionVersion == terms.guardVersion, guarding.unit == terms.guardBound.unit,
            let number = terms.guardBound.number(of: guarding), !guarding.isCountOfWindow || guarding.window.length == PageWindow.usualDays
        else { return .unknown }
        let bound = terms.guardBound
        if let interval = Self.interval(bound.statistic, guarding), bound.straddles(interval.lower, interval.upper) {
            return .unknown
        }
        return bound.holds(for: number) ? .holds : .broken
    }

    /// `holds (3.1 %, 1-4.5 %)`; `unknown (no number)`.
    package var heldText: String {
        guard let guarding, guarding.definitionVersion == terms.guardVersion else {
            return "\(held.rawValue) (its definition is another one)"
        }
        guard let number = terms.guardBound.number(of: guarding) else { return "\(held.rawValue) (no number)" }
        let interval = Self.interval(terms.guardBound.statistic, guarding)
        let range = interval.map { ", \(ValueText.range($0.lower, $0.upper, unit: guarding.unit))" } ?? ""
        let isNear = interval.map { terms.guardBound.straddles($0.lower, $0.upper) } ?? false
        let side = isNear ? ", \(terms.guardBound.holds(for: number) ? "kept" : "not kept") but too near to tell" : ""
        return "\(held.rawValue)\(side) (\(ValueText.text(number, unit: guarding.unit))\(range))"
    }

    /// `nothing was read since 3 Jun 2026`.
    static func words(_ unread: UnreadDays) -> String { "nothing was read of it since \(DayText.day(unread.since))" }

    /// `12 d (n 128)`, `9 % (4 of 46, 3-21 %)`, with the reason where there is none.
    package var observed: String {
        let statistic = terms.target?.statistic ?? (observation.unit.isSpan ? .p85 : .value)
        if let reason = observation.unavailableReason { return "no number: \(reason.asPart)" }
        guard let number = Bound.number(statistic, of: observation) else {
            if let unread = observation.unread, unread.isTooMany { return "no number: \(Self.words(unread))" }
            let few = observation.n > 0 ? "too few for one (n \(ValueText.grouped(observation.n)))" : "none in this window"
            return "no number: \(few)"
        }
        let sign = observation.isProxy ? "≤ " : ""
        var behind = ["n \(ValueText.grouped(observation.n))"]
        if observation.unit == .share, let numerator = observation.numerator, let denominator = observation.denominator {
            behind = ["\(ValueText.short(numerator)) of \(ValueText.short(denominator))"]
        }
        if let interval = Self.interval(statistic, observation) {
            behind.append(ValueText.range(interval.lower, interval.upper, unit: observation.unit))
        }
        return "\(sign)\(ValueText.text(number, unit: observation.unit)) (\(behind.joined(separator: ", ")))"
    }
}
