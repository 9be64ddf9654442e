extension LevelShiftFit {
    /// The probability of a shift above 0 under the mixture: small when the level went down.
    ///
    /// - Parameter movement: is added to every shift first, in the unit of the values. Moving all values after the shift by
    ///   an amount changes a fit in no other way, so this is the answer for that series too.
    /// - Returns: a probability in 0...1.
    /// - Complexity: O(n) for each of the 21 models, n the number of weeks.
    public func probabilityLow(movedBy movement: Double = 0) -> Double {
        cumulative(at: 0) { $0 + movement }
    }

    /// The probability of a shift below 0 under the mixture, one less ``probabilityLow(movedBy:)``: small when the level
    /// went up.
    ///
    /// - Parameter movement: is added to every shift first, in the unit of the values.
    /// - Returns: a probability in 0...1.
    /// - Complexity: O(n) for each of the 21 models, n the number of weeks.
    public func probabilityHigh(movedBy movement: Double = 0) -> Double {
        cumulative(at: 0) { -$0 - movement }
    }

    /// The standard deviation of the mixture by its standard errors and shifts, in the unit of the values.
    ///
    /// - Complexity: O(1).
    public var standardDeviation: Double {
        var squares = 0.0
        for index in shifts.indices {
            let offset = shifts[index] - effect
            squares += modelWeights[index] * (standardErrors[index] * standardErrors[index] + offset * offset)
        }
        return squares.squareRoot()
    }

    /// The shift with the share `probability` of the mixture below it.
    ///
    /// - Parameter probability: strictly between 0 and 1, else `nil`.
    /// - Returns: a shift in the unit of the values.
    /// - Complexity: a few steps of O(n) for each of the 21 models, n the number of weeks.
    public func quantile(_ probability: Double) -> Double? {
        guard let unit = law.quantile(probability) else { return nil }
        // A quantile of a mixture lies among those of its components.
        let ends = shifts.indices.map { shifts[$0] + standardErrors[$0] * unit }
        guard var lower = ends.min(), var upper = ends.max() else { return nil }
        var shift = min(max(effect + standardDeviation * unit, lower), upper)
        for _ in 0..<200 where lower < upper {
            let excess = mass(below: shift) - probability
            if excess == 0 { return shift }
            if excess < 0 { lower = shift } else { upper = shift }
            let newton = shift - excess / density(at: shift)
            let next = newton > lower && newton < upper ? newton : lower + (upper - lower) / 2
            if abs(next - shift) <= 1e-15 * max(abs(next), standardErrors[0]) { return next }
            shift = next
        }
        return shift
    }

    /// The interval between the two quantiles that leave out the same share on each side.
    ///
    /// - Parameter level: strictly between 0 and 1; 0.9 for the interval that is shown.
    /// - Returns: an interval of method `level-shift`, in the unit of the values, or `nil` for a level out of range.
    /// - Complexity: that of ``quantile(_:)``.
    public func interval(level: Double) -> Interval? {
        guard let tail = Interval.tail(level: level), let lower = quantile(tail), let upper = quantile(1 - tail) else {
            return nil
        }
        return Interval(level: level, lower: lower, upper: upper, method: "level-shift")
    }

    private func mass(below shift: Double) -> Double {
        cumulative(at: shift) { -$0 }
    }

    /// The mixture of T((shift + sign of each component) / its error).
    private func cumulative(at shift: Double, _ moved: (Double) -> Double) -> Double {
        var sum = 0.0
        for index in shifts.indices {
            sum += modelWeights[index] * law.cumulative((shift + moved(shifts[index])) / standardErrors[index])
        }
        return sum
    }

    private func density(at shift: Double) -> Double {
        var sum = 0.0
        for index in shifts.indices {
            let error = standardErrors[index]
            sum += modelWeights[index] / error * law.density((shift - shifts[index]) / error)
        }
        return sum
    }
}
