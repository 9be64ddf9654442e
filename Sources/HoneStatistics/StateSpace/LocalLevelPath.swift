#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The level of a series through time under a ``LocalLevel``: as known at each time, and in hindsight.
///
/// Source: J. Durbin and S. J. Koopman (2012), Time Series Analysis by State Space Methods, 2nd edition, 2.2 to 2.7;
/// H. E. Rauch, F. Tung and C. T. Striebel (1965), doi:10.2514/3.3166, for the smoother.
public struct LocalLevelPath: Sendable, Hashable {
    /// The model.
    public let model: LocalLevel

    /// The level at each time from the values up to it; `nil` before the first value.
    public let filtered: [Double?]

    /// The variance of ``filtered``.
    public let filteredVariances: [Double?]

    /// The level at each time from all values.
    public let smoothed: [Double]

    /// The variance of ``smoothed``.
    public let smoothedVariances: [Double]

    /// The logarithm of the diffuse likelihood; the first value adds its constant alone.
    public let logLikelihood: Double

    /// The mean of the squared innovations over their variances: 1 when the variances have the right scale, `nil` with one value.
    let innovationVariance: Double?

    /// Follows the level through `values`.
    ///
    /// Refuses (answers `nil` for) no value at all and values that are not finite.
    ///
    /// - Parameters:
    ///   - values: evenly spaced in order of time, `nil` for a time without a value.
    ///   - model: the variances.
    /// - Complexity: O(n), n the number of times.
    public init?(_ values: [Double?], model: LocalLevel) {
        guard values.allSatisfy({ $0?.isFinite ?? true }), values.contains(where: { $0 != nil }) else { return nil }
        let gains = LocalLevelGains(values.map { $0 != nil }, model: model)
        let levels = gains.levels(of: values)
        self.model = model
        filtered = levels.filtered
        filteredVariances = gains.variances
        let constant = log(2 * Double.pi)
        let observed = Double(gains.innovationVariances.count { $0 != nil })
        var (squares, logarithms) = (CompensatedSum(), CompensatedSum())
        for case (let innovation?, let variance?) in zip(levels.innovations, gains.innovationVariances) {
            squares.add(innovation * innovation / variance)
            logarithms.add(log(variance))
        }
        logLikelihood = -0.5 * ((observed + 1) * constant + logarithms.value + squares.value)
        innovationVariance = observed > 0 ? squares.value / observed : nil
        var (level, variance) = (0.0, 0.0)
        var (smoothed, variances): ([Double], [Double]) = ([], [])
        for time in values.indices.reversed() {
            if let known = levels.filtered[time], let spread = gains.variances[time] {
                let isLast = smoothed.isEmpty
                let next = spread + model.levelVariance
                let share = isLast || next == 0 ? 0 : spread / next
                variance = isLast ? spread : spread + share * share * (variance - next)
                level = known + (isLast ? 0 : share * (level - known))
            } else {
                // Before the first value nothing but the later level is known.
                variance += model.levelVariance
            }
            smoothed.append(level)
            variances.append(variance)
        }
        self.smoothed = smoothed.reversed()
        smoothedVariances = variances.reversed()
    }

    /// The next values: their mean, which is the last level, and the standard deviation of each.
    ///
    /// - Parameter steps: how many values, zero or more.
    /// - Returns: the mean, in the unit of the values, and one standard deviation a step ahead.
    /// - Complexity: O(steps).
    public func forecast(steps: Int) -> (mean: Double, standardErrors: [Double]) {
        let last = filteredVariances.last.flatMap(\.self) ?? 0
        let errors = (0..<max(0, steps)).map { step in
            (last + Double(step + 1) * model.levelVariance + model.irregularVariance).squareRoot()
        }
        return (filtered.last.flatMap(\.self) ?? 0, errors)
    }
}
