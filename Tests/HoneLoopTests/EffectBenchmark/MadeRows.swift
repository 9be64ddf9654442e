import HoneStatistics

@testable import HoneLoop

/// Rows of the benchmark as they are made by hand, and a benchmark that holds every point.
enum MadeRows {
    /// - Parameters:
    ///   - better: claims in per cent of 200 weeks.
    ///   - controls: claims of each control each way, in per cent.
    static func row(
        _ name: String, _ kind: WeeklySeries.Kind = .durations, better: Double = 3, worse: Double = 3, windows: Int = 15,
        controls: Double = 14, seen: [Int] = [20, 40, 80], isTied: Bool = false, afterWorst: (Int, Int) = (1, 1),
        of whole: String? = nil
    ) -> BenchmarkRow {
        func tally(_ better: Double, _ worse: Double) -> ClaimTally {
            ClaimTally(dates: 200, better: Int(better * 2), worse: Int(worse * 2))
        }
        let claims = BenchmarkMethod.allCases.map {
            BenchmarkMethod.controls.contains($0) ? tally(controls, controls) : tally(better, worse)
        }
        return BenchmarkRow(
            name: name, of: whole, kind: kind, better: .lower, isTied: isTied, windows: windows, claims: claims,
            afterWorst: ClaimTally(dates: 40, better: afterWorst.0, worse: afterWorst.1), looksBetter: 30, seen: seen,
            smallestVisible: 0.5)
    }

    static func rows(_ count: Int = 20) -> [BenchmarkRow] { (0..<count).map { row("series \($0)") } }

    static func cells(_ better: Int = 30, _ worse: Int = 30, of replicates: Int = 1000) -> [SimulatedClaims] {
        SimulationCell.all(of: .durations).map { SimulatedClaims($0, ClaimTally(dates: replicates, better: better, worse: worse)) }
    }

    static let committed = CommittedPower(shares: Dictionary(uniqueKeysWithValues: (0..<20).map { ("series \($0)", [0.1, 0.2, 0.4]) }))

    static func gate(
        rows: [BenchmarkRow] = rows(), cells: [SimulatedClaims] = cells(), committed: CommittedPower? = committed
    ) -> EffectGate {
        EffectGate(EffectBenchmark(rows: rows, simulated: cells, seed: 1), committed: committed)
    }
}
