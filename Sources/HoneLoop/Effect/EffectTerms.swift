package import HoneStatistics

/// What is agreed before anybody looks at the numbers: which way is better, how much would matter, which weeks count.
package struct EffectTerms: Sendable, Hashable {
    package enum Direction: String, Sendable, CaseIterable {
        case lower, higher
    }

    /// How often people look: once, or early at 6 weeks and finally at 12. There are no other looks.
    package enum Look: String, Sendable, CaseIterable {
        case single, early, final
    }

    package let kind: WeeklySeries.Kind
    package let better: Direction
    /// The smallest worthwhile effect: a share of the level for durations and counts, points (0.1 for ten) for shares.
    package let smallest: Double
    package let look: Look
    /// The probabilities that the look may claim at.
    package let thresholds: LevelShiftLook
    package let design: LevelShiftDesign

    /// Weeks after the action that are measured: 12, or 6 for an early look.
    package static let (usualWeeks, earlyWeeks) = (12, 6)
    package static let usualSmallest = 0.1
    /// Weeks that may be left out behind the change: two years.
    package static let washouts = 0...104

    /// - Parameters:
    ///   - weeks: measured after the action; nil for 12, or 6 at an early look.
    ///   - washout: weeks behind the week of the action that are left out too, because the change needs them.
    ///   - leavesOutActionWeek: false only where the action is known to hold for the whole of its week.
    /// - Returns: nil for lengths and sizes that make no sense, and for two looks at counts, which are looked at once.
    package init?(
        kind: WeeklySeries.Kind, better: Direction, smallest: Double = usualSmallest, weeks: Int? = nil, washout: Int = 0,
        leavesOutActionWeek: Bool = true, look: Look = .single
    ) {
        let thresholds: LevelShiftLook? =
            switch look {
            case .single: .single(kind)
            case .early: .early(kind)
            case .final: .final(kind)
            }
        let length = weeks ?? (look == .early ? Self.earlyWeeks : Self.usualWeeks)
        guard let thresholds, smallest > 0, smallest.isFinite, Self.washouts.contains(washout),
            !(better == .lower || kind == .shares) || smallest < 1,
            let design = LevelShiftDesign(gapWeeks: washout + (leavesOutActionWeek ? 1 : 0), afterWeeks: length)
        else { return nil }
        self.kind = kind
        self.better = better
        self.smallest = smallest
        self.look = look
        self.thresholds = thresholds
        self.design = design
    }

    /// The smallest worthwhile effect as a distance on the scale of the weekly values.
    func smallestShift(in series: WeeklySeries, history: Range<Int>) -> Double? {
        let change = better == .lower ? -smallest : smallest
        return series.shift(ofSize: kind == .shares ? change : 1 + change, history: history).map(abs)
    }

    /// Turns a shift so that above 0 is good.
    func good(_ shift: Double) -> Double { better == .higher ? shift : -shift }
}
