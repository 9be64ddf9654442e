package import HoneStatistics

/// How a team answered one statement: how many said what. There is no more: which answers stand on one sheet is nowhere.
package struct HealthCell: Sendable, Equatable {
    /// How many said 1, 2, 3, 4 and 5.
    package let counts: [Int]
    package let cannotSay: Int

    package init?(counts: [Int], cannotSay: Int) {
        guard counts.count == HealthAnswer.levels.count, (counts + [cannotSay]).allSatisfy({ (0...100_000).contains($0) }) else {
            return nil
        }
        (self.counts, self.cannotSay) = (counts, cannotSay)
    }

    init(_ answers: [HealthAnswer]) {
        counts = HealthAnswer.levels.map { level in answers.count { $0 == .level(level) } }
        cannotSay = answers.count { $0 == .cannotSay }
    }

    /// How many said a number.
    package var n: Int { counts.reduce(0, +) }

    /// How many said 4 or 5, of those who said a number.
    package var agreeing: Share? { Share(counts[3] + counts[4], of: n) }

    /// What so few can tell about a team that is asked again and again: Wilson's interval, 95 %.
    package var interval: Interval? { agreeing?.wilson(level: 0.95) }

    /// Ascending, one number for each who said one.
    var sorted: [Double] { zip(HealthAnswer.levels, counts).flatMap { [Double](repeating: Double($0), count: $1) } }

    package var median: Double? { Quantile.median(sorted: sorted) }

    /// From ranks, 95 %; nil below six, where no two ranks are that far apart.
    package var medianInterval: Interval? { MedianInterval.orderStatistics(sorted: sorted, level: 0.95)?.interval }
}

extension HealthCell {
    /// As a decision keeps it: how many said 1 to 5, and how many could not say.
    package var recorded: String { (counts + [cannotSay]).map(String.init).joined(separator: " ") }

    package init?(recorded text: String) {
        let numbers = text.split(separator: " ", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == HealthAnswer.levels.count + 1, !numbers.contains(nil) else { return nil }
        let known = numbers.compactMap(\.self)
        self.init(counts: Array(known.dropLast()), cannotSay: known[known.count - 1])
    }
}
