#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LeastSquares {
    /// The standard errors of the coefficients for residuals that resemble their neighbours and spread unevenly.
    ///
    /// With the triangular weights of Bartlett. Too small in short series: with strong autocorrelation a test by them claims two
    /// to five times as often as it says.
    ///
    /// - Parameters:
    ///   - lags: how many steps back residuals are taken to be related, zero or more and fewer than there are values; see
    ///     ``neweyWestLags(for:)``.
    ///   - isCorrected: whether the variances are multiplied by n / (n - k), n values and k columns.
    /// - Returns: one a coefficient, or `nil` for a number of lags out of range.
    /// - Complexity: O(n · k² · lags).
    ///
    /// Source: W. K. Newey and K. D. West (1987), doi:10.2307/1913610.
    public func neweyWest(lags: Int, isCorrected: Bool = false) -> [Double]? {
        guard lags >= 0, lags < residuals.count else { return nil }
        let count = coefficients.count
        // With X = QR the sandwich is R⁻¹ (Σ weight · q e eᵀ qᵀ) R⁻ᵀ, which spares the inverse of XᵀX.
        let scores = factor.columns.map { column in zip(column, residuals).map { $0 * $1 } }
        var middle = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for lag in 0...lags {
            let weight = 1 - Double(lag) / Double(lags + 1)
            for row in 0..<count {
                for column in 0..<count {
                    var sum = 0.0
                    for index in lag..<residuals.count { sum += scores[row][index] * scores[column][index - lag] }
                    middle[row][column] += weight * sum
                    if lag > 0 { middle[column][row] += weight * sum }
                }
            }
        }
        let left = (0..<count).map { column in factor.solution(middle.map { $0[column] }) }
        let variances = (0..<count).map { row in factor.solution(left.map { $0[row] })[row] }
        let correction = isCorrected ? Double(residuals.count) / Double(degreesOfFreedom) : 1
        return variances.map { (max(0, $0) * correction).squareRoot() }
    }

    /// The number of lags for a series of `count` values: the whole part of 4 (count / 100)^(2/9).
    ///
    /// - Parameter count: how many values, one or more.
    /// - Complexity: O(1).
    ///
    /// Source: W. K. Newey and K. D. West (1994), doi:10.2307/2297912.
    public static func neweyWestLags(for count: Int) -> Int {
        Int((4 * pow(Double(max(0, count)) / 100, 2.0 / 9)).rounded(.down))
    }
}
