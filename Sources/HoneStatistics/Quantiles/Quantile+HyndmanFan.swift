extension Quantile {
    /// One of the nine sample quantiles of Hyndman and Fan, with the floating-point conventions of `numpy.quantile`.
    ///
    /// Positions are computed in floating point, so type 1 can differ by one rank from
    /// ``nearestRank(sorted:percent:)`` where n · probability rounds past a whole number.
    ///
    /// - Parameters:
    ///   - sorted: ascending, any unit.
    ///   - probability: in 0...1.
    ///   - type: which of the nine.
    /// - Returns: a value between the smallest and the largest, `nil` for an empty list or a probability out of range.
    /// - Complexity: O(1).
    ///
    /// Source: R. J. Hyndman and Y. Fan (1996), doi:10.1080/00031305.1996.10473566.
    public static func hyndmanFan(sorted: [Double], probability: Double, type: HyndmanFanType) -> Double? {
        guard probability >= 0, probability <= 1, !sorted.isEmpty else { return nil }
        let n = Double(sorted.count)
        switch type {
        case .inverse:
            let index = n * probability - 1
            return value(sorted, at: index.rounded(.up))
        case .averagedInverse:
            let index = n * probability - 1
            return index == index.rounded(.down)
                ? midpoint(value(sorted, at: index), value(sorted, at: index + 1))
                : value(sorted, at: index.rounded(.up))
        case .closestObservation:
            let index = n * probability - 1.5
            let previous = index.rounded(.down)
            // Ranks count from 1, so an even rank is an odd index.
            let isEvenRank = index == previous && previous.remainder(dividingBy: 2) != 0
            return value(sorted, at: isEvenRank ? previous : previous + 1)
        case .interpolatedInverse:
            return interpolated(sorted, at: n * probability - 1)
        case .linear:
            return interpolated(sorted, at: (n - 1) * probability)
        case .hazen, .weibull, .medianUnbiased, .normalUnbiased:
            let constant = type.plottingConstant
            return interpolated(sorted, at: n * probability + constant + probability * (1 - 2 * constant) - 1)
        }
    }

    /// The value at a whole index counted from 0, held within the list.
    private static func value(_ sorted: [Double], at index: Double) -> Double {
        sorted[Int(min(max(index, 0), Double(sorted.count - 1)))]
    }

    private static func midpoint(_ lower: Double, _ upper: Double) -> Double {
        lower == upper ? lower : lower / 2 + upper / 2
    }

    private static func interpolated(_ sorted: [Double], at index: Double) -> Double {
        let previous = index.rounded(.down)
        let lower = value(sorted, at: previous)
        let upper = value(sorted, at: previous + 1)
        let weight = index - previous
        if lower == upper { return lower }
        // From the nearer end, so that the answer rises with the weight and meets both ends exactly.
        return weight < 0.5 ? lower + (upper - lower) * weight : upper - (upper - lower) * (1 - weight)
    }
}
