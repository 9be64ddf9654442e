#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a segment of a series costs: how little its values have in common.
public enum SegmentCost: Sendable, Hashable {
    /// The sum of squared distances from the mean: changes of the mean.
    case squared

    /// The sum of distances from the median: changes of the median, hardly moved by wild values.
    case absolute

    /// The spread in the space of a Gaussian kernel exp(-gamma · distance²): changes of any kind.
    ///
    /// `gamma` is one over the median of the squared distances of all pairs where it is `nil`. With `isClipped` the exponent is
    /// held in 0.01...100, as the package ruptures does: not a distance, and only there for comparison.
    case kernel(gamma: Double?, isClipped: Bool = false)

    /// The cost of the values in `range`; `nil` for an empty range or one outside `values`.
    ///
    /// - Parameters:
    ///   - values: the whole series, which sets the `gamma` of a kernel.
    ///   - range: the indexes of the segment.
    /// - Complexity: O(m) for squares, O(m log m) for distances, m the length of the range; O(n²) for a kernel, n the number
    ///   of values.
    ///
    /// Source: C. Truong, L. Oudre and N. Vayatis (2020), Selective Review of Offline Change Point Detection Methods,
    /// doi:10.1016/j.sigpro.2019.107299.
    public func value(of values: [Double], in range: Range<Int>) -> Double? {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= values.count else { return nil }
        let segment = Array(values[range])
        switch self {
        case .squared:
            let rough = segment.compensatedSum / Double(segment.count)
            let residue = segment.lazy.map { $0 - rough }.compensatedSum
            let squares = segment.lazy.map { ($0 - rough) * ($0 - rough) }.compensatedSum
            return max(0, squares - residue * residue / Double(segment.count))
        case .absolute:
            guard let median = Quantile.median(sorted: segment.sorted()) else { return nil }
            return segment.lazy.map { abs($0 - median) }.compensatedSum
        case .kernel(let gamma, let isClipped):
            guard let kernel = GaussianKernel(values, gamma: gamma, isClipped: isClipped) else { return nil }
            var sum = CompensatedSum()
            for (index, one) in segment.enumerated() {
                for other in segment[..<index] { sum.add(2 * kernel.value(one, other)) }
            }
            let count = Double(segment.count)
            return count - 1 - sum.value / count
        }
    }
}

/// A Gaussian kernel on numbers; 1 for a number and itself.
struct GaussianKernel: Sendable {
    let gamma: Double
    let isClipped: Bool

    init?(_ values: [Double], gamma: Double?, isClipped: Bool) {
        if let gamma {
            guard gamma > 0, gamma.isFinite else { return nil }
            self.gamma = gamma
        } else {
            var squares: [Double] = []
            squares.reserveCapacity(values.count * (values.count - 1) / 2)
            for (index, one) in values.enumerated() {
                for other in values[..<index] { squares.append((one - other) * (one - other)) }
            }
            // Where most values are the same, any scale tells them from the rest.
            let median = Quantile.median(sorted: Ascending.values(squares)) ?? 0
            self.gamma = median > 0 ? 1 / median : 1
        }
        self.isClipped = isClipped
    }

    func value(_ one: Double, _ other: Double) -> Double {
        let exponent = gamma * (one - other) * (one - other)
        return exp(-(isClipped ? min(max(exponent, 0.01), 100) : exponent))
    }
}
