/// A sign that a process is not doing what it did: a pattern that routine variation rarely makes.
///
/// A sign asks for a look, it proves nothing; with autocorrelated values all of these rules sound too often.
///
/// Source: D. J. Wheeler (2000), Understanding Variation, 2nd edition; Western Electric (1956), Statistical Quality Control
/// Handbook, for the last two.
public enum ChartRule: String, Sendable, Hashable, CaseIterable {
    /// A value outside a natural process limit.
    case beyondLimit

    /// Eight or more values in a row strictly on one side of the centre; a value on it breaks the run.
    case runOfEight

    /// Three of four successive values nearer to one limit than to the centre.
    case threeOfFourBeyondHalf

    /// A moving range above its limit; the value it leads to is the sign.
    case rangeBeyondLimit

    /// Two of three successive values beyond two standard deviations on one side.
    case twoOfThreeBeyondTwoSigma

    /// Four of five successive values beyond one standard deviation on one side.
    case fourOfFiveBeyondOneSigma

    /// The three rules that are on unless someone says otherwise.
    public static let usual: [ChartRule] = [.beyondLimit, .runOfEight, .threeOfFourBeyondHalf]

    /// The indexes in `values` at which this rule finds a sign, ascending.
    ///
    /// - Parameters:
    ///   - values: in order of time, all under the same limits.
    ///   - limits: the lines.
    /// - Complexity: O(n), n the number of values.
    public func signs(in values: [Double], limits: ProcessLimits) -> [Int] {
        let (centre, sigma) = (limits.centre, limits.sigma)
        // A value that differs from a line by rounding alone is on it.
        let slack = 4 * (values.map(abs).max() ?? 0).ulp
        func above(_ line: Double) -> [Bool] { values.map { $0 > line + slack } }
        func below(_ line: Double) -> [Bool] { values.map { $0 < line - slack } }
        let (upper, lower): ([Bool], [Bool])
        switch self {
        case .rangeBeyondLimit:
            let ranges = ProcessLimits.movingRanges(values)
            return ranges.indices.filter { ranges[$0] > limits.upperRange + slack }.map { $0 + 1 }
        case .beyondLimit:
            (upper, lower) = (above(limits.upper), below(limits.lower))
        case .runOfEight:
            (upper, lower) = (Self.runs(above(centre), atLeast: 8), Self.runs(below(centre), atLeast: 8))
        case .threeOfFourBeyondHalf:
            (upper, lower) = (Self.crowds(above(limits.upperHalf), 3, of: 4), Self.crowds(below(limits.lowerHalf), 3, of: 4))
        case .twoOfThreeBeyondTwoSigma:
            upper = Self.crowds(above(centre + 2 * sigma), 2, of: 3)
            lower = Self.crowds(below(centre - 2 * sigma), 2, of: 3)
        case .fourOfFiveBeyondOneSigma:
            upper = Self.crowds(above(centre + sigma), 4, of: 5)
            lower = Self.crowds(below(centre - sigma), 4, of: 5)
        }
        return values.indices.filter { upper[$0] || lower[$0] }
    }

    /// Where a run of at least `least` true values lies.
    private static func runs(_ marks: [Bool], atLeast least: Int) -> [Bool] {
        var result = [Bool](repeating: false, count: marks.count)
        var start = 0
        for index in 0...marks.count where index == marks.count || !marks[index] {
            if index - start >= least {
                for place in start..<index { result[place] = true }
            }
            start = index + 1
        }
        return result
    }

    /// The true values inside any window of `width` that holds at least `least` of them.
    private static func crowds(_ marks: [Bool], _ least: Int, of width: Int) -> [Bool] {
        var result = [Bool](repeating: false, count: marks.count)
        guard marks.count >= width else { return result }
        for start in 0...marks.count - width {
            let window = start..<start + width
            guard window.count(where: { marks[$0] }) >= least else { continue }
            for index in window where marks[index] { result[index] = true }
        }
        return result
    }
}
