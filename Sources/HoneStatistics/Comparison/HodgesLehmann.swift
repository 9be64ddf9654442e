/// How far apart two samples lie, or how far one lies from zero, as a median over pairs with an interval from ranks.
///
/// Source: J. L. Hodges and E. L. Lehmann (1963), doi:10.1214/aoms/1177704172; the interval as in M. Hollander,
/// D. A. Wolfe and E. Chicken (2014), 4.3 and 3.3, doi:10.1002/9781119196037.
public struct HodgesLehmann: Sendable, Hashable {
    /// The median over all pairs, in the unit of the values.
    public let estimate: Double

    /// From the `rank`-th smallest to the `rank`-th largest pair, of method `hodges-lehmann`.
    ///
    /// Its level is the one asked for; few pairs may not reach it, see ``coverage``.
    public let interval: Interval

    /// Which smallest pair the interval begins with, counted from 1.
    public let rank: Int

    /// How often such an interval holds the true shift, if the values are continuous and only shifted.
    ///
    /// Exact or normal as ``method`` says; below the level where even the smallest to the largest pair does not reach it.
    public let coverage: Double

    /// How the rank was found; `asymptoticUncorrected` is never used.
    public let method: RankTestMethod

    /// The shift of the first sample against the second: the median of all differences first - second.
    ///
    /// - Parameters:
    ///   - first: any unit and order, at least one value.
    ///   - second: the same unit.
    ///   - level: strictly between 0 and 1.
    ///   - method: how to find the rank; `nil` is exact up to 2,500 pairs, else asymptotic.
    /// - Returns: the shift, or `nil` for an empty sample, values or differences that are not finite, a `level` out of range,
    ///   or an exact rank of more than 10,000 pairs.
    /// - Complexity: O(n log n), n values in all, at most 256 times over them; for an exact rank O(n · m · pairs), m values in
    ///   the smaller sample.
    public static func shift(
        _ first: [Double], _ second: [Double], level: Double, method: RankTestMethod? = nil
    ) -> HodgesLehmann? {
        guard let smallest = first.min(), let largest = first.max(), let least = second.min(), let most = second.max(),
            first.allSatisfy(\.isFinite), second.allSatisfy(\.isFinite), (largest - least).isFinite,
            (smallest - most).isFinite, let tail = Interval.tail(level: level)
        else { return nil }
        let pairs = first.count * second.count
        let chosen = method ?? (pairs <= RankSumDistribution.automaticPairs ? .exact : .asymptotic)
        let place: Place
        if chosen == .exact {
            guard pairs <= RankSumDistribution.mostPairs else { return nil }
            let ones = [Int](repeating: 1, count: first.count + second.count)
            let law = RankSumDistribution(sizes: ones, chosen: min(first.count, second.count))
            place = Place(tail, quantile: law.quantile, cumulative: law.cumulative)
        } else {
            let variance = Double(pairs) * Double(first.count + second.count + 1) / 12
            guard let normal = Place(tail, mean: Double(pairs) / 2, deviation: variance.squareRoot()) else { return nil }
            place = normal
        }
        let (x, y) = (Ascending.values(first), Ascending.values(second))
        return HodgesLehmann(pairs, place, level, chosen) { rank in
            RankedSelection.value(rank, from: smallest - most, through: largest - least) {
                RankedSelection.differences(x, y, upTo: $0)
            }
        }
    }

    /// The centre of one sample of differences: the median of all midpoints of two of them (the pseudomedian).
    ///
    /// - Parameters:
    ///   - differences: any unit and order; zeros are left out, as in ``SignedRank``.
    ///   - level: strictly between 0 and 1.
    ///   - method: how to find the rank; `nil` is exact up to 100 differences, else asymptotic.
    /// - Returns: the centre, or `nil` without a difference other than zero, for values that are not finite, a `level` out of
    ///   range, or an exact rank of more than 1,000 differences.
    /// - Complexity: O(n log n), n differences, and O(n³) for an exact rank.
    public static func pseudomedian(
        _ differences: [Double], level: Double, method: RankTestMethod? = nil
    ) -> HodgesLehmann? {
        let values = Ascending.values(differences.filter { $0 != 0 && !$0.isNaN })
        let n = values.count
        guard differences.allSatisfy(\.isFinite), let low = values.first, let high = values.last,
            let tail = Interval.tail(level: level)
        else { return nil }
        let chosen = method ?? (n <= SignedRankDistribution.automaticCount ? .exact : .asymptotic)
        let place: Place
        if chosen == .exact {
            guard n <= SignedRankDistribution.mostCount else { return nil }
            let law = SignedRankDistribution(ranks: Array(1...n))
            place = Place(tail, quantile: law.quantile, cumulative: law.cumulative)
        } else {
            let count = Double(n)
            let variance = count * (count + 1) * (2 * count + 1) / 24
            guard let normal = Place(tail, mean: count * (count + 1) / 4, deviation: variance.squareRoot()) else { return nil }
            place = normal
        }
        return HodgesLehmann(n * (n + 1) / 2, place, level, chosen) { rank in
            RankedSelection.value(rank, from: low, through: high) { RankedSelection.midpoints(values, upTo: $0) }
        }
    }

    private init(_ pairs: Int, _ place: Place, _ level: Double, _ method: RankTestMethod, value: (Int) -> Double) {
        let lower = value((pairs + 1) / 2)
        let upper = pairs.isMultiple(of: 2) ? value(pairs / 2 + 1) : lower
        estimate = lower == upper ? lower : lower / 2 + upper / 2
        rank = min(place.rank, (pairs + 1) / 2)
        interval = Interval(level: level, lower: value(rank), upper: value(pairs + 1 - rank), method: "hodges-lehmann")
        coverage = place.coverage
        self.method = method == .exact ? .exact : .asymptotic
    }
}

/// Which pair an interval begins with, and how often such an interval holds the truth.
private struct Place {
    let rank: Int
    let coverage: Double

    init(_ tail: Double, quantile: (Double) -> Int, cumulative: (Int) -> Double) {
        rank = max(1, quantile(tail))
        coverage = max(0, 1 - 2 * cumulative(rank - 1))
    }

    init?(_ tail: Double, mean: Double, deviation: Double) {
        guard let z = Normal.quantile(tail), mean.isFinite else { return nil }
        rank = max(1, Int((mean + z * deviation).rounded(.down)))
        coverage = max(0, 1 - 2 * Normal.cumulative((Double(rank) - 0.5 - mean) / deviation))
    }
}
