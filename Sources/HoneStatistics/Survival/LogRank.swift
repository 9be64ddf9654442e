/// The log-rank test whether things of two groups take equally long, some of them still open.
///
/// It compares whole curves and sees best a difference that is the same factor at every age.
///
/// Source: N. Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; R. Peto and J. Peto (1972), doi:10.2307/2344317.
public struct LogRank: Sendable, Hashable {
    /// Ends seen in the first group.
    public let observed: Int

    /// Ends to expect in the first group if both were alike.
    public let expected: Double

    /// The hypergeometric variance of the observed ends.
    public let variance: Double

    /// (observed - expected)² / variance, chi-squared with one degree of freedom.
    public var chiSquared: Double { (Double(observed) - expected) * (Double(observed) - expected) / variance }

    /// The two-sided p-value.
    public var pValue: Double { 2 * Normal.cumulative(-chiSquared.squareRoot()) }

    /// Compares two groups.
    ///
    /// Refuses (answers `nil` for) lists of different lengths, durations that are negative or not finite, and groups of
    /// which no end could have happened in either, so that nothing is compared.
    ///
    /// - Parameters:
    ///   - first: durations of the first group (ages for what is open), and whether each end was seen.
    ///   - second: the same of the second group, in the same unit.
    /// - Complexity: O(n log n), n things in all.
    public init?(_ first: (durations: [Double], isObserved: [Bool]), _ second: (durations: [Double], isObserved: [Bool])) {
        guard first.durations.count == first.isObserved.count, second.durations.count == second.isObserved.count,
            (first.durations + second.durations).allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        func ended(_ group: (durations: [Double], isObserved: [Bool])) -> [Double] {
            Ascending.values(zip(group.durations, group.isObserved).filter(\.1).map(\.0))
        }
        let (all, others) = (Ascending.values(first.durations), Ascending.values(second.durations))
        let (ends, otherEnds) = (ended(first), ended(second))
        var (gone, otherGone, i, j) = (0, 0, 0, 0)
        var sum = CompensatedSum()
        var squares = CompensatedSum()
        while i < ends.count || j < otherEnds.count {
            let time = i == ends.count ? otherEnds[j] : j == otherEnds.count ? ends[i] : min(ends[i], otherEnds[j])
            // What is last seen open at this very age is still at risk.
            while gone < all.count, all[gone] < time { gone += 1 }
            while otherGone < others.count, others[otherGone] < time { otherGone += 1 }
            let before = i + j
            while i < ends.count, ends[i] == time { i += 1 }
            while j < otherEnds.count, otherEnds[j] == time { j += 1 }
            let events = Double(i + j - before)
            let (inFirst, inSecond) = (Double(all.count - gone), Double(others.count - otherGone))
            let atRisk = inFirst + inSecond
            sum.add(events * (inFirst / atRisk))
            if atRisk > 1 { squares.add(events * (inFirst / atRisk) * (inSecond / atRisk) * (atRisk - events) / (atRisk - 1)) }
        }
        guard squares.value > 0 else { return nil }
        observed = ends.count
        expected = sum.value
        variance = squares.value
    }
}
