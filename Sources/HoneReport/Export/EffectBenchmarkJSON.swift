package import HoneLoop
import HoneStatistics

/// The effect benchmark as the JSON object of the command line's contract. Shares are from 0 to 1.
package struct EffectBenchmarkJSON {
    let benchmark: EffectBenchmark
    let gate: EffectGate

    package init(_ benchmark: EffectBenchmark, _ gate: EffectGate) {
        self.benchmark = benchmark
        self.gate = gate
    }

    package var json: JSON {
        .object([
            ("holds", .boolean(gate.holds)),
            (
                "points",
                .array(
                    gate.points.map { point in
                        .object([
                            ("point", .integer(point.number)), ("verdict", .text(point.verdict.rawValue)), ("asks", .text(point.asks)),
                            ("because", .text(point.because)),
                        ])
                    })
            ),
            ("series", .array(benchmark.rows.map(row))), ("pooled", .array(benchmark.pools.map(pool))),
            (
                "power",
                .array(
                    benchmark.power.map { power in
                        .object([
                            ("kind", .text(power.kind.rawValue)), ("factor", .number(power.factor)), ("series", .integer(power.series)),
                            ("seen", .number(power.mean)),
                        ])
                    })
            ),
            ("afterWorst", .array((WeeklySeries.Kind.allCases.map(\.self) + [nil]).map(afterWorst))),
            ("simulated", .array(benchmark.simulated.map(simulated))), ("seed", .text(String(benchmark.seed))),
        ])
    }

    private func row(_ row: BenchmarkRow) -> JSON {
        .object([
            ("name", .text(row.name)), ("kind", .text(row.kind.rawValue)), ("good", .text(row.better.rawValue)),
            ("tied", .boolean(row.isTied)), ("weeks", .integer(row.placeboWeeks)), ("windows", .integer(row.windows)),
            ("judged", .boolean(row.isJudged)), ("better", claim(row, .better)), ("worse", claim(row, .worse)),
            (
                "methods",
                .array(
                    BenchmarkMethod.allCases.map { method in
                        .object([
                            ("method", .text(method.rawValue)), ("weeks", .integer(row[method].dates)),
                            ("better", .optional(row[method].share(.better))), ("worse", .optional(row[method].share(.worse))),
                        ])
                    })
            ),
            (
                "power",
                .array(
                    InjectedEffect.all(of: row.kind).enumerated().map { index, effect in
                        .object([("factor", .number(effect.factor)), ("seen", .optional(row.power(index)))])
                    })
            ),
            ("smallestVisible", .optional(row.smallestVisible)),
        ])
    }

    private func claim(_ row: BenchmarkRow, _ way: ClaimWay) -> JSON {
        let limits = row.limits(way)
        return .object([
            ("share", .optional(row.shipped.share(way))), ("lower", .optional(limits?.lower)), ("upper", .optional(limits?.upper)),
        ])
    }

    private func pool(_ pool: BenchmarkPool) -> JSON {
        .object([
            ("kind", .text(pool.kind.rawValue)), ("method", .text(pool.method.rawValue)), ("way", .text(pool.way.rawValue)),
            ("series", .integer(pool.series)), ("mean", .number(pool.mean)), ("meanOfParts", .number(pool.meanOfParts)),
            ("lower", .optional(pool.interval?.lower)),
            ("upper", .optional(pool.interval?.upper)),
        ])
    }

    private func afterWorst(_ kind: WeeklySeries.Kind?) -> JSON {
        let (claims, looks) = benchmark.afterWorst(kind)
        return .object([
            ("kind", .text(kind?.rawValue ?? "all")), ("weeks", .integer(claims.dates)), ("better", .optional(claims.share(.better))),
            ("worse", .optional(claims.share(.worse))), ("looksBetter", .integer(looks)),
        ])
    }

    private func simulated(_ cell: SimulatedClaims) -> JSON {
        .object([
            ("kind", .text(cell.cell.kind.rawValue)), ("noise", .text(cell.cell.label)), ("times", .integer(cell.claims.dates)),
            ("better", .optional(cell.claims.share(.better))), ("worse", .optional(cell.claims.share(.worse))),
            ("allowed", .number(cell.allowed)), ("holds", .boolean(cell.holds)),
        ])
    }
}
