/// How much a series resembles itself some steps earlier.
public enum Autocorrelation {
    /// The sample autocorrelations at the lags 1, 2 … `lags`, with the mean and the variance of the whole series.
    ///
    /// - Parameters:
    ///   - values: in order of time, any unit.
    ///   - lags: how many, in 1..<number of values.
    /// - Returns: coefficients in -1...1, or `nil` for values that are not finite, all equal or too far apart to be squared,
    ///   and for lags out of range.
    /// - Complexity: O(n · lags), n values.
    ///
    /// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.3.1 and 1.3.5.12.
    public static func coefficients(_ values: [Double], lags: Int) -> [Double]? {
        guard lags > 0, lags < values.count, let mean = Descriptive(values)?.mean else { return nil }
        let distances = values.map { $0 - mean }
        let squares = distances.lazy.map { $0 * $0 }.compensatedSum
        guard squares > 0, squares.isFinite else { return nil }
        return (1...lags).map { lag in
            zip(distances, distances.dropFirst(lag)).lazy.map { $0 * $1 }.compensatedSum / squares
        }
    }
}
