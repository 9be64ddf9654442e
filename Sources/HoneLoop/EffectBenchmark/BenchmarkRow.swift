package import HoneStatistics

/// One series in the table of the benchmark.
package struct BenchmarkRow: Sendable, Hashable {
    package let name: String
    /// What it is one of several parts of; else its own name.
    package let whole: String
    package let kind: WeeklySeries.Kind
    package let better: EffectTerms.Direction
    package let isTied: Bool
    /// After windows that have no week in common, as many as lie between the first and the last placebo week.
    package let windows: Int
    /// What each method claims, in the order of ``BenchmarkMethod/allCases``; without dates where it does not apply.
    package let claims: [ClaimTally]
    /// What the shipped method claims at weeks after the worst of six sprints.
    package let afterWorst: ClaimTally
    /// At how many of those the next sprint alone looks better.
    package let looksBetter: Int
    /// At how many placebo weeks each of ``InjectedEffect/all(of:)`` is claimed.
    package let seen: [Int]
    /// The median over the placebo weeks, in the terms of people.
    package let smallestVisible: Double?

    package init(
        name: String, of whole: String? = nil, kind: WeeklySeries.Kind, better: EffectTerms.Direction, isTied: Bool = false, windows: Int,
        claims: [ClaimTally], afterWorst: ClaimTally, looksBetter: Int, seen: [Int], smallestVisible: Double?
    ) {
        self.name = name
        self.whole = whole ?? name
        self.kind = kind
        self.better = better
        self.isTied = isTied
        self.windows = windows
        self.claims = claims
        self.afterWorst = afterWorst
        self.looksBetter = looksBetter
        self.seen = seen
        self.smallestVisible = smallestVisible
    }

    /// Weeks at which the shipped method was asked.
    package var placeboWeeks: Int { shipped.dates }

    package var shipped: ClaimTally { self[.shipped] }

    package subscript(method: BenchmarkMethod) -> ClaimTally {
        zip(BenchmarkMethod.allCases, claims).first { $0.0 == method }?.1 ?? ClaimTally(dates: 0, better: 0, worse: 0)
    }

    /// Fewer than ten disjoint windows are too few to judge a series by.
    package var isJudged: Bool { windows >= 10 }

    /// The share of false claims with 95 % limits, as if only disjoint windows had been looked at.
    package func limits(_ way: ClaimWay) -> Interval? {
        shipped.share(way).flatMap { Proportion.wilson(share: $0, of: Double(windows), level: 0.95) }
    }

    /// The share of placebo weeks at which an injected effect is claimed.
    package func power(_ index: Int) -> Double? {
        placeboWeeks > 0 ? Double(seen[index]) / Double(placeboWeeks) : nil
    }
}
