/// The mean duration when every duration is cut at a horizon: the area under a survival curve up to there.
///
/// It exists while old things are open, where the plain mean does not, and its difference between two periods is in days.
///
/// Source: J. O. Irwin (1949), doi:10.1017/S0022172400014443; P. Royston and M. K. B. Parmar (2013),
/// doi:10.1186/1471-2288-13-152; the error as in J. P. Klein and M. L. Moeschberger (2003), Survival Analysis, 4.5,
/// doi:10.1007/b97377.
public struct RestrictedMean: Sendable, Hashable {
    /// The horizon at which every duration is cut.
    public let horizon: Double

    /// The mean of the cut durations, in their unit.
    public let mean: Double

    /// The standard error of ``mean``.
    public let standardError: Double

    /// Measures the area under a curve.
    ///
    /// Refuses (answers `nil` for) a horizon that is not positive and finite, and one beyond the longest duration when that
    /// is still open, since the curve is not known there.
    ///
    /// - Parameters:
    ///   - curve: the share still open after each duration.
    ///   - horizon: a duration.
    /// - Complexity: O(n), n steps of the curve.
    public init?(_ curve: KaplanMeier, upTo horizon: Double) {
        guard horizon > 0, horizon.isFinite, let end = curve.survival(at: horizon) else { return nil }
        let steps = curve.steps.prefix { $0.time <= horizon }
        var area = CompensatedSum()
        var squares = CompensatedSum()
        var (right, survival) = (horizon, end)
        // From the horizon back, so that the area behind each step is known when its error is added.
        for index in steps.indices.reversed() {
            let step = steps[index]
            area.add((right - step.time) * survival)
            let before = index > 0 ? steps[index - 1] : nil
            if step.survival > 0, step.events > 0 {
                squares.add(area.value * area.value * (step.logVariance - (before?.logVariance ?? 0)))
            }
            right = step.time
            survival = before?.survival ?? 1
        }
        area.add(right * survival)
        self.horizon = horizon
        mean = area.value
        standardError = max(0, squares.value).squareRoot()
    }

    /// The interval for ``mean``, within 0 and the horizon.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `restricted-mean-normal`, or `nil` for a level out of range.
    /// - Complexity: O(1).
    public func interval(level: Double) -> Interval? {
        guard let z = Normal.criticalValue(level: level) else { return nil }
        return Interval(
            level: level, lower: max(0, mean - z * standardError), upper: min(horizon, mean + z * standardError),
            method: "restricted-mean-normal")
    }
}
