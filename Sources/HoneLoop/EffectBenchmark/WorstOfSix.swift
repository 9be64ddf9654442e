import HoneStatistics

/// When people act: after a sprint of two weeks that was the worst of the last six.
///
/// The next one is then usually better with no help at all, which is why a claim must not rest on it.
struct WorstOfSix {
    private let series: WeeklySeries
    private let better: EffectTerms.Direction

    private static let (sprints, weeksOfASprint) = (6, 2)

    init(_ series: WeeklySeries, better: EffectTerms.Direction) {
        self.series = series
        self.better = better
    }

    /// Whether the sprint that ends before `week` was worse than each of the five before it.
    func holds(before week: Int) -> Bool {
        let levels = (1...Self.sprints).map { level(of: week - $0 * Self.weeksOfASprint) }
        guard let last = levels[0] else { return false }
        return levels.dropFirst().allSatisfy { $0.map { isWorse(last, than: $0) } ?? false }
    }

    /// Whether the sprint from `week` on is better than the one before it.
    func looksBetter(from week: Int) -> Bool {
        guard let next = level(of: week), let last = level(of: week - Self.weeksOfASprint) else { return false }
        return isWorse(last, than: next)
    }

    private func isWorse(_ one: Double, than other: Double) -> Bool { better == .lower ? one > other : one < other }

    /// The weighted mean of the weekly values of a sprint; nil where it has none.
    private func level(of first: Int) -> Double? {
        let weeks = first..<first + Self.weeksOfASprint
        guard weeks.clamped(to: series.weeks) == weeks else { return nil }
        var (sum, weight) = (0.0, 0.0)
        for index in weeks.map({ $0 - series.firstWeek }) {
            sum += series.weights[index] * series.values[index]
            weight += series.weights[index]
        }
        return weight > 0 ? sum / weight : nil
    }
}
