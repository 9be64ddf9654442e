/// The nine sample quantiles of Hyndman and Fan, by their number; a raw value is that number.
///
/// Source: R. J. Hyndman and Y. Fan (1996), Sample Quantiles in Statistical Packages,
/// doi:10.1080/00031305.1996.10473566. The names of `numpy.quantile` stand beside each.
public enum HyndmanFanType: Int, CaseIterable, Sendable {
    /// Type 1, the inverse of the empirical distribution function (`inverted_cdf`).
    case inverse = 1

    /// Type 2, as type 1 with the midpoint at a jump (`averaged_inverted_cdf`).
    case averagedInverse = 2

    /// Type 3, the nearest order statistic, the even one of two (`closest_observation`, SAS).
    case closestObservation = 3

    /// Type 4, linear interpolation of the empirical distribution function (`interpolated_inverted_cdf`).
    case interpolatedInverse = 4

    /// Type 5, knots at the middle of each step (`hazen`).
    case hazen = 5

    /// Type 6, knots at k / (n + 1) (`weibull`, Minitab, SPSS).
    case weibull = 6

    /// Type 7, knots at (k - 1) / (n - 1) (`linear`, the default of R, NumPy and spreadsheets).
    case linear = 7

    /// Type 8, about median-unbiased whatever the distribution (`median_unbiased`).
    case medianUnbiased = 8

    /// Type 9, about unbiased for a normal distribution (`normal_unbiased`).
    case normalUnbiased = 9
}

extension HyndmanFanType {
    /// The constant a = b of the plotting position (k - a) / (n + 1 - a - b), for the interpolating types but 4.
    var plottingConstant: Double {
        switch self {
        case .hazen: 1 / 2.0
        case .linear: 1
        case .medianUnbiased: 1 / 3.0
        case .normalUnbiased: 3 / 8.0
        case .inverse, .averagedInverse, .closestObservation, .interpolatedInverse, .weibull: 0
        }
    }
}
