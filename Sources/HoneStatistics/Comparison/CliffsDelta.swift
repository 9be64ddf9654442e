/// Cliff's delta: how much more often a value of the first sample exceeds one of the second than the other way round.
///
/// -1 and 1 mean that the samples do not overlap, 0 that neither tends to larger values. It needs no unit.
///
/// Source: N. Cliff (1993), doi:10.1037/0033-2909.114.3.494; D. Feng and N. Cliff (2004),
/// doi:10.22237/jmasm/1099267560 (the interval).
public struct CliffsDelta: Sendable, Hashable {
    /// (pairs won - pairs lost) / pairs, in -1...1.
    public let delta: Double

    /// The unbiased variance of ``delta``, not below its least sensible value; `nil` when a sample holds one value.
    public let variance: Double?

    private let smallerCount: Int

    /// Compares two samples.
    ///
    /// Refuses (answers `nil` for) an empty sample and values that are not finite.
    ///
    /// - Parameters:
    ///   - first: any unit and order, at least one value.
    ///   - second: the same unit.
    /// - Complexity: O(n log n), n values in all.
    public init?(_ first: [Double], _ second: [Double]) {
        guard let groups = RankGroups(first, second) else { return nil }
        let pairs = Double(groups.pairs)
        delta = Double(groups.twiceFirstWins - groups.pairs) / pairs
        smallerCount = min(groups.firstCount, groups.secondCount)
        guard smallerCount > 1 else {
            variance = nil
            return
        }
        let (m, n) = (Double(groups.firstCount), Double(groups.secondCount))
        // For each value: the mean sign of its comparisons with the other sample.
        var ofFirst = CompensatedSum()
        var ofSecond = CompensatedSum()
        var (seenFirst, seenSecond) = (0, 0)
        for (here, there) in zip(groups.first, groups.second) {
            let up = Double(2 * seenSecond + there) / n - 1 - delta
            let down = 1 - Double(2 * seenFirst + here) / m - delta
            ofFirst.add(Double(here) * up * up)
            ofSecond.add(Double(there) * down * down)
            seenFirst += here
            seenSecond += there
        }
        let all = pairs - Double(groups.tiedPairs) - pairs * delta * delta
        let unbiased = (n * n * ofFirst.value + m * m * ofSecond.value - all) / (pairs * (m - 1) * (n - 1))
        variance = max(unbiased, (1 - delta * delta) / (pairs - 1))
    }

    /// The interval for ``delta``, which is not symmetric and stays within -1...1.
    ///
    /// Samples that do not overlap have no variance; the free end is then 2 p - 1 with p the end of Wilson's interval for n
    /// out of n, n the smaller count.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval of method `feng-cliff`, or `nil` when a sample holds one value or for a level out of range.
    /// - Complexity: O(1).
    public func interval(level: Double) -> Interval? {
        guard let variance, let z = Normal.criticalValue(level: level) else { return nil }
        func made(_ lower: Double, _ upper: Double) -> Interval {
            Interval(level: level, lower: max(-1, lower), upper: min(1, upper), method: "feng-cliff")
        }
        let spread = z * z * variance
        let rest = 1 - delta * delta
        if rest == 0 {
            let n = Double(smallerCount)
            let end = (n - z * z) / (n + z * z)
            return delta > 0 ? made(end, 1) : made(-1, -end)
        }
        let centre = delta * rest
        let half = (spread * (rest * rest + spread)).squareRoot()
        return made((centre - half) / (rest + spread), (centre + half) / (rest + spread))
    }
}
