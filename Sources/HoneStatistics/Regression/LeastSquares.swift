/// A linear model fitted by least squares, from an orthogonal factor of its columns.
///
/// Columns of any scale are fine, and ones that nearly depend on each other keep the digits the data have: Longley's come out
/// with ten.
///
/// Source: Å. Björck (1996), Numerical Methods for Least Squares Problems, 2.4 (Gram-Schmidt with reorthogonalisation) and
/// 2.9 (refinement).
public struct LeastSquares: Sendable, Hashable {
    /// One coefficient a column, in units of the values a unit of the column.
    public let coefficients: [Double]

    /// The values less the model, in their order.
    public let residuals: [Double]

    /// The standard error of each coefficient, for residuals that are independent and equally spread.
    public let standardErrors: [Double]

    /// The standard deviation of the residuals, by their degrees of freedom.
    public let residualDeviation: Double

    /// The share of the spread about the mean that the model explains; `nil` when all values are equal. The columns should
    /// hold a constant.
    public let rSquared: Double?

    /// Values less columns.
    public var degreesOfFreedom: Int { residuals.count - coefficients.count }

    let factor: OrthogonalFactor

    /// Fits `values` by a sum of multiples of `columns`.
    ///
    /// Refuses (answers `nil` for) no column, columns of another length than the values, numbers that are not finite, not more values
    /// than columns, and columns that depend on each other.
    ///
    /// - Parameters:
    ///   - values: any unit.
    ///   - columns: one number a value each; a column of ones for a constant.
    /// - Complexity: O(n · k²), n values and k columns.
    public init?(_ values: [Double], columns: [[Double]]) {
        guard !columns.isEmpty, columns.allSatisfy({ $0.count == values.count && $0.allSatisfy(\.isFinite) }),
            values.allSatisfy(\.isFinite), values.count > columns.count, let factor = OrthogonalFactor(columns)
        else { return nil }
        var coefficients = [Double](repeating: 0, count: columns.count)
        var residuals = values
        // Fitting the residuals again takes back what rounding took.
        for _ in 0..<3 {
            let step = factor.coefficients(of: residuals)
            for column in columns.indices { coefficients[column] += step[column] }
            residuals = values.indices.map { row in
                var rest = CompensatedSum()
                rest.add(values[row])
                for column in columns.indices { rest.add(-coefficients[column] * columns[column][row]) }
                return rest.value
            }
        }
        let squares = residuals.lazy.map { $0 * $0 }.compensatedSum
        let deviation = (squares / Double(values.count - columns.count)).squareRoot()
        guard coefficients.allSatisfy(\.isFinite), deviation.isFinite else { return nil }
        self.factor = factor
        self.coefficients = coefficients
        self.residuals = residuals
        residualDeviation = deviation
        standardErrors = factor.inverseLengths.map { $0 * deviation }
        let spread = Descriptive(values)?.standardDeviation ?? 0
        rSquared = spread > 0 ? 1 - squares / (spread * spread * Double(values.count - 1)) : nil
    }

    /// The statistic of Durbin and Watson: near 2 for residuals that do not resemble their neighbours, lower for those that do.
    ///
    /// `nil` when the model leaves no residuals.
    ///
    /// - Complexity: O(n), n the number of values.
    ///
    /// Source: J. Durbin and G. S. Watson (1950), doi:10.1093/biomet/37.3-4.409.
    public var durbinWatson: Double? {
        let squares = residuals.lazy.map { $0 * $0 }.compensatedSum
        let steps = zip(residuals, residuals.dropFirst()).lazy.map { ($1 - $0) * ($1 - $0) }.compensatedSum
        return squares > 0 ? steps / squares : nil
    }

    /// The two-sided probability of each coefficient as far from 0 by the t law, given its standard error.
    ///
    /// - Parameter standardErrors: one a coefficient: ``standardErrors`` or those of ``neweyWest(lags:isCorrected:)``.
    /// - Returns: probabilities; `nil` for an error of 0.
    /// - Complexity: O(k √n), k coefficients.
    public func probabilities(_ standardErrors: [Double]) -> [Double?] {
        zip(coefficients, standardErrors).map { coefficient, error in
            guard error > 0 else { return nil }
            return StudentT.cumulative(-abs(coefficient / error), degreesOfFreedom: Double(degreesOfFreedom)).map { 2 * $0 }
        }
    }

    /// The interval of each coefficient by the t law, given its standard error.
    ///
    /// - Parameters:
    ///   - level: strictly between 0 and 1.
    ///   - standardErrors: one a coefficient.
    /// - Returns: intervals of method `t`, or `nil` for a level out of range.
    /// - Complexity: O(k), k coefficients.
    public func intervals(level: Double, _ standardErrors: [Double]) -> [Interval]? {
        guard let tail = Interval.tail(level: level),
            let quantile = StudentT.quantile(1 - tail, degreesOfFreedom: Double(degreesOfFreedom))
        else { return nil }
        return zip(coefficients, standardErrors).map { coefficient, error in
            Interval(level: level, lower: coefficient - quantile * error, upper: coefficient + quantile * error, method: "t")
        }
    }
}
