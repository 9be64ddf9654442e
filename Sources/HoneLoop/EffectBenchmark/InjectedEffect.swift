package import HoneStatistics

/// An effect that is put into a series from a week on, so that it is known to be there.
///
/// Durations are multiplied. Of counts and of the successes of shares each single event is kept with the probability of the factor, or
/// doubled with what it has above 1, so that they scatter like fewer or more events would.
package struct InjectedEffect: Sendable, Hashable {
    package let factor: Double

    /// Those that the benchmark looks for.
    package static func all(of kind: WeeklySeries.Kind) -> [InjectedEffect] {
        (kind == .counts ? [1.25, 1.5, 0.5] : [0.8, 0.7, 0.5]).map { InjectedEffect(factor: $0) }
    }

    /// - Parameters:
    ///   - weeks: those that an effect after `week` is read from need to change, others are left as they are.
    ///   - generator: of counts and shares only.
    func series(_ series: WeeklySeries, in weeks: Range<Int>, generator: inout SeededGenerator) -> WeeklySeries? {
        let held = weeks.clamped(to: series.weeks)
        switch series.kind {
        case .durations: return series.shift(ofSize: factor, history: held).map { series.moved(by: $0, from: held.lowerBound) }
        case .counts:
            var counts = series.items
            for week in held { counts[week - series.firstWeek] = drawn(counts[week - series.firstWeek], &generator) }
            return .counts(counts, firstWeek: series.firstWeek)
        case .shares:
            var successes = zip(series.values, series.items).map { Int(($0 * Double($1)).rounded()) }
            for week in held { successes[week - series.firstWeek] = drawn(successes[week - series.firstWeek], &generator) }
            return .shares(successes: successes, trials: series.items, firstWeek: series.firstWeek)
        }
    }

    /// Whether a claim saw it.
    func isSeen(by claim: LevelShiftClaim) -> Bool { claim == (factor < 1 ? .down : .up) }

    private func drawn(_ count: Int, _ generator: inout SeededGenerator) -> Int {
        let chance = factor < 1 ? factor : factor - 1
        let hits = (0..<count).reduce(0) { hits, _ in hits + (generator.unit() < chance ? 1 : 0) }
        return factor < 1 ? hits : count + hits
    }
}
