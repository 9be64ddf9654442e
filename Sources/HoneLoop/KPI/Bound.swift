package import HoneMetrics
import HoneStatistics

/// What a number is held against: a limit in the unit of its metric, and which number of a distribution is meant.
package struct Bound: Sendable, Equatable {
    package enum Statistic: String, Sendable {
        /// The number that the metric has: a count, a share, the median of a distribution.
        case value
        case p50, p85, p95
    }

    package enum Limit: Sendable, Equatable {
        case atMost(Double)
        case atLeast(Double)
        case between(Double, Double)
    }

    package let statistic: Statistic
    package let limit: Limit
    package let unit: MetricUnit

    package init(_ statistic: Statistic, _ limit: Limit, unit: MetricUnit) {
        (self.statistic, self.limit, self.unit) = (statistic, limit, unit)
    }

    /// Reads `<= 10 d`, `>= 3`, `>= -2 wk`, `10-15 %`, `p50 <= 8 d`; nil for anything else, and for a unit that is not the metric's.
    /// Without a name a span of time means its 85th percentile, as on the scorecard.
    package init?(_ text: String, unit: MetricUnit) {
        var rest = text.lowercased().filter { !$0.isWhitespace }[...]
        var statistic: Statistic = unit.isSpan ? .p85 : .value
        if rest.first == "p" || rest.hasPrefix("value") {
            let known: [Statistic] = unit.isSpan ? [.p50, .p85, .p95, .value] : [.value]
            guard let named = known.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
            statistic = named
            rest = rest.dropFirst(named.rawValue.count)
        }
        self.statistic = statistic
        self.unit = unit
        for (sign, isMost) in [("<=", true), ("≤", true), (">=", false), ("≥", false)] where rest.hasPrefix(sign) {
            let text = rest.dropFirst(sign.count)
            let isNegative = text.first == "-" || text.first == "−"
            guard let size = Self.number(isNegative ? text.dropFirst() : text, unit), !isNegative || unit.canBeNegative else { return nil }
            let number = isNegative ? -size : size
            limit = isMost ? .atMost(number) : .atLeast(number)
            return
        }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let suffix = parts[1].drop { $0.isNumber || $0 == "." }
        guard let lower = Self.number(parts[0] + suffix, unit), let upper = Self.number(parts[1], unit), lower < upper else { return nil }
        limit = .between(lower, upper)
    }

    /// A number with its unit, in the metric's own; nil for another unit.
    private static func number(_ text: Substring, _ unit: MetricUnit) -> Double? {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        guard let number = Double(digits), number.isFinite, number <= 1e9 else { return nil }
        switch (unit, String(text.dropFirst(digits.count))) {
        case (.days, "d"), (.days, "day"), (.days, "days"), (.workingDays, "wd"): return number
        case (.hours, "h"), (.hours, "hours"), (.workHours, "h"), (.workHours, "hours"): return number
        case (.hours, "d"), (.hours, "days"): return number * 24
        case (.share, "%"): return number <= 100 ? number / 100 : nil
        case (.perWeek, ""), (.perWeek, "aweek"), (.perWeek, "/week"), (.items, ""), (.items, "items"), (.count, ""): return number
        case (.ratio, ""), (.index, ""), (.budget, ""), (.own, ""), (.weeks, "wk"), (.weeks, "weeks"), (.hoursPerWeek, "haweek"),
            (.perThousandLines, ""), (.perThousandLines, "perthousandlines"), (.perThousandLines, "athousandlines"), (.files, ""),
            (.files, "file"), (.files, "files"),
            (.people, ""), (.people, "person"), (.people, "people"):
            return number
        default: return nil
        }
    }

    /// Nil where there is none, too few stand behind it for a percentile, or a week of its window was not read.
    static func number(_ statistic: Statistic, of observation: Observation) -> Double? {
        guard observation.unread?.isTooMany != true else { return nil }
        guard statistic != .value, let percentiles = observation.percentiles else {
            return statistic == .value ? observation.value : nil
        }
        guard !observation.isSmallSample else { return nil }
        switch statistic {
        case .p50: return percentiles.p50
        case .p85: return percentiles.p85
        case .p95: return percentiles.p95
        case .value: return observation.value
        }
    }

    /// How it is written for a metric: what a wrong one is answered with.
    package static func example(_ definition: MetricDefinition) -> String {
        let text = example(definition.unit)
        guard let bound = Bound(text, unit: definition.unit), bound.limitsTheBetterSide(of: definition) else { return text }
        if definition.direction == .lower { return text.replacing(">= ", with: "<= ") }
        // What is ahead of a plan or under its cost is above zero.
        let isOfPlan = definition.family == .schedule && definition.unit.canBeNegative
        return text.replacing("<= ", with: isOfPlan ? ">= -" : ">= ")
    }

    /// Whether it is kept by getting worse: an upper limit where more is better, or a lower one where less is.
    package func limitsTheBetterSide(of definition: MetricDefinition) -> Bool {
        switch (limit, definition.direction) {
        case (.atMost, .higher), (.atLeast, .lower): true
        default: false
        }
    }

    /// What is wrong with a limit on the better side, and how to write what may be meant; nil for any other.
    package func complaint(_ definition: MetricDefinition) -> String? {
        guard limitsTheBetterSide(of: definition) else { return nil }
        let (better, sign) = definition.direction == .higher ? ("more", "<=") : ("less", ">=")
        return
            "Of \(definition.id) \(better) is better, so \"\(sign)\" is kept by getting worse: write \"\(Self.example(definition))\", or a range where both sides matter."
    }

    private static func example(_ unit: MetricUnit) -> String {
        switch unit {
        case .days: "<= 10 d"
        case .workingDays: "<= 10 wd"
        case .hours, .workHours: "<= 8 h"
        case .share: "<= 10 %"
        case .items, .count, .budget, .own: "<= 20"
        case .files: "<= 20 files"
        case .people: ">= 3 people"
        case .ratio, .index: ">= 1"
        case .perWeek: ">= 2 a week"
        case .hoursPerWeek: "<= 8 h a week"
        case .perThousandLines: "<= 2 per thousand lines"
        case .weeks: "<= 2 wk"
        }
    }

    package func holds(for number: Double) -> Bool {
        switch limit {
        case .atMost(let most): number <= most
        case .atLeast(let least): number >= least
        case .between(let least, let most): least <= number && number <= most
        }
    }

    /// Whether an interval lies on both sides of a limit, so that it cannot be told. One that covers a whole range does, too.
    package func straddles(_ lower: Double, _ upper: Double) -> Bool {
        guard holds(for: lower) == holds(for: upper) else { return true }
        guard case .between(let least, let most) = limit else { return false }
        return lower < least && upper > most
    }

    /// The number that is meant; nil where there is none, or too few stand behind it for a percentile.
    package func number(of observation: Observation) -> Double? { Self.number(statistic, of: observation) }

    /// A number against the bound.
    struct Standing {
        let number: Double
        let interval: Interval?
        let isKept: Bool
        /// Whether its interval lies on both sides, so that chance alone may have put it on this one.
        let isTooNear: Bool
    }

    /// The one rule by which targets, guards and criteria are told; nil where there is no number in the unit of the bound.
    func standing(of observation: Observation) -> Standing? {
        guard observation.unit == unit, let number = number(of: observation) else { return nil }
        let interval = Self.interval(statistic, of: observation)
        let isTooNear = interval.map { straddles($0.lower, $0.upper) } ?? false
        return Standing(number: number, interval: interval, isKept: holds(for: number), isTooNear: isTooNear)
    }

    /// The interval of the number that is meant.
    static func interval(_ statistic: Statistic, of observation: Observation) -> Interval? {
        guard let percentiles = observation.percentiles else { return statistic == .value ? observation.interval : nil }
        switch statistic {
        case .value, .p50: return observation.interval
        case .p85: return percentiles.p85Interval
        case .p95: return percentiles.p95Interval
        }
    }
}

extension Bound: CustomStringConvertible {
    /// As pages write it: `<= 10 d`.
    package var description: String {
        switch limit {
        case .atMost(let most): "<= \(ValueText.text(most, unit: unit))"
        case .atLeast(let least): ">= \(ValueText.text(least, unit: unit))"
        case .between(let least, let most): ValueText.range(least, most, unit: unit)
        }
    }

    /// As a decision keeps it, to the last digit: what `init(recorded:)` reads.
    package var recorded: String {
        let numbers =
            switch limit {
            case .atMost(let most): "<= \(most)"
            case .atLeast(let least): ">= \(least)"
            case .between(let least, let most): "in \(least) \(most)"
            }
        return "\(statistic.rawValue) \(unit.rawValue) \(numbers)"
    }

    package init?(recorded text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count >= 4, let statistic = Statistic(rawValue: parts[0]), let unit = MetricUnit(rawValue: parts[1]) else { return nil }
        let numbers = parts[3...].compactMap(Double.init).filter(\.isFinite)
        guard numbers.count == parts.count - 3 else { return nil }
        (self.statistic, self.unit) = (statistic, unit)
        switch (parts[2], numbers.count) {
        case ("<=", 1): limit = .atMost(numbers[0])
        case (">=", 1): limit = .atLeast(numbers[0])
        case ("in", 2): limit = .between(numbers[0], numbers[1])
        default: return nil
        }
    }
}

extension MetricUnit {
    /// Whether a number of it can be below zero.
    var canBeNegative: Bool {
        switch self {
        case .weeks, .budget, .own, .items, .count, .perWeek, .ratio: true
        case .days, .workingDays, .hours, .workHours, .share, .files, .people, .hoursPerWeek, .perThousandLines, .index: false
        }
    }

    /// Whether its values are spans of time, of which the scorecard shows the 85th percentile.
    package var isSpan: Bool { self == .days || self == .workingDays || self == .hours || self == .workHours }
}
