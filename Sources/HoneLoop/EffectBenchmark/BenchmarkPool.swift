package import HoneStatistics

/// The mean over the series of one kind of how often a method claims one way.
///
/// The parts of a whole are one series here: projects of one organisation are not independent of each other, and a week is worth no
/// more because its part is short.
package struct BenchmarkPool: Sendable, Hashable {
    package let kind: WeeklySeries.Kind
    package let method: BenchmarkMethod
    package let way: ClaimWay
    /// Series with a week to ask at, the parts of a whole as one.
    package let series: Int
    package let mean: Double
    /// 95 %, by drawing whole series; nil for one series.
    package let interval: Interval?
    /// The mean with each part counted as a series; the same where there are no parts.
    package let meanOfParts: Double

    /// The most that the mean and the upper end may be.
    package static let (mostMean, mostUpper) = (0.05, 0.06)

    private static let resamples = 10_000

    package init(
        kind: WeeklySeries.Kind, method: BenchmarkMethod, way: ClaimWay, series: Int, mean: Double, interval: Interval?, meanOfParts: Double
    ) {
        self.kind = kind
        self.method = method
        self.way = way
        self.series = series
        self.mean = mean
        self.interval = interval
        self.meanOfParts = meanOfParts
    }

    /// - Returns: nil where no row of the kind has a date of the method.
    init?(_ rows: [BenchmarkRow], kind: WeeklySeries.Kind, method: BenchmarkMethod, way: ClaimWay, seed: UInt64) {
        let counted = rows.filter { $0.kind == kind }
        let parts = counted.compactMap { $0[method].share(way) }
        guard !parts.isEmpty else { return nil }
        var places: [String: Int] = [:]
        var tallies: [ClaimTally] = []
        for row in counted {
            if let place = places[row.whole] {
                tallies[place] = tallies[place] + row[method]
            } else {
                places[row.whole] = tallies.count
                tallies.append(row[method])
            }
        }
        let shares = tallies.compactMap { $0.share(way) }
        let drawn =
            shares.count <= Bootstrap.mostExhaustiveValues
            ? Bootstrap(exhaustive: shares, statistic: .mean)
            : Bootstrap(shares, statistic: .mean, resamples: Self.resamples, seed: seed)
        self.init(
            kind: kind, method: method, way: way, series: shares.count, mean: Self.mean(shares),
            interval: drawn?.percentileInterval(level: 0.95), meanOfParts: Self.mean(parts))
    }

    private static func mean(_ shares: [Double]) -> Double { shares.reduce(0, +) / Double(shares.count) }

    /// Whether the mean and what it could be by other series are low enough.
    package var holds: Bool { mean <= Self.mostMean && (interval.map { $0.upper <= Self.mostUpper } ?? false) }
}

/// The mean over the series of one kind of how often an injected effect is seen; tied series do not count.
package struct BenchmarkPower: Sendable, Hashable {
    package let kind: WeeklySeries.Kind
    package let factor: Double
    package let series: Int
    package let mean: Double

    package init(kind: WeeklySeries.Kind, factor: Double, series: Int, mean: Double) {
        self.kind = kind
        self.factor = factor
        self.series = series
        self.mean = mean
    }

    static func all(_ rows: [BenchmarkRow]) -> [BenchmarkPower] {
        WeeklySeries.Kind.allCases.flatMap { kind in
            let counted = rows.filter { $0.kind == kind && !$0.isTied && $0.placeboWeeks > 0 }
            return InjectedEffect.all(of: kind).enumerated().compactMap { index, effect -> BenchmarkPower? in
                let shares = counted.compactMap { $0.power(index) }
                guard !shares.isEmpty else { return nil }
                let mean = shares.reduce(0, +) / Double(shares.count)
                return BenchmarkPower(kind: kind, factor: effect.factor, series: shares.count, mean: mean)
            }
        }
    }
}
