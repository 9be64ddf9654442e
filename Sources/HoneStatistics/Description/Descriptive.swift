/// What a list of numbers looks like: size, location, spread, shape and serial dependence.
///
/// Every field but ``lag1Autocorrelation`` is exactly the same for every order of the values. Fields keep the
/// unit of the values unless they say otherwise. A value that does not exist is `nil`, never 0.
public struct Descriptive: Sendable, Hashable {
    /// How many values there are, at least 1.
    public let n: Int

    /// The arithmetic mean.
    public let mean: Double

    /// The sample standard deviation (divisor n - 1), or `nil` for a single value.
    public let standardDeviation: Double?

    /// The sample variance (divisor n - 1), in the squared unit, or `nil` for a single value.
    ///
    /// - Complexity: O(1).
    public var variance: Double? { standardDeviation.map { $0 * $0 } }

    /// The lag-1 autocorrelation in the given order, no unit; `nil` when all values are equal.
    public let lag1Autocorrelation: Double?

    /// The median; the midpoint of the two middle values for an even n.
    public let median: Double

    /// The median absolute deviation from the median, not scaled to the normal distribution.
    public let medianAbsoluteDeviation: Double

    /// The moment coefficient of skewness g1 = m3 / m2^(3/2), no unit; `nil` when all values are equal.
    public let skewness: Double?

    /// The mean after ⌊n / 10⌋ values are cut at each end.
    public let trimmedMean: Double

    /// The smallest value.
    public let minimum: Double

    /// The largest value.
    public let maximum: Double

    /// Describes `values`, which stand in their order of time for the autocorrelation.
    ///
    /// Sums are compensated and taken about the mean in a second pass, which keeps the certified digits of the
    /// NIST sets NumAcc1 to NumAcc4. Refuses (answers `nil` for) an empty list, values that are not finite, and values
    /// so far apart that their cubes are not (about 1e102).
    ///
    /// - Parameter values: any unit, at least one, all finite.
    /// - Complexity: O(n log n), n the number of values.
    ///
    /// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5; T. Chan, G. Golub and R. LeVeque (1983),
    /// doi:10.1080/00031305.1983.10483115 (corrected two-pass algorithm).
    public init?(_ values: [Double]) {
        guard values.allSatisfy(\.isFinite) else { return nil }
        let sorted = values.sorted()
        guard let smallest = sorted.first, let largest = sorted.last, let middle = Quantile.median(sorted: sorted),
            let deviation = Quantile.median(sorted: sorted.map { abs($0 - middle) }.sorted())
        else { return nil }
        let moments = Moments(sorted)
        guard moments.mean.isFinite, moments.squares.isFinite, moments.cubes.isFinite else { return nil }
        let cut = sorted.count / 10
        let kept = sorted.dropFirst(cut).dropLast(cut)
        n = sorted.count
        mean = moments.mean
        median = middle
        medianAbsoluteDeviation = deviation
        trimmedMean = Moments(Array(kept)).mean
        minimum = smallest
        maximum = largest
        standardDeviation = n > 1 ? (moments.squares / Double(n - 1)).squareRoot() : nil
        guard moments.squares > 0 else {
            skewness = nil
            lag1Autocorrelation = nil
            return
        }
        let variance = moments.squares / Double(n)
        skewness = moments.cubes / Double(n) / (variance * variance.squareRoot())
        let products = zip(values, values.dropFirst()).lazy
            .map { ($0 - moments.mean) * ($1 - moments.mean) }
        lag1Autocorrelation = products.compensatedSum / moments.squares
    }
}

/// The mean of at least one value, and the sums of squares and cubes about it.
private struct Moments {
    let mean: Double
    let squares: Double
    let cubes: Double

    init(_ sorted: [Double]) {
        guard let first = sorted.first, first != sorted.last else {
            mean = sorted.first ?? 0
            squares = 0
            cubes = 0
            return
        }
        let count = Double(sorted.count)
        let rough = sorted.compensatedSum / count
        let centre = rough + sorted.lazy.map { $0 - rough }.compensatedSum / count
        let residue = sorted.lazy.map { $0 - centre }.compensatedSum
        mean = centre
        squares = sorted.lazy.map { ($0 - centre) * ($0 - centre) }.compensatedSum - residue * residue / count
        cubes = sorted.lazy.map { ($0 - centre) * ($0 - centre) * ($0 - centre) }.compensatedSum
    }
}
