extension Bootstrap {
    /// The acceleration by the jackknife, each value left out once: Σd³ / 6(Σd²)^(3/2), d the distances from the mean to the
    /// statistic without each value. `nil` where they are all equal or one is not finite.
    ///
    /// Source: B. Efron and R. J. Tibshirani (1993), (14.15), doi:10.1201/9780429246593.
    static func acceleration(of values: [Double], _ statistic: ResampledStatistic) -> Double? {
        guard values.count > 1, values.contains(where: { $0 != values[0] }) else { return nil }
        let without: [Double]
        switch statistic {
        case .mean:
            // Without a value the mean moves away from it in proportion to its distance; the factor cancels out.
            without = values.map { -$0 }
        case .median:
            let sorted = values.sorted()
            let last = sorted.count - 1
            // The same few medians over and over: of the rest, ranks (last - 1) / 2 and last / 2 are the middle.
            without = sorted.indices.map { left in
                let (low, high) = ((last - 1) / 2, last / 2)
                return sorted[low < left ? low : low + 1] / 2 + sorted[high < left ? high : high + 1] / 2
            }
        case .function(let function):
            var rest = Array(values.dropFirst())
            without = values.indices.map { left in
                // The values before `left` stand at their index, those after it one before.
                if left > 0 { rest[left - 1] = values[left - 1] }
                return function(rest.span)
            }
        }
        guard without.allSatisfy(\.isFinite) else { return nil }
        let mean = without.compensatedSum / Double(without.count)
        let squares = without.lazy.map { (mean - $0) * (mean - $0) }.compensatedSum
        let cubes = without.lazy.map { (mean - $0) * (mean - $0) * (mean - $0) }.compensatedSum
        let acceleration = cubes / (6 * squares * squares.squareRoot())
        return acceleration.isFinite ? acceleration : nil
    }
}
