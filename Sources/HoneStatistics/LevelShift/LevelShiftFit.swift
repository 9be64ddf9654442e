#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How far the level of weekly values moved at one week, averaged over 21 models of the noise.
///
/// Under each ``NoiseModel`` the shift is estimated by generalised least squares; each model counts by how well it
/// explains the data. The result is a mixture of t distributions, one a model. Nothing here claims a cause.
///
/// Source: the method is Hone's own, checked on simulation and real series. Its parts: averaging by marginal likelihood,
/// J. Hoeting, D. Madigan, A. Raftery and C. Volinsky (1999), doi:10.1214/ss/1009212519; the restricted likelihood,
/// D. A. Harville (1974), Bayesian Inference for Variance Components Using Only Error Contrasts, Biometrika 61(2).
public struct LevelShiftFit: Sendable, Hashable {
    /// How much each model of ``NoiseModel/grid`` counts; they sum to 1.
    public let modelWeights: [Double]

    /// The shift under each model, in the unit of the values, positive when the level went up.
    public let shifts: [Double]

    /// The standard error of each shift, in the unit of the values.
    public let standardErrors: [Double]

    /// The mean of the mixture: the estimated shift, in the unit of the values.
    public let effect: Double

    let law: StudentTLaw

    /// The degrees of freedom of every component: observed weeks less 2.
    public var degreesOfFreedom: Int { law.degreesOfFreedom }

    /// Fits a shift of the level at the week `firstAfter`.
    ///
    /// Refuses (answers `nil` for) lists of different lengths, weeks that do not ascend, values that are not finite, weights
    /// that are not positive and finite, fewer than three weeks, and no week on one side of the shift.
    ///
    /// - Parameters:
    ///   - weeks: numbers of the observed weeks, ascending; weeks without a value are left out.
    ///   - values: one a week, any unit.
    ///   - weights: one a week: how many single values stand behind it, or 1.
    ///   - firstAfter: the first week that belongs to the new level.
    /// - Complexity: O(n) for each of the 21 models, n the number of weeks.
    public init?(weeks: [Int], values: [Double], weights: [Double], firstAfter: Int) {
        guard weeks.count == values.count, weeks.count == weights.count, weeks.count >= 3,
            zip(weeks, weeks.dropFirst()).allSatisfy(<), values.allSatisfy(\.isFinite),
            weights.allSatisfy({ $0 > 0 && (1 / $0).isNormal && $0.isFinite }),
            let split = weeks.firstIndex(where: { $0 >= firstAfter }), split > 0,
            let law = StudentTLaw(degreesOfFreedom: weeks.count - 2)
        else { return nil }
        // The sums below keep more digits when only the residuals about two plain means are left to fit.
        let (before, after) = (Self.mean(values[..<split]), Self.mean(values[split...]))
        let residuals = values.indices.map { values[$0] - ($0 < split ? before : after) }
        var estimates: [Estimate] = []
        estimates.reserveCapacity(NoiseModel.grid.count)
        for memory in NoiseModel.memories {
            let steps = LevelShiftSums.steps(
                memory: memory, weeks: weeks, values: residuals, weights: weights, firstAfter: firstAfter)
            let sizes = memory == 0 ? [0] : NoiseModel.sizes
            let lanes = LevelShiftSums.Lanes((0..<8).map { sizes[min($0, sizes.count - 1)] })
            let sums = LevelShiftSums(steps, sizes: lanes)
            for lane in sizes.indices { estimates.append(Estimate(sums, lane, law.degreesOfFreedom)) }
        }
        let best = estimates.map(\.logLikelihood).max() ?? 0
        let likelihoods = estimates.map { exp($0.logLikelihood - best) }
        let total = likelihoods.reduce(0, +)
        guard total.isFinite, total > 0 else { return nil }
        self.law = law
        modelWeights = likelihoods.map { $0 / total }
        shifts = estimates.map { $0.shift + (after - before) }
        standardErrors = estimates.map(\.standardError)
        effect = zip(modelWeights, shifts).reduce(0) { $0 + $1.0 * $1.1 }
        guard effect.isFinite, standardErrors.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
    }

    private static func mean(_ values: ArraySlice<Double>) -> Double {
        values.compensatedSum / Double(values.count)
    }
}

/// The shift under one model.
private struct Estimate {
    let shift: Double
    let standardError: Double
    let logLikelihood: Double

    init(_ sums: LevelShiftSums, _ lane: Int, _ degreesOfFreedom: Int) {
        let freedom = Double(degreesOfFreedom)
        let (ones, onesAfter, after) = (sums.ones[lane], sums.onesAfter[lane], sums.after[lane])
        let (onesValue, afterValue) = (sums.onesValue[lane], sums.afterValue[lane])
        let determinant = ones * after - onesAfter * onesAfter
        shift = (ones * afterValue - onesAfter * onesValue) / determinant
        let level = (after * onesValue - onesAfter * afterValue) / determinant
        let squares = max(sums.value[lane] - shift * afterValue - level * onesValue, 1e-12)
        standardError = (squares / freedom * ones / determinant).squareRoot()
        logLikelihood = -0.5 * (sums.logDeterminant[lane] + log(determinant) + freedom * log(squares))
    }
}
