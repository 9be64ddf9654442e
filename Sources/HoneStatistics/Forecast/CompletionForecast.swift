/// When the remaining items are done: the probability of every number of days.
///
/// Days are calendar days as the sample has them; day 1 is tomorrow. Work that is done already takes 0 days.
public struct CompletionForecast: Sendable, Hashable {
    /// How the probabilities came about.
    public let basis: ForecastBasis

    /// The probability that all is done within `d` days, at index `d`; ascending, from day 0 on.
    ///
    /// An exact forecast ends where less than 1e-12 is left, a simulated one with its last trial, both at the horizon at the latest.
    public let probabilities: [Double]

    /// What is shown at most while work remains: 95 %. The model knows nothing of what never happened before.
    public static let mostShown = 0.95
    /// Days after which counting ends unless told otherwise: ten years.
    public static let usualHorizon = 3_650
    /// Probability left out at the end, and the rounding within which a confidence counts as met.
    static let rounding = 1e-12

    init(basis: ForecastBasis, probabilities: [Double]) {
        self.basis = basis
        self.probabilities = probabilities
    }

    /// The smallest number of days within which all is done with at least a given probability.
    ///
    /// - Parameter confidence: strictly between 0 and 1; met up to a rounding of 1e-12.
    /// - Returns: days, 1 for tomorrow, or `nil` where it is not reached before the horizon, or for a confidence out of range.
    /// - Complexity: O(log d), d the number of days with a probability.
    public func days(confidence: Double) -> Int? {
        guard confidence > 0, confidence < 1 else { return nil }
        var (low, high) = (0, probabilities.count)
        while low < high {
            let middle = low + (high - low) / 2
            if probabilities[middle] >= confidence - Self.rounding { high = middle } else { low = middle + 1 }
        }
        return low < probabilities.count ? low : nil
    }

    /// The probability that all is done within so many days.
    ///
    /// - Parameter days: 0 or more; below 0 the answer is 0.
    /// - Complexity: O(1).
    public func probability(within days: Int) -> Double {
        days < 0 ? 0 : probabilities[min(days, probabilities.count - 1)]
    }

    /// The same for a reader: at most 95 % while work remains.
    ///
    /// - Parameter days: 0 or more; below 0 the answer is 0.
    /// - Returns: the share to show, and whether it was held down, to be written as "95 % or more".
    /// - Complexity: O(1).
    public func shownProbability(within days: Int) -> (value: Double, isHeldDown: Bool) {
        let value = probability(within: days)
        let isDone = probabilities[0] >= 1
        return value > Self.mostShown && !isDone ? (Self.mostShown, true) : (value, false)
    }

    /// The mean number of days, or `nil` where more than one in a billion lies beyond the horizon.
    ///
    /// - Complexity: O(d), d the number of days with a probability.
    public var meanDays: Double? {
        guard let last = probabilities.last, 1 - last <= 1e-9 else { return nil }
        return probabilities.lazy.map { 1 - $0 }.compensatedSum
    }
}

/// How the probabilities of a forecast came about.
public enum ForecastBasis: Sendable, Hashable {
    /// Computed, without random numbers.
    case exact
    /// Counted over so many trials from this seed; the same seed gives the same forecast on every platform.
    case simulated(trials: Int, seed: UInt64)
    /// The product of the forecasts of so many teams.
    case joint(teams: Int)
}
