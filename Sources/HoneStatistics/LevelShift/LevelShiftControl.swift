/// Tests of a shift that are taught everywhere and err on weekly values, which resemble their neighbours.
///
/// They are there to be shown failing beside ``LevelShiftFit``: a benchmark in which they pass is broken. They never decide.
public enum LevelShiftControl: String, Sendable, Hashable, CaseIterable {
    /// The two means by Welch's t test, as if weeks were independent.
    case welch

    /// The step in a regression on a constant and the step, with the errors of Newey and West.
    case neweyWest

    /// The jump of an interrupted time series, with the errors of Newey and West.
    case interruptedSeries

    /// The two means by a pooled t test, each side counted as the number of independent weeks it is worth.
    case effectiveSize

    /// Tests a shift between `before` and `after`.
    ///
    /// - Parameters:
    ///   - before: weekly values in order of time, at least two.
    ///   - after: weekly values in order of time, at least two.
    /// - Returns: `nil` for too few values, values that are not finite, and no spread to compare with.
    /// - Complexity: O(n), times the lags for Newey and West; n the number of values.
    ///
    /// Source: B. L. Welch (1947), doi:10.1093/biomet/34.1-2.28; W. K. Newey and K. D. West (1987), doi:10.2307/1913610;
    /// F. W. Zwiers and H. von Storch (1995), doi:10.1175/1520-0442(1995)008<0336:TSCIAI>2.0.CO;2, for the effective size.
    public func test(before: [Double], after: [Double]) -> LevelShiftTest? {
        guard let earlier = Descriptive(before), let later = Descriptive(after), let one = earlier.standardDeviation,
            let other = later.standardDeviation, one > 0 || other > 0
        else { return nil }
        let values = before + after
        switch self {
        case .welch:
            let (left, right) = (one * one / Double(before.count), other * other / Double(after.count))
            let freedom =
                (left + right) * (left + right)
                / (left * left / Double(before.count - 1) + right * right / Double(after.count - 1))
            return LevelShiftTest(later.mean - earlier.mean, (left + right).squareRoot(), freedom)
        case .neweyWest:
            let columns = [values.map { _ in 1.0 }, values.indices.map { $0 < before.count ? 0 : 1 }]
            return LeastSquares(values, columns: columns).flatMap { Self.step(of: $0, column: 1) }
        case .interruptedSeries:
            return InterruptedTimeSeries(values, interruption: before.count).flatMap { Self.step(of: $0.regression, column: 2) }
        case .effectiveSize:
            let residuals = before.map { $0 - earlier.mean } + after.map { $0 - later.mean }
            let squares = residuals.lazy.map { $0 * $0 }.compensatedSum
            guard squares > 0 else { return nil }
            let products = residuals.indices.dropFirst().filter { $0 != before.count }.lazy.map { residuals[$0] * residuals[$0 - 1] }
            let resemblance = max(0, products.compensatedSum / squares)
            let worth = (1 - resemblance) / (1 + resemblance)
            let (left, right) = (Double(before.count) * worth, Double(after.count) * worth)
            let freedom = left + right - 2
            guard freedom > 0 else { return nil }
            let error = (squares / Double(values.count - 2) * (1 / left + 1 / right)).squareRoot()
            return LevelShiftTest(later.mean - earlier.mean, error, freedom)
        }
    }

    private static func step(of fit: LeastSquares, column: Int) -> LevelShiftTest? {
        let lags = min(LeastSquares.neweyWestLags(for: fit.residuals.count), fit.residuals.count - 1)
        guard let errors = fit.neweyWest(lags: lags) else { return nil }
        return LevelShiftTest(fit.coefficients[column], errors[column], Double(fit.degreesOfFreedom))
    }
}

/// A shift with one standard error, tested by the t law.
public struct LevelShiftTest: Sendable, Hashable {
    /// The estimated shift, in the unit of the values.
    public let effect: Double

    /// Its standard error, in the unit of the values.
    public let standardError: Double

    /// The degrees of freedom of the t law, not necessarily whole.
    public let degreesOfFreedom: Double

    /// Small when the level went down.
    public let probabilityLow: Double

    /// Small when the level went up.
    public let probabilityHigh: Double

    init?(_ effect: Double, _ standardError: Double, _ degreesOfFreedom: Double) {
        guard standardError > 0,
            let low = StudentT.cumulative(effect / standardError, degreesOfFreedom: degreesOfFreedom),
            let high = StudentT.cumulative(-effect / standardError, degreesOfFreedom: degreesOfFreedom)
        else { return nil }
        self.effect = effect
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        probabilityLow = low
        probabilityHigh = high
    }
}

extension LevelShiftDesign {
    /// The weekly values on both sides of `action`, weeks without one left out; `nil` where the data rule is not met.
    ///
    /// - Parameters:
    ///   - series: the weekly values.
    ///   - action: the number of the week of the action.
    /// - Complexity: O(m), m the weeks of history and after.
    public func sides(of series: WeeklySeries, at action: Int) -> (before: [Double], after: [Double])? {
        guard isMet(by: series, at: action) else { return nil }
        func values(_ weeks: Range<Int>) -> [Double] {
            weeks.map { $0 - series.firstWeek }.filter { series.weights[$0] > 0 }.map { series.values[$0] }
        }
        return (values(history(before: action, in: series)), values(after(action)))
    }
}
