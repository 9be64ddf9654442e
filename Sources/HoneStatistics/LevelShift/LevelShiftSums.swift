#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One observed week as the filter meets it: how much of the level is left of the week before, how much is new.
struct LevelShiftStep {
    /// The correlation of the wandering level with that of the observed week before; 0 for the first.
    let decay: Double

    /// The new variance of the wandering level since then, for a ``NoiseModel/size`` of 1.
    let growth: Double

    /// The variance of the week's own noise, one over its weight.
    let noise: Double

    /// 1 from the shift on, 0 before it.
    let isAfter: Double

    /// The weekly value.
    let value: Double
}

/// The sums of products that generalised least squares needs, under up to eight noise models at once that share a memory.
///
/// The columns (ones, after, value) are whitened by a Kalman filter: its innovations over the root of their variances are
/// L⁻¹ times the columns, L the Cholesky factor of the covariance, in O(n) instead of O(n³) operations. Each model has a lane
/// of its own, so that their long chains of divisions run side by side.
///
/// Source: J. Durbin and S. J. Koopman (2012), Time Series Analysis by State Space Methods, 2nd edition, 4.3 and 6.2.3.
struct LevelShiftSums {
    typealias Lanes = SIMD8<Double>

    private(set) var ones = Lanes.zero
    private(set) var onesAfter = Lanes.zero
    private(set) var after = Lanes.zero
    private(set) var onesValue = Lanes.zero
    private(set) var afterValue = Lanes.zero
    private(set) var value = Lanes.zero

    /// The logarithm of the determinant of the covariance.
    private(set) var logDeterminant = Lanes.zero

    /// - Parameters:
    ///   - steps: see ``steps(memory:weeks:values:weights:firstAfter:)``.
    ///   - sizes: of the wandering level, ascending over the lanes.
    init(_ steps: [LevelShiftStep], sizes: Lanes) {
        var (levelOfOnes, levelOfAfter, levelOfValue) = (Lanes.zero, Lanes.zero, Lanes.zero)
        var variance = Lanes.zero
        var determinant = Lanes.one
        for step in steps {
            levelOfOnes *= step.decay
            levelOfAfter *= step.decay
            levelOfValue *= step.decay
            variance = step.decay * step.decay * variance + step.growth * sizes
            let total = variance + step.noise
            let precision = 1 / total
            let gain = variance * precision
            let (one, after, value) = (1 - levelOfOnes, step.isAfter - levelOfAfter, step.value - levelOfValue)
            let (oneShare, afterShare) = (one * precision, after * precision)
            ones += one * oneShare
            onesAfter += one * afterShare
            self.after += after * afterShare
            onesValue += value * oneShare
            afterValue += value * afterShare
            self.value += value * value * precision
            levelOfOnes += gain * one
            levelOfAfter += gain * after
            levelOfValue += gain * value
            variance *= step.noise * precision
            determinant *= total
            // Few logarithms, and no product that leaves the range of a double; it grows with the size.
            if determinant[0] < 1e-100 || determinant[7] > 1e100 { takeLogarithm(of: &determinant) }
        }
        takeLogarithm(of: &determinant)
    }

    private mutating func takeLogarithm(of determinant: inout Lanes) {
        for lane in determinant.indices { logDeterminant[lane] += log(determinant[lane]) }
        determinant = .one
    }

    /// The steps of all models that share one `memory`.
    static func steps(
        memory: Double, weeks: [Int], values: [Double], weights: [Double], firstAfter: Int
    ) -> [LevelShiftStep] {
        weeks.indices.map { index in
            let gap = index == 0 ? 0 : weeks[index] - weeks[index - 1]
            let decay = index == 0 ? 0 : gap == 1 ? memory : pow(memory, Double(gap))
            let growth = memory < 1 ? 1 - decay * decay : Double(gap) / 12
            return LevelShiftStep(
                decay: decay, growth: growth, noise: 1 / weights[index], isAfter: weeks[index] >= firstAfter ? 1 : 0,
                value: values[index])
        }
    }
}
