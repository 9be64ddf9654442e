package import HoneStatistics

/// The shipped method under test: what it claims where nothing was done, and what it sees where something was.
package struct EffectBenchmark: Sendable {
    package let rows: [BenchmarkRow]
    package let simulated: [SimulatedClaims]
    package let seed: UInt64
    package let pools: [BenchmarkPool]
    package let power: [BenchmarkPower]

    /// - Complexity: that of the bootstraps over the series.
    package init(rows: [BenchmarkRow], simulated: [SimulatedClaims], seed: UInt64) {
        self.rows = rows
        self.simulated = simulated
        self.seed = seed
        pools = WeeklySeries.Kind.allCases.flatMap { kind in
            BenchmarkMethod.allCases.flatMap { method in
                ClaimWay.allCases.compactMap { BenchmarkPool(rows, kind: kind, method: method, way: $0, seed: seed) }
            }
        }
        power = BenchmarkPower.all(rows)
    }

    package func pools(_ method: BenchmarkMethod) -> [BenchmarkPool] { pools.filter { $0.method == method } }

    /// What is claimed after the worst of six sprints, and at how many of those weeks the next sprint alone looks better.
    package func afterWorst(_ kind: WeeklySeries.Kind? = nil) -> (claims: ClaimTally, looksBetter: Int) {
        let counted = rows.filter { kind == nil || $0.kind == kind }
        return (
            counted.reduce(ClaimTally(dates: 0, better: 0, worse: 0)) { $0 + $1.afterWorst },
            counted.reduce(0) { $0 + $1.looksBetter }
        )
    }

    /// The mean over the cells of the simulation.
    package func simulatedMean(_ way: ClaimWay) -> Double? {
        let shares = simulated.compactMap { $0.claims.share(way) }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }
}
