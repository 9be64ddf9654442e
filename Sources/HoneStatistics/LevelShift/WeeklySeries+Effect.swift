#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension WeeklySeries {
    /// The same series from `week` on, as after a change of the definition.
    ///
    /// - Parameter week: the first week that is kept.
    /// - Complexity: O(n), n the number of weeks.
    public func starting(at week: Int) -> WeeklySeries {
        let cut = min(max(0, week - firstWeek), items.count)
        return WeeklySeries(
            kind: kind, firstWeek: firstWeek + cut, items: Array(items[cut...]), values: Array(values[cut...]),
            weights: Array(weights[cut...]))
    }

    /// The same series with the values of `week` and later moved, as if the level had shifted there.
    ///
    /// - Parameters:
    ///   - shift: on the scale of ``values``; for durations the logarithm of a factor.
    ///   - week: the first week that is moved.
    /// - Complexity: O(n), n the number of weeks.
    public func moved(by shift: Double, from week: Int) -> WeeklySeries {
        let first = min(max(0, week - firstWeek), items.count)
        return WeeklySeries(
            kind: kind, firstWeek: firstWeek, items: items,
            values: values[..<first] + zip(values[first...], weights[first...]).map { $1 > 0 ? $0 + shift : $0 }, weights: weights)
    }

    /// How many items lie in `weeks`, and in how many of those weeks there is one; weeks outside the series have none.
    ///
    /// - Complexity: O(m), m the length of `weeks`.
    func evidence(in weeks: Range<Int>) -> (items: Int, weeks: Int) {
        let held = weeks.clamped(to: self.weeks)
        var (sum, filled) = (0, 0)
        for week in held where items[week - firstWeek] > 0 {
            sum += items[week - firstWeek]
            filled += 1
        }
        return (sum, filled)
    }

    /// A shift on the scale of the values, told in the terms of people.
    ///
    /// - Parameters:
    ///   - shift: on the scale of ``values``.
    ///   - history: the weeks before the shift; only counts need them, for the mean count they start from.
    /// - Returns: for durations the factor the typical amount is multiplied by; for shares the difference, 0.1 for ten
    ///   points; for counts the factor the mean weekly count is multiplied by, held at or above 0. `nil` for a shift
    ///   that is not a number, and for counts that were all 0 before.
    /// - Complexity: O(m), m the length of `history`.
    public func size(ofShift shift: Double, history: Range<Int>) -> Double? {
        guard !shift.isNaN else { return nil }
        switch kind {
        case .durations: return exp(shift)
        case .shares: return shift
        case .counts:
            guard let mean = meanCount(in: history) else { return nil }
            let root = max((mean + 0.375).squareRoot() + shift, 0.375.squareRoot())
            return (root * root - 0.375) / mean
        }
    }

    /// The shift on the scale of the values that has a given size in the terms of people: the inverse of ``size(ofShift:history:)``.
    ///
    /// - Parameters:
    ///   - size: a positive factor for durations, 0 or more for counts, a difference for shares.
    ///   - history: the weeks before the shift; only counts need them, for the mean count they start from.
    /// - Returns: a shift in the unit of ``values``, or `nil` for a size out of range, and for counts that were all 0 before.
    /// - Complexity: O(m), m the length of `history`.
    public func shift(ofSize size: Double, history: Range<Int>) -> Double? {
        guard size.isFinite else { return nil }
        switch kind {
        case .durations: return size > 0 ? log(size) : nil
        case .shares: return size
        case .counts:
            guard size >= 0, let mean = meanCount(in: history) else { return nil }
            return (size * mean + 0.375).squareRoot() - (mean + 0.375).squareRoot()
        }
    }

    /// The mean of the counts of some weeks; `nil` where there is none or all are 0.
    private func meanCount(in history: Range<Int>) -> Double? {
        let held = history.clamped(to: weeks)
        guard !held.isEmpty else { return nil }
        let mean = Double(evidence(in: held).items) / Double(held.count)
        return mean > 0 ? mean : nil
    }
}
