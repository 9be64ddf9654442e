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
        guard let standing = bound.standing(of: observation) else { return .unknown }
        if isOfOtherWindow(observation) { return .otherWindow }
        if standing.isTooNear { return standing.isKept ? .reachedTooNear : .missedTooNear }
        return standing.isKept ? .reached : .notReached
    }

    private func isOfOtherWindow(_ observation: Observation) -> Bool {
        observation.isCountOfWindow && observation.window.length != PageWindow.usualDays
    }

    /// How the guard stands; nil where its definition is another one by now, or there is no number.
    private var guardStanding: Bound.Standing? {
        guarding.flatMap { $0.definitionVersion == terms.guardVersion ? terms.guardBound.standing(of: $0) : nil }
    }

    /// Unknown, too, where the interval lies on both sides of the bound.
    package var held: Guard {
        guard let guarding, let standing = guardStanding, !isOfOtherWindow(guarding), !standing.isTooNear else { return .unknown }
        return standing.isKept ? .holds : .broken
    }

    /// `holds (3.1 %, 1-4.5 %)`; `unknown (no number)`.
    package var heldText: String {
        guard let guarding, guarding.definitionVersion == terms.guardVersion else {
            return "\(held.rawValue) (its definition is another one)"
        }
        guard let standing = guardStanding else { return "\(held.rawValue) (no number)" }
        let range = standing.interval.map { ", \(ValueText.range($0.lower, $0.upper, unit: guarding.unit))" } ?? ""
        let number = "(\(ValueText.text(standing.number, unit: guarding.unit))\(range))"
        if isOfOtherWindow(guarding) { return "\(held.rawValue), as a count is agreed for 12 weeks \(number)" }
        if standing.isTooNear { return "\(held.rawValue), \(standing.isKept ? "kept" : "not kept") but too near to tell \(number)" }
        return "\(held.rawValue) \(number)"
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
        if let interval = Bound.interval(statistic, of: observation) {
            behind.append(ValueText.range(interval.lower, interval.upper, unit: observation.unit))
        }
        return "\(sign)\(ValueText.text(number, unit: observation.unit)) (\(behind.joined(separator: ", ")))"
    }
}
