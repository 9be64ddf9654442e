package import HoneStatistics

/// One kind of noise in which the method is asked many times, at a week at which nothing was done.
package struct SimulationCell: Sendable, Hashable {
    package let label: String
    package let kind: WeeklySeries.Kind
    package let noise: WeeklyNoise
    /// Whether the noise is of the sort that the method is made for; of the others it may make more of.
    package let isUsual: Bool

    /// Weeks before the action.
    package let history: Int

    /// Weeks before the action unless the label says otherwise.
    package static let usualHistory = 118
    /// Half a year, as short as many teams have it.
    private static let shortHistory = 26

    /// All of them for one kind of value.
    package static func all(of kind: WeeklySeries.Kind) -> [SimulationCell] {
        [0, 0.3, 0.6, 0.7, 0.8, 0.9].map { SimulationCell("AR(1) rho \($0)", kind, .autoregressive($0), isUsual: $0 <= 0.6) } + [
            SimulationCell("random walk 0.1 a week", kind, .randomWalk(0.1), isUsual: false),
            SimulationCell("trend 1 % a week", kind, .trend(0.01), isUsual: false),
            SimulationCell("season, height 0.3", kind, .season(0.3), isUsual: false),
            SimulationCell("AR(1) rho 0.3, \(shortHistory) weeks", kind, .autoregressive(0.3), history: shortHistory, isUsual: true),
        ]
    }

    private init(_ label: String, _ kind: WeeklySeries.Kind, _ noise: WeeklyNoise, history: Int = usualHistory, isUsual: Bool) {
        self.history = history
        self.label = label
        self.kind = kind
        self.noise = noise
        self.isUsual = isUsual
    }

    /// What the shipped method claims in some of the replicates; those of a range are the same whatever else is computed.
    ///
    /// - Complexity: that of about a hundred fits a replicate.
    package func claims(_ replicates: Range<Int>, seed: UInt64) -> ClaimTally? {
        guard let terms = EffectTerms(kind: kind, better: .lower) else { return nil }
        let end = terms.design.after(history).upperBound
        return ClaimTally(
            replicates.map { number in
                var generator = SeededGenerator(seed: seed ^ NameKey.of(kind.rawValue + label), stream: number)
                guard let series = noise.series(kind, weeks: end, generator: &generator) else { return nil }
                return EffectReading(series, action: history, terms: terms).effect.isFalseBetter
            })
    }
}

/// A cell with what was claimed in it.
package struct SimulatedClaims: Sendable, Hashable {
    package let cell: SimulationCell
    package let claims: ClaimTally

    package init(_ cell: SimulationCell, _ claims: ClaimTally) {
        self.cell = cell
        self.claims = claims
    }

    /// The most that may be claimed falsely, either way: 5 % and two standard errors of it, or 10 % where the noise is hard.
    package var allowed: Double {
        guard cell.isUsual, claims.dates > 0 else { return 0.1 }
        return 0.05 + 2 * (0.05 * 0.95 / Double(claims.dates)).squareRoot()
    }

    package var holds: Bool { ClaimWay.allCases.allSatisfy { (claims.share($0) ?? 1) <= allowed } }
}
