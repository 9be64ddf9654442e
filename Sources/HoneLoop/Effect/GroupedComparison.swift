package import HoneStatistics

/// The same change in many groups, such as products: the effect in each by the house's one computation, and the middle of them.
///
/// Groups are things, never people. They differ in level, so shifts are pooled, not values: the median of the groups' shifts.
package struct GroupedComparison: Sendable {
    package struct Group: Sendable, Hashable {
        package let name: String
        package let series: WeeklySeries
        package let reading: EffectReading
        /// The mean of the values after less that before, of months or weeks with a value, without a model; a check by the simplest means.
        package let plainShift: Double?
        /// How much the level moved each month or week before the change, whatever came after.
        package let trendBefore: Double?
    }

    /// One month or week of all groups: the median of their distances from their own mean before the change.
    package struct Moment: Sendable, Hashable {
        package let number: Int
        package let groups: Int
        package let distance: Double?
    }

    package let groups: [Group]
    package let terms: EffectTerms
    /// Of the month or the week of the change.
    package let action: Int
    /// Whether the numbers count months; else weeks.
    package let isMonthly: Bool
    package let pooled: GroupPool?
    package let plain: GroupPool?
    package let trendBefore: GroupPool?
    package let moments: [Moment]

    /// - Parameters:
    ///   - series: of each group, in the order they are shown in; one value a month or week.
    ///   - seed: of the bootstraps over the groups.
    /// - Complexity: that of a reading of each group.
    package init(_ series: [(name: String, series: WeeklySeries)], action: Int, terms: EffectTerms, isMonthly: Bool, seed: UInt64) {
        let read = series.map { Group($0.name, $0.series, action: action, terms: terms) }
        let full = read.filter { $0.reading.effect != .tooLittleData }
        groups = read
        self.terms = terms
        self.action = action
        self.isMonthly = isMonthly
        pooled = GroupPool(full.compactMap(\.reading.shift), seed: seed)
        plain = GroupPool(full.compactMap(\.plainShift), seed: seed)
        trendBefore = GroupPool(full.compactMap(\.trendBefore), seed: seed)
        moments = Self.moments(full, terms.design, action)
    }

    /// Those with enough data on both sides.
    package var readGroups: [Group] { groups.filter { $0.reading.effect != .tooLittleData } }

    package func count(_ effect: Effect) -> Int { groups.count { $0.reading.effect == effect } }

    /// A shift in the terms of people: a factor for durations, points for shares.
    package func size(_ shift: Double) -> Double? { groups.first?.series.size(ofShift: shift, history: 0..<0) }

    private static func moments(_ groups: [Group], _ design: LevelShiftDesign, _ action: Int) -> [Moment] {
        guard let first = groups.map({ $0.reading.before.weeks.lowerBound }).min() else { return [] }
        let distances = groups.compactMap { group in
            group.series.mean(in: group.reading.before.weeks).map { mean in
                { (number: Int) in group.series.value(at: number).map { $0 - mean } }
            }
        }
        return (first..<design.after(action).upperBound).map { number in
            let known = distances.compactMap { $0(number) }
            return Moment(number: number, groups: known.count, distance: Quantile.median(sorted: known.sorted()))
        }
    }
}

extension GroupedComparison.Group {
    init(_ name: String, _ series: WeeklySeries, action: Int, terms: EffectTerms) {
        let reading = EffectReading(series, action: action, terms: terms)
        let before = series.mean(in: reading.before.weeks)
        let after = series.mean(in: reading.after.weeks)
        let known = reading.before.weeks.filter { series.value(at: $0) != nil }
        self.init(
            name: name, series: series, reading: reading, plainShift: before.flatMap { one in after.map { $0 - one } },
            trendBefore: TheilSen(known.compactMap { series.value(at: $0) }, times: known.map(Double.init))?.slope)
    }
}

extension WeeklySeries {
    /// Nil where the week has no value or is outside the series.
    fileprivate func value(at week: Int) -> Double? {
        guard weeks.contains(week), weights[week - firstWeek] > 0 else { return nil }
        return values[week - firstWeek]
    }

    fileprivate func mean(in span: Range<Int>) -> Double? {
        let known = span.compactMap { value(at: $0) }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
}
