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

/// The sums of products that generalised least squares needs, under one noise model.
///
/// The columns (ones, after, value) are whitened by a Kalman filter: its innovations over the root of their variances are
/// L⁻¹ times the columns, L the Cholesky factor of the covariance, in O(n) instead of O(n³) operations.
///
/// Source: J. Durbin and S. J. Koopman (2012), Time Series Analysis by State Space Methods, 2nd edition, 4.3 and 6.2.3.
struct LevelShiftSums {
    private(set) var ones = 0.0
    private(set) var onesAfter = 0.0
    private(set) var after = 0.0
    private(set) var onesValue = 0.0
    private(set) var afterValue = 0.0
    private(set) var value = 0.0

    /// The logarithm of the determinant of the covariance.
    private(set) var logDeterminant = 0.0

    init(_ steps: [LevelShiftStep], size: Double) {
        var (levelOfOnes, levelOfAfter, levelOfValue) = (0.0, 0.0, 0.0)
        var variance = 0.0
        var determinant = 1.0
        for step in steps {
            levelOfOnes *= step.decay
            levelOfAfter *= step.decay
            levelOfValue *= step.decay
            variance = step.decay * step.decay * variance + size * step.growth
            let total = variance + step.noise
            let precision = 1 / total
            let gain = variance * precision
            let (one, after, value) = (1 - levelOfOnes, step.isAfter - levelOfAfter, step.value - levelOfValue)
            ones += one * one * precision
            onesAfter += one * after * precision
            self.after += after * after * precision
            onesValue += one * value * precision
            afterValue += after * value * precision
            self.value += value * value * precision
            levelOfOnes += gain * one
            levelOfAfter += gain * after
            levelOfValue += gain * value
            variance *= step.noise * precision
            determinant *= total
            // Few logarithms, and no product that leaves the range of a double.
            if determinant < 1e-100 || determinant > 1e100 {
                logDeterminant += log(determinant)
                determinant = 1
            }
        }
        logDeterminant += log(determinant)
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
