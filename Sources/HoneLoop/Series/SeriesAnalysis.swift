package import HoneStatistics

/// What any column of numbers, in order of time, says of itself: limits, signs, changes of level, trend, resemblance of neighbours.
///
/// All of it draws attention and proves nothing; where neighbours resemble each other, signs and changes come too often.
package struct SeriesAnalysis: Sendable {
    /// Goes up whenever the same values could give another answer.
    package static let definitionVersion = 1

    package let values: [Double]
    package let mean: Double
    /// From two values on.
    package let limits: ProcessLimits?
    /// Each rule with the indexes at which it finds a sign, for every rule there is.
    package let signs: [(rule: ChartRule, indexes: [Int])]
    /// The first index of each new level.
    package let changes: [Int]
    package let trend: Trend?
    /// Of neighbours; nil for fewer than two values or none but equal ones.
    package let autocorrelation: Double?

    package struct Trend: Sendable {
        /// A step of the series.
        package let slope: Double
        /// 95 %.
        package let interval: Interval
        /// By the test of Mann and Kendall, two-sided.
        package let probability: Double
        /// The same with the variance for neighbours that resemble each other; nil where that cannot be said.
        package let correctedProbability: Double?
    }

    /// A level holds for at least so many values.
    package static let leastLevel = 4
    /// Changes are looked for in so many values at most, the latest: a long series without one takes a second.
    package static let mostForChanges = 50_000
    /// The trend looks at every pair of so many values at most, the latest: a few million pairs.
    package static let mostForTrend = 2_000

    /// - Returns: nil for no values and for values that are not finite.
    /// - Complexity: O(n log n), and at most that of the pairs of 50,000 values.
    package init?(_ values: [Double]) {
        guard let description = Descriptive(values) else { return nil }
        let chart = IndividualsChart(values)
        self.values = values
        mean = description.mean
        limits = chart?.segments.first?.limits
        signs = ChartRule.allCases.map { rule in (rule, chart?.signs(of: rule) ?? []) }
        changes = Self.changes(values)
        trend = Trend(Array(values.suffix(Self.mostForTrend)))
        autocorrelation = Autocorrelation.function(of: values, lags: 1)?.first
    }

    /// Changes of level are charged more where neighbours resemble each other, which makes false ones.
    static func changes(_ all: [Double], most: Int = mostForChanges) -> [Int] {
        let values = Array(all.suffix(most))
        let resemblance = ChangePenalty.autocorrelation(of: values) ?? 0
        guard let penalty = ChangePenalty.automatic(for: values, autocorrelation: resemblance) else { return [] }
        let changes = Segmentation(values, penalty: penalty, leastLength: leastLevel)?.changes ?? []
        return changes.map { $0 + all.count - values.count }
    }

    /// The values between changes of level.
    package var levels: [Range<Int>] {
        let ends = [0] + changes + [values.count]
        return zip(ends, ends.dropFirst()).map { $0..<$1 }
    }
}

extension SeriesAnalysis.Trend {
    init?(_ values: [Double]) {
        guard let line = TheilSen(values), let interval = line.interval(level: 0.95), let test = MannKendall(values) else { return nil }
        self.init(
            slope: line.slope, interval: interval, probability: test.probability,
            // Values that swing to and fro by chance would make it more sure than it is.
            correctedProbability: MannKendall.correctedForAutocorrelation(values).map { max($0.probability, test.probability) })
    }
}

extension ChartRule {
    /// The short name in files: `1` to `4` of Wheeler, `we2` and `we3` of Western Electric.
    package var code: String {
        switch self {
        case .beyondLimit: "1"
        case .runOfEight: "2"
        case .threeOfFourBeyondHalf: "3"
        case .rangeBeyondLimit: "4"
        case .twoOfThreeBeyondTwoSigma: "we2"
        case .fourOfFiveBeyondOneSigma: "we3"
        }
    }

    package var words: String {
        switch self {
        case .beyondLimit: "outside a limit"
        case .runOfEight: "eight or more in a row on one side"
        case .threeOfFourBeyondHalf: "three of four nearer to a limit than to the mean"
        case .rangeBeyondLimit: "a jump above the limit of the ranges"
        case .twoOfThreeBeyondTwoSigma: "two of three beyond two sigma"
        case .fourOfFiveBeyondOneSigma: "four of five beyond one sigma"
        }
    }
}
