/// What a series would have been without a change, from its own level and from columns the change did not touch.
///
/// A local level model with regression, its variances given: before the change it learns level and coefficients, after it the
/// columns alone lead. The answer is only as good as the claim that the change left the columns alone.
///
/// Source: A. C. Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, 7.3; K. H. Brodersen et al.
/// (2015), Inferring Causal Impact Using Bayesian Structural Time-Series Models, doi:10.1214/14-AOAS788, of which this is the core
/// without priors; P. de Jong (1991), The Diffuse Kalman Filter, doi:10.1214/aos/1176348139.
public struct Counterfactual: Sendable, Hashable {
    /// The values expected without the change, one for each time after it.
    public let expected: [Double]

    /// The standard deviation of each value about ``expected``.
    public let standardErrors: [Double]

    /// The coefficient of each column, in units of the values a unit of the column.
    public let coefficients: [Double]

    /// The mean of the values after the change less what was expected, in the unit of the values.
    public let averageEffect: Double

    /// The standard error of ``averageEffect``; nearby times err together, so it is far above that of independent ones.
    public let averageStandardError: Double

    /// The sum of the differences, in the unit of the values.
    public var cumulativeEffect: Double { averageEffect * Double(expected.count) }

    /// The sum of the differences over the sum of what was expected; `nil` when that is 0.
    public var relativeEffect: Double? {
        let sum = expected.compensatedSum
        return sum == 0 ? nil : cumulativeEffect / sum
    }

    /// Learns from the times before `change` and expects the values from it on.
    ///
    /// Refuses (answers `nil` for) no time after the change, fewer than two times more than columns before it, columns of another
    /// length than the values, numbers that are not finite, and columns that are constant or depend on each other before the change.
    ///
    /// - Parameters:
    ///   - values: evenly spaced in order of time.
    ///   - columns: of numbers known at all times, in any unit; none for the level alone.
    ///   - change: the index of the first value after the change.
    ///   - model: the variances, for example the likeliest before the change.
    ///   - start: what is known of the first level and of the coefficients; nothing, as a rule.
    /// - Complexity: O(n · k²), n times and k columns.
    public init?(_ values: [Double], columns: [[Double]], change: Int, model: LocalLevel, start: LevelStart = .unknown) {
        guard change < values.count, start.variance.map({ $0 > 0 && $0.isFinite }) ?? true, change >= columns.count + 2,
            values.allSatisfy(\.isFinite),
            columns.allSatisfy({ $0.count == values.count && $0.allSatisfy(\.isFinite) })
        else { return nil }
        let gains = LocalLevelGains([Bool](repeating: true, count: change), model: model, start: start)
        func learned(_ column: [Double]) -> (level: Double, whitened: [Double]) {
            let levels = gains.levels(of: column[..<change].map(Optional.some))
            let whitened = zip(levels.innovations, gains.innovationVariances).compactMap { innovation, variance -> Double? in
                guard let innovation, let variance else { return nil }
                return innovation / variance.squareRoot()
            }
            return (levels.filtered[change - 1] ?? 0, whitened)
        }
        let own = learned(values)
        let others = columns.map(learned)
        // A known variance of the coefficients is a row for each that would have it 0.
        let rows = columns.indices.map { column in
            start.variance.map { variance in columns.indices.map { $0 == column ? 1 / variance.squareRoot() : 0 } } ?? []
        }
        guard let factor = OrthogonalFactor(zip(others, rows).map { $0.whitened + $1 }), let variance = gains.variances[change - 1] else {
            return nil
        }
        let slopes = factor.coefficients(of: own.whitened + (rows.first ?? []).map { _ in 0 })
        let distances = (change..<values.count).map { time in columns.indices.map { columns[$0][time] - others[$0].level } }
        let expected = distances.map { distance in zip(distance, slopes).reduce(own.level) { $0 + $1.0 * $1.1 } }
        let count = Double(expected.count)
        let average = columns.indices.map { column in distances.lazy.map { $0[column] }.compensatedSum / count }
        // The sum over all pairs of times of the steps they share.
        let shared = (count + 1) * (2 * count + 1) / (6 * count)
        self.expected = expected
        coefficients = slopes
        standardErrors = distances.enumerated().map { step, distance in
            let level = variance + Double(step + 1) * model.levelVariance
            return (level + model.irregularVariance + factor.variance(at: distance)).squareRoot()
        }
        averageEffect = zip(values[change...], expected).lazy.map { $0 - $1 }.compensatedSum / count
        averageStandardError =
            (variance + shared * model.levelVariance + model.irregularVariance / count + factor.variance(at: average)).squareRoot()
    }
}
