extension Bootstrap {
    /// The most values of which all resamples are listed: ten have 92,378 different ones.
    public static let mostExhaustiveValues = 10

    /// Lists all resamples there are, for a few values: the bootstrap distribution itself, without random numbers.
    ///
    /// Of the nⁿ resamples only those that differ in how often they take each value are computed, each with its multinomial
    /// probability.
    ///
    /// Refuses (answers `nil` for) fewer than two values, more than ten, and values or statistics that are not finite.
    ///
    /// - Parameters:
    ///   - values: any unit.
    ///   - statistic: computed from each resample.
    /// - Complexity: O(n · C(2n - 1, n)), n the number of values; C(2n - 1, n) + n calls of a function.
    ///
    /// Source: P. Hall (1992), The Bootstrap and Edgeworth Expansion, appendix I, doi:10.1007/978-1-4612-4384-7.
    public init?(exhaustive values: [Double], statistic: ResampledStatistic) {
        guard values.count > 1, values.count <= Self.mostExhaustiveValues, values.allSatisfy(\.isFinite) else { return nil }
        let sorted = values.sorted()
        let estimate = statistic.value(of: values)
        guard estimate.isFinite else { return nil }
        let count = sorted.count
        let factorials = (0...count).map { (0..<$0).reduce(1.0) { $0 * Double($1 + 1) } }
        let all = (0..<count).reduce(1.0) { product, _ in product * Double(count) }
        var found: [(value: Double, weight: Double)] = []
        // A resample is a list of indices that never fall, so its values are in order.
        var indices = [Int](repeating: 0, count: count)
        var resample = [Double](repeating: sorted[0], count: count)
        while true {
            found.append((statistic.value(of: resample), Self.arrangements(indices, factorials) / all))
            guard let raised = indices.lastIndex(where: { $0 < count - 1 }) else { break }
            let next = indices[raised] + 1
            for position in raised..<count {
                indices[position] = next
                resample[position] = sorted[next]
            }
        }
        guard found.allSatisfy({ $0.value.isFinite }) else { return nil }
        found.sort { $0.value < $1.value }
        self.init(
            estimate: estimate, replicates: found.map(\.value), weights: found.map(\.weight),
            acceleration: Self.acceleration(of: values, statistic), basis: .exhaustive(distinct: found.count))
    }

    /// In how many orders the indices can be drawn.
    private static func arrangements(_ indices: [Int], _ factorials: [Double]) -> Double {
        var (orders, run) = (factorials[indices.count], 1)
        for (one, next) in zip(indices, indices.dropFirst()) {
            if one == next {
                run += 1
            } else {
                orders /= factorials[run]
                run = 1
            }
        }
        return orders / factorials[run]
    }
}
