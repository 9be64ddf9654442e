/// A two-sided interval for one unknown number: both ends, how sure, and by which method.
///
/// The ends carry the unit of whatever was estimated (a share, hours, events per day). An end may be infinite
/// where the data put no limit on that side. Nothing is refused here: the function that builds an interval
/// answers `nil` when there is none.
public struct Interval: Sendable, Hashable {
    /// The nominal confidence, strictly between 0 and 1; 0.95 for the usual one.
    public var level: Double

    /// The lower end, never above ``upper`` for an interval made by this module.
    public var lower: Double

    /// The upper end, never below ``lower`` for an interval made by this module.
    public var upper: Double

    /// The id of the method, for example `wilson`, `order-statistics`, `jackknife-t` or `garwood`.
    public var method: String

    /// Makes an interval from its parts, unchecked.
    ///
    /// - Parameters:
    ///   - level: nominal confidence, strictly between 0 and 1.
    ///   - lower: lower end, in the unit of the estimate.
    ///   - upper: upper end, in the unit of the estimate.
    ///   - method: id of the method in lower-case words joined by hyphens.
    /// - Complexity: O(1).
    public init(level: Double, lower: Double, upper: Double, method: String) {
        self.level = level
        self.lower = lower
        self.upper = upper
        self.method = method
    }
}

extension Interval {
    /// The probability left out on each side, or `nil` when `level` is not strictly between 0 and 1.
    static func tail(level: Double) -> Double? {
        level > 0 && level < 1 ? (1 - level) / 2 : nil
    }
}
