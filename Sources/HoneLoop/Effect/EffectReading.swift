package import HoneStatistics

/// What a series says about an action: the house's one computation of an effect, with every number it rests on.
///
/// The rules are asked in their order and the first that holds gives the word: too little data; confounded; better or worse by
/// the claim of the fit and its own past; no meaningful change where the whole interval is inside what matters; undetermined.
package struct EffectReading: Sendable, Hashable {
    package let effect: Effect
    package let terms: EffectTerms
    /// Weeks and items on both sides, as far as the series has them.
    package let before: Side
    package let after: Side
    /// The shift of the level on the scale of the weekly values, positive when the level went up; nil with too little data.
    package let shift: Double?
    /// 90 %, on the same scale.
    package let interval: Interval?
    /// The same in the terms of people: a factor, or points for shares.
    package let size: Size?
    package let claim: LevelShiftClaim
    /// Small when the level went down, and when it went up.
    package let probabilityLow: Double?
    package let probabilityHigh: Double?
    /// How unusual the shift is in the series' own past; nil where that is too short to check.
    package let past: OwnPastGuard?
    /// Earlier weeks at which the series was fitted as if something had been done.
    package let placebos: Int
    /// The smallest effect that could have been seen, in the terms of people and the direction that is better.
    package let smallestVisible: Double?
    /// Whether a claim is smaller than what was agreed to matter.
    package let isBelowSmallest: Bool
    /// Why there is too little data.
    package let shortfall: LevelShiftShortfall?
    /// What else happened in the same weeks.
    package let confounders: [String]

    package struct Side: Sendable, Hashable {
        /// Numbers of the weeks.
        package let weeks: Range<Int>
        package let items: Int
    }

    package struct Size: Sendable, Hashable {
        package let value: Double
        package let lower: Double
        package let upper: Double
    }

    /// Reads the effect of an action.
    ///
    /// - Parameters:
    ///   - series: weekly values of the metric, cut at the last change of its definition.
    ///   - action: number of the week in which the action came into force.
    ///   - confounders: other improvements on the same metric and stage, changes of a definition or a life cycle inside the windows.
    /// - Complexity: that of a fit at every week of the series before the action.
    package init(_ series: WeeklySeries, action: Int, terms: EffectTerms, confounders: [String] = []) {
        self.init(
            series, action: action, terms: terms, past: OwnPast(series, design: terms.design, before: action), confounders: confounders)
    }

    /// The same for whoever reads many actions of one series, and fits its past once.
    ///
    /// - Parameter visible: of the same weeks before the action, and of the design of the terms; what reaches the action is not used.
    /// - Complexity: that of one fit, and of the smallest visible effect.
    package init(_ series: WeeklySeries, action: Int, terms: EffectTerms, past visible: OwnPast, confounders: [String] = []) {
        let design = terms.design
        let history = design.history(before: action, in: series)
        let alpha = terms.thresholds.alpha
        self.terms = terms
        self.confounders = confounders
        before = Side(weeks: history, in: series)
        after = Side(weeks: design.after(action), in: series)
        placebos = visible.placebos(before: action).count
        smallestVisible = visible.smallestVisible(at: action, alpha: alpha).flatMap {
            series.size(ofShift: terms.better == .lower ? $0.decrease : -$0.decrease, history: history)
        }
        let shortfall = design.shortfall(of: series, at: action)
        guard shortfall == nil, let fit = design.fit(series, at: action), let interval = fit.interval(level: 0.9) else {
            effect = .tooLittleData
            self.shortfall = shortfall
            (shift, self.interval, size, probabilityLow, probabilityHigh, past) = (nil, nil, nil, nil, nil, nil)
            claim = .none
            isBelowSmallest = false
            return
        }
        let (low, high) = (fit.probabilityLow(), fit.probabilityHigh())
        let past = visible.guardValue(of: low, at: action)
        let claim = terms.thresholds.claim(probabilityLow: low, probabilityHigh: high, past: past)
        let smallest = terms.smallestShift(in: series, history: history)
        self.shortfall = nil
        (shift, self.interval) = (fit.effect, interval)
        size = Size(fit.effect, interval) { series.size(ofShift: $0, history: history) }
        (probabilityLow, probabilityHigh) = (low, high)
        (self.past, self.claim) = (past, claim)
        isBelowSmallest = (claim == .down || claim == .up) && (smallest.map { abs(fit.effect) < $0 } ?? false)
        effect = Self.effect(claim, terms, interval, smallest, isConfounded: !confounders.isEmpty)
    }

    /// The word for a series that holds enough.
    private static func effect(
        _ claim: LevelShiftClaim, _ terms: EffectTerms, _ interval: Interval, _ smallest: Double?, isConfounded: Bool
    ) -> Effect {
        if isConfounded { return .confounded }
        switch claim {
        case .down: return terms.better == .lower ? .better : .worse
        case .up: return terms.better == .higher ? .better : .worse
        case .movesByItself, .none: break
        }
        let ends = [terms.good(interval.lower), terms.good(interval.upper)].sorted()
        guard let smallest, -smallest < ends[0], ends[1] < smallest else { return .undetermined }
        return .noMeaningfulChange
    }

    /// The share of earlier weeks, this one among them, that moved as far the same way; nil where the past is too short.
    package var placeboShare: Double? { past.map { isDown ? $0.low : $0.high } }

    /// How many earlier weeks moved as far the same way by themselves.
    package var earlierAsFar: Int? { past.map { Int(((isDown ? $0.low : $0.high) * Double(1 + $0.placebos)).rounded()) - 1 } }

    /// Whether the side that is claimed, or that is likelier, is down.
    package var isDown: Bool { (probabilityLow ?? 0.5) <= (probabilityHigh ?? 0.5) }
}

extension EffectReading.Side {
    init(weeks: Range<Int>, in series: WeeklySeries) {
        let held = weeks.clamped(to: series.weeks)
        self.init(weeks: held, items: held.reduce(0) { $0 + series.items[$1 - series.firstWeek] })
    }
}

extension EffectReading.Size {
    init?(_ shift: Double, _ interval: Interval, _ size: (Double) -> Double?) {
        guard let value = size(shift), let lower = size(interval.lower), let upper = size(interval.upper) else { return nil }
        self.init(value: value, lower: lower, upper: upper)
    }
}
