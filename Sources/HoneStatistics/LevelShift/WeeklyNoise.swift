#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What weekly values do by themselves, for simulations in which nothing was done.
public enum WeeklyNoise: Sendable, Hashable {
    /// Every week resembles the one before by this correlation, in 0..<1; the weekly values spread by 0.3.
    case autoregressive(Double)

    /// The level steps up or down each week by this standard deviation.
    case randomWalk(Double)

    /// The level rises by so much each week.
    case trend(Double)

    /// The level follows a wave of 52 weeks with this height, beginning anywhere.
    case season(Double)

    /// The spread of ``autoregressive(_:)``, and that of a week of 12 items with a spread of 1 each.
    private static let spread = 0.3

    /// A level a week, on the scale of logarithms.
    ///
    /// - Parameters:
    ///   - weeks: how many, zero or more.
    ///   - generator: is drawn from.
    /// - Complexity: O(weeks).
    ///
    /// Source: G. E. P. Box and G. M. Jenkins (1970), Time Series Analysis: Forecasting and Control, for the first two.
    public func levels(weeks: Int, generator: inout SeededGenerator) -> [Double] {
        switch self {
        case .autoregressive(let correlation):
            let fresh = (1 - correlation * correlation).squareRoot()
            var level = generator.normal()
            return (0..<weeks).map { _ in
                defer { level = correlation * level + fresh * generator.normal() }
                return Self.spread * level
            }
        case .randomWalk(let step):
            var level = 0.0
            return (0..<weeks).map { _ in
                defer { level += step * generator.normal() }
                return level
            }
        case .trend(let slope): return (0..<weeks).map { slope * Double($0) }
        case .season(let height):
            let start = generator.unit()
            return (0..<weeks).map { height * sin(2 * Double.pi * (Double($0) / 52 + start)) }
        }
    }

    /// Whether the levels are the whole of a weekly value, or items scatter about them.
    private var isWhole: Bool { if case .autoregressive = self { true } else { false } }

    /// A series of weekly values in which nothing was done.
    ///
    /// Durations have about 12 items a week with a spread of 1 on the scale of logarithms, counts a mean of 10 a week, shares about 20
    /// trials a week with a share of 0.3; each scatters as such items do about the level of its week.
    /// - Parameters:
    ///   - kind: what the values are.
    ///   - weeks: how many, zero or more.
    ///   - generator: is drawn from.
    /// - Complexity: O(weeks), times the counts of a week.
    public func series(_ kind: WeeklySeries.Kind, weeks: Int, generator: inout SeededGenerator) -> WeeklySeries? {
        let levels = levels(weeks: weeks, generator: &generator)
        switch kind {
        case .durations:
            let counts = levels.map { _ in isWhole ? 12 : generator.poisson(12) }
            let sums = zip(levels, counts).map { level, count in
                Double(count) * level + (isWhole ? 0 : Double(count).squareRoot() * generator.normal())
            }
            return .durations(sumsOfLogarithms: sums, counts: counts)
        case .counts: return .counts(levels.map { generator.poisson(10 * exp($0)) })
        case .shares:
            let trials = levels.map { _ in generator.poisson(20) }
            let odds = 0.3 / 0.7
            let successes = zip(levels, trials).map { level, count in
                let share = 1 / (1 + 1 / (odds * exp(level)))
                return (0..<count).reduce(0) { hits, _ in hits + (generator.unit() < share ? 1 : 0) }
            }
            return .shares(successes: successes, trials: trials)
        }
    }
}

extension SeededGenerator {
    /// A number of the standard normal distribution, by the inverse of its distribution.
    mutating func normal() -> Double { Normal.quantile(unit() + 0x1p-54) ?? 0 }

    /// A Poisson number, by counting how many uniform factors it takes; a large mean in parts.
    ///
    /// Source: D. E. Knuth (1997), The Art of Computer Programming, volume 2, 3.4.1.
    mutating func poisson(_ mean: Double) -> Int {
        var (rest, count) = (mean, 0)
        while rest > 0 {
            let part = min(rest, 30)
            let limit = exp(-part)
            var product = unit()
            while product > limit {
                count += 1
                product *= unit()
            }
            rest -= part
        }
        return count
    }
}
