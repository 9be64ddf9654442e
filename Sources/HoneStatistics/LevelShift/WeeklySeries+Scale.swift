#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension WeeklySeries.Kind {
    /// A size of an effect on a scale where effects add up: the logarithm of a factor, points as they are.
    ///
    /// - Parameter size: a factor for durations and counts, a difference of shares.
    /// - Returns: `nil` for a factor that is not above 0, and for what is not finite.
    /// - Complexity: O(1).
    public func additive(_ size: Double) -> Double? {
        guard size.isFinite, self == .shares || size > 0 else { return nil }
        return self == .shares ? size : log(size)
    }

    /// The change that a value on that scale means: a share of the level, -0.1 for a tenth less; points as they are.
    ///
    /// - Complexity: O(1).
    public func change(ofAdditive value: Double) -> Double { self == .shares ? value : expm1(value) }
}
