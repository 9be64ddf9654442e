/// A series with a straight line before an interruption and another after it: how the level and the slope changed.
///
/// A picture, not a verdict: with values that resemble their neighbours it claims a change too often.
///
/// Source: A. K. Wagner et al. (2002), Segmented Regression Analysis of Interrupted Time Series Studies,
/// doi:10.1046/j.1365-2710.2002.00430.x.
public struct InterruptedTimeSeries: Sendable, Hashable {
    /// The regression on the constant, the time from 0 on, the step and the time since the step.
    public let regression: LeastSquares

    /// The index of the first value after the interruption.
    public let interruption: Int

    /// The level before, at time 0.
    public var level: Double { regression.coefficients[0] }

    /// The slope before, in units of the values a step.
    public var slope: Double { regression.coefficients[1] }

    /// The jump at the interruption, in the unit of the values.
    public var levelChange: Double { regression.coefficients[2] }

    /// The slope after less the slope before, in units of the values a step.
    public var slopeChange: Double { regression.coefficients[3] }

    /// Fits both lines.
    ///
    /// Refuses (answers `nil` for) fewer than two values on either side, fewer than five in all, and values that are not finite.
    ///
    /// - Parameters:
    ///   - values: any unit, evenly spaced in order of time.
    ///   - interruption: the index of the first value after it.
    /// - Complexity: O(n), n the number of values.
    public init?(_ values: [Double], interruption: Int) {
        guard interruption >= 2, interruption <= values.count - 2 else { return nil }
        let times = values.indices.map(Double.init)
        let since = values.indices.map { Double($0 - interruption) }
        let columns = [
            times.map { _ in 1 }, times, since.map { $0 < 0 ? 0 : 1 }, since.map { max(0, $0) },
        ]
        guard let regression = LeastSquares(values, columns: columns) else { return nil }
        self.regression = regression
        self.interruption = interruption
    }

    /// What the line before would have come to.
    ///
    /// - Parameter index: of the value.
    /// - Complexity: O(1).
    public func counterfactual(at index: Int) -> Double { level + slope * Double(index) }

    /// The line after less what the line before would have come to; 0 before the interruption.
    ///
    /// - Parameter index: of the value.
    /// - Complexity: O(1).
    public func effect(at index: Int) -> Double {
        index < interruption ? 0 : levelChange + slopeChange * Double(index - interruption)
    }

    /// The sum of the effects at all values, in the unit of the values.
    ///
    /// - Complexity: O(n), n the number of values.
    public var cumulativeEffect: Double {
        (interruption..<regression.residuals.count).lazy.map { effect(at: $0) }.compensatedSum
    }
}
