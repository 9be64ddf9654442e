import HoneStatistics

/// Weekly durations from a seed: five items a week, with a level and a spread on the scale of logarithms.
enum MadeSeries {
    static func durations(weeks: Int, spread: Double, seed: UInt64 = 1, level: (Int) -> Double) -> WeeklySeries {
        var generator = SeededGenerator(seed: seed)
        let sums = (0..<weeks).map { week in
            (0..<5).reduce(0.0) { sum, _ in
                // Twelve uniform numbers less six are close to normal.
                let noise = (0..<12).reduce(-6.0) { noise, _ in noise + generator.unit() }
                return sum + level(week) + spread * noise
            }
        }
        return WeeklySeries.durations(sumsOfLogarithms: sums, counts: sums.map { _ in 5 }) ?? empty
    }

    private static var empty: WeeklySeries { WeeklySeries.counts([]) ?? durations(weeks: 0, spread: 0) { _ in 0 } }
}
