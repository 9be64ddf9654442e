package import HoneLoop
import HoneStatistics

/// Runs the shipped effect over series in which nothing was done and over simulations, on all cores.
package struct BenchmarkEffect: Sendable {
    /// Of each cell of the simulation.
    let replicates: Int
    let cells: [SimulationCell]
    let run: PlaceboRun
    let seed: UInt64

    /// Replicates that are simulated in one go; what comes out does not depend on it.
    private static let batch = 250

    /// - Parameters:
    ///   - isQuick: simulate durations only, with the fewest replicates the gate takes; the series are read whole all the same.
    ///   - replicates: of each cell; nil for the usual number.
    package init(isQuick: Bool, replicates: Int? = nil, seed: UInt64) {
        self.replicates = replicates ?? (isQuick ? 1000 : 4000)
        cells = (isQuick ? [.durations] : WeeklySeries.Kind.allCases).flatMap(SimulationCell.all)
        run = PlaceboRun(resamples: isQuick ? 300 : 1000, seed: seed)
        self.seed = seed
    }

    private enum Part: Sendable {
        case row(Int, BenchmarkRow?)
        case claims(Int, ClaimTally?)
    }

    /// - Parameter progress: is told how many parts of how many are done.
    package func benchmark(_ series: [BenchmarkSeries], progress: (Int, Int) -> Void) async -> EffectBenchmark {
        let batches = cells.indices.flatMap { cell in
            stride(from: 0, to: replicates, by: Self.batch).map { (cell, $0..<min($0 + Self.batch, replicates)) }
        }
        // The longest first, so that no core waits for one at the end.
        let order = series.indices.sorted { (series[$0].values.items.count, $1) > (series[$1].values.items.count, $0) }
        let all = order.count + batches.count
        var rows = [BenchmarkRow?](repeating: nil, count: series.count)
        var claims = [ClaimTally](repeating: ClaimTally(dates: 0, better: 0, worse: 0), count: cells.count)
        await withTaskGroup(of: Part.self) { group in
            for index in order { group.addTask { [run] in .row(index, run.row(series[index])) } }
            for (cell, part) in batches {
                group.addTask { [cells, seed] in .claims(cell, cells[cell].claims(part, seed: seed)) }
            }
            var done = 0
            for await part in group {
                done += 1
                progress(done, all)
                switch part {
                case .row(let index, let row): rows[index] = row
                case .claims(let cell, let tally): if let tally { claims[cell] = claims[cell] + tally }
                }
            }
        }
        return EffectBenchmark(
            rows: rows.compactMap(\.self), simulated: zip(cells, claims).map { SimulatedClaims($0, $1) }, seed: seed)
    }
}
