import HoneStatistics

extension EffectGate {
    /// The most that a judged series may be claimed of.
    private static let mostOfASeries = 0.1

    static func series(_ benchmark: EffectBenchmark) -> Point {
        let judged = benchmark.rows.filter(\.isJudged)
        let above = judged.filter { row in ClaimWay.allCases.contains { (row.shipped.share($0) ?? 0) > mostOfASeries } }
        let isClear = above.contains { row in
            ClaimWay.allCases.contains {
                (row.shipped.share($0) ?? 0) > mostOfASeries && (row.limits($0)?.lower ?? 1) > mostOfASeries
            }
        }
        let named = above.isEmpty ? "none" : above.map(\.name).joined(separator: ", ")
        return Point(
            1, "each judged series is claimed of at 10 % of its weeks or fewer, each way", !judged.isEmpty,
            above.count * 20 <= judged.count && !isClear,
            "\(benchmark.rows.count) series, \(judged.count) judged, \(benchmark.rows.count - judged.count) too short to judge; "
                + "above: \(named)"
        )
    }

    static func pooled(_ benchmark: EffectBenchmark) -> Point {
        let pools = benchmark.pools(.shipped)
        let parts = pools.filter { $0.meanOfParts != $0.mean }
        let apart = parts.map { "\($0.kind.rawValue) \($0.way.rawValue) \(percent($0.meanOfParts))" }.joined(separator: ", ")
        return Point(
            2, "pooled by kind, 5 % or less each way, 95 % limit at 6 % or less",
            !pools.isEmpty && pools.allSatisfy { $0.interval != nil }, pools.allSatisfy(\.holds),
            pools.map { pool in
                let upper = pool.interval.map { " (to \(percent($0.upper)))" } ?? ""
                return "\(pool.kind.rawValue) \(pool.way.rawValue) \(percent(pool.mean))\(upper)"
            }.joined(separator: ", ") + (apart.isEmpty ? "" : "; with each part as a series of its own \(apart)"))
    }

    static func afterWorst(_ benchmark: EffectBenchmark) -> Point {
        let (claims, looks) = benchmark.afterWorst()
        let eye = claims.dates > 0 ? "; the next sprint alone looks better at \(percent(Double(looks) / Double(claims.dates)))" : ""
        return Point(
            3, "after the worst of six sprints 6 % or less each way", claims.dates > 0,
            ClaimWay.allCases.allSatisfy { (claims.share($0) ?? 1) <= 0.06 },
            "\(claims.dates) weeks: better \(percent(claims.share(.better))), worse \(percent(claims.share(.worse)))\(eye)")
    }

    /// Fewer replicates of a cell say nothing.
    private static let fewestReplicates = 1000

    static func simulation(_ benchmark: EffectBenchmark) -> Point {
        let cells = benchmark.simulated
        let failing = cells.filter { !$0.holds }.map { "\($0.cell.kind.rawValue) \($0.cell.label)" }
        let means = ClaimWay.allCases.map { benchmark.simulatedMean($0) }
        let above = failing.isEmpty ? "none" : failing.joined(separator: ", ")
        return Point(
            4, "in simulations 5 % or less, 10 % or less under hard noise, pooled 5 % or less",
            !cells.isEmpty && cells.allSatisfy { $0.claims.dates >= fewestReplicates },
            failing.isEmpty && means.allSatisfy { ($0 ?? 1) <= 0.05 },
            "\(cells.count) cells of \(cells.map(\.claims.dates).min() ?? 0) replicates; pooled better \(percent(means[0])), "
                + "worse \(percent(means[1])); above: \(above)")
    }

    static func controls(_ benchmark: EffectBenchmark) -> Point {
        let groups = WeeklySeries.Kind.allCases.flatMap { kind in
            BenchmarkMethod.controls.map { method in benchmark.pools(method).filter { $0.kind == kind } }
        }.filter { !$0.isEmpty }
        let passing = groups.filter { $0.allSatisfy(\.holds) }.compactMap(\.first).map { "\($0.method.rawValue) on \($0.kind.rawValue)" }
        let means = BenchmarkMethod.controls.map { method in
            let pools = benchmark.pools(method).map(\.mean)
            return "\(method.rawValue) \(percent(pools.min())) to \(percent(pools.max()))"
        }
        return Point(
            5, "three methods known to err do fail point 2", !groups.isEmpty, passing.isEmpty,
            means.joined(separator: ", ") + (passing.isEmpty ? "" : "; passing: \(passing.joined(separator: ", "))"))
    }

    static func power(_ benchmark: EffectBenchmark, _ committed: CommittedPower?) -> Point {
        let changes = committed.map { $0.changes(in: benchmark.rows) } ?? []
        let worst = changes.map { $0.now - $0.then }.min()
        return Point(
            6, "power is at most 2 points below that of the committed table", !changes.isEmpty,
            changes.allSatisfy { $0.now >= $0.then - 0.02 - 1e-9 },
            changes.isEmpty
                ? "there is no committed table to compare with"
                : changes.map { "\($0.kind.rawValue) x\($0.factor) \(percent($0.now))" }.joined(separator: ", ")
                    + "; largest loss \(ValueText.percent(max(0, -(worst ?? 0)))) points")
    }

    private static func percent(_ share: Double?) -> String { share.map { "\(ValueText.percent($0)) %" } ?? "-" }
}

extension EffectGate.Point {
    fileprivate init(_ number: Int, _ asks: String, _ isChecked: Bool, _ holds: Bool, _ because: String) {
        self.init(number: number, asks: asks, verdict: !isChecked ? .notChecked : holds ? .holds : .fails, because: because)
    }
}
