/// How much the values of a series resemble those some steps before.
public enum Autocorrelation {
    /// The autocorrelations at lags 1, 2, … up to `lags`, each the sum of lagged products over the sum of squares.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - lags: how many, at least 1 and fewer than there are values.
    /// - Returns: numbers in -1...1, the first for lag 1; `nil` for a number of lags out of range, values that are not finite and
    ///   values that are all equal.
    /// - Complexity: O(n · lags), n the number of values.
    ///
    /// Source: G. E. P. Box, G. M. Jenkins and G. C. Reinsel (1994), Time Series Analysis, 3rd edition, 2.1.5.
    public static func function(of values: [Double], lags: Int) -> [Double]? {
        guard lags >= 1, lags < values.count, let description = Descriptive(values), description.skewness != nil else { return nil }
        let residuals = values.map { $0 - description.mean }
        let squares = residuals.lazy.map { $0 * $0 }.compensatedSum
        guard squares > 0 else { return nil }
        return (1...lags).map { lag in
            var sum = CompensatedSum()
            for index in lag..<residuals.count { sum.add(residuals[index] * residuals[index - lag]) }
            return sum.value / squares
        }
    }

    /// The portmanteau test of Ljung and Box: are the first autocorrelations together larger than noise makes them?
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time, for example the residuals of a regression.
    ///   - lags: how many autocorrelations, fewer than there are values.
    /// - Returns: the statistic, and the probability of one as large under noise by the chi-squared law with `lags` degrees of
    ///   freedom; `nil` where ``function(of:lags:)`` is.
    /// - Complexity: O(n · lags), n the number of values.
    ///
    /// Source: G. M. Ljung and G. E. P. Box (1978), doi:10.1093/biomet/65.2.297.
    public static func ljungBox(_ values: [Double], lags: Int) -> (statistic: Double, probability: Double)? {
        guard let autocorrelations = function(of: values, lags: lags) else { return nil }
        let n = Double(values.count)
        var sum = 0.0
        for (index, value) in autocorrelations.enumerated() { sum += value * value / (n - Double(index + 1)) }
        let statistic = n * (n + 2) * sum
        guard let probability = IncompleteGamma.upper(shape: Double(lags) / 2, at: statistic / 2) else { return nil }
        return (statistic, probability)
    }
}
