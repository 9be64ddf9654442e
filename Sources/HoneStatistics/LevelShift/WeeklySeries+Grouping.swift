#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension WeeklySeries {
    /// Single durations or other positive amounts, gathered by week.
    ///
    /// - Parameters:
    ///   - amounts: zero or more each, any unit.
    ///   - weeks: one an amount: the number of the week it belongs to, in any order.
    ///   - smallestUnit: of the record, above 0; a smaller amount counts as one, so that 0 has a logarithm.
    ///   - span: the weeks of the series; amounts of other weeks are left out.
    /// - Returns: `nil` for lists of different lengths, amounts that are negative or not finite, and a unit that is not positive.
    /// - Complexity: O(n + m), n the number of amounts and m that of weeks.
    public static func durations(_ amounts: [Double], weeks: [Int], smallestUnit: Double, span: Range<Int>) -> WeeklySeries? {
        guard amounts.count == weeks.count, amounts.allSatisfy({ $0 >= 0 && $0.isFinite }), smallestUnit > 0, smallestUnit.isFinite
        else { return nil }
        var sums = [Double](repeating: 0, count: span.count)
        var counts = [Int](repeating: 0, count: span.count)
        for (amount, week) in zip(amounts, weeks) where span.contains(week) {
            sums[week - span.lowerBound] += log(max(amount, smallestUnit))
            counts[week - span.lowerBound] += 1
        }
        return durations(sumsOfLogarithms: sums, counts: counts, firstWeek: span.lowerBound)
    }

    /// Whole numbers of single rows, added up by week.
    ///
    /// - Parameters:
    ///   - numbers: one a row.
    ///   - weeks: one a row: the number of the week it belongs to, in any order.
    ///   - span: the weeks to add up for; rows of other weeks are left out.
    /// - Returns: a sum a week, 0 for a week without a row; the largest number there is where the sum is larger.
    /// - Complexity: O(n + m), n the number of rows and m that of weeks.
    public static func sums(_ numbers: [Int], weeks: [Int], span: Range<Int>) -> [Int] {
        var sums = [Int](repeating: 0, count: span.count)
        for (number, week) in zip(numbers, weeks) where span.contains(week) {
            let (sum, isTooMuch) = sums[week - span.lowerBound].addingReportingOverflow(number)
            sums[week - span.lowerBound] = isTooMuch ? (number < 0 ? .min : .max) : sum
        }
        return sums
    }
}
