package import HoneFacts
package import HoneLoop
import HoneStatistics

/// The effect benchmark as the document that is committed.
package struct EffectBenchmarkMarkdown {
    private let words: EffectBenchmarkWords
    private let day: CalendarDay
    private let isQuick: Bool
    private var benchmark: EffectBenchmark { words.benchmark }

    /// - Parameter day: of the run.
    package init(_ benchmark: EffectBenchmark, _ gate: EffectGate, day: CalendarDay, isQuick: Bool) {
        words = EffectBenchmarkWords(benchmark: benchmark, gate: gate)
        self.day = day
        self.isQuick = isQuick
    }

    package var text: String {
        let usual = Set(benchmark.simulated.map(\.claims.dates)).sorted().map { ValueText.grouped($0) }.joined(separator: ", ")
        let run =
            "Written by `hone effect benchmark\(isQuick ? " --quick" : "")` on \(day.description), seed \(benchmark.seed), "
            + "\(benchmark.rows.count) series, \(benchmark.simulated.count) simulated cells of \(usual) replicates."
        return
            ([
                "# Effect benchmark", run, MarkdownText.escaped(words.sentence), gate, Self.method,
                MarkdownText.escaped(EffectBenchmarkWords.explanation),
            ] + words.kinds.flatMap(sections) + [power, afterWorst, simulated]).joined(separator: "\n\n")
    }

    private static let method = """
        Every week at which a series holds enough is read as if something had been done in it, by the computation that improvements
        are measured with: the week itself left out, 12 weeks after it, at most 52 before it, one look. "6 weeks" and "6, then 12" are
        the other looks that people may agree on; they are shown and not judged. The three last methods are controls at 5 %.
        """

    private var gate: String {
        let rows = words.gate.points.map { point in
            [String(point.number), point.verdict.rawValue, MarkdownText.escaped(point.asks), MarkdownText.escaped(point.because)]
        }
        return MarkdownText.table(["point", "verdict", "asks", "numbers"], rows, numeric: [0])
    }

    private func sections(_ kind: WeeklySeries.Kind) -> [String] {
        let factors = EffectBenchmarkWords.factors(kind)
        let rows = benchmark.rows.filter { $0.kind == kind }.map { row in
            [MarkdownText.escaped(row.name), String(row.placeboWeeks), String(row.windows)]
                + ClaimWay.allCases.map { words.claim(row, $0) }
                + ClaimWay.allCases.map { words.percent(row[.unguarded].share($0)) } + words.power(row)
                + [
                    words.visible(row), row.better.rawValue,
                    [words.verdict(row), row.isTied ? "tied" : ""].filter { !$0.isEmpty }.joined(separator: ", "),
                ]
        }
        return [
            "## \(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())",
            MarkdownText.table(
                ["series", "weeks", "W", "better", "worse", "unguarded better", "unguarded worse"] + factors + [
                    "visible", "good is", "note",
                ],
                rows, numeric: Set(1..<7 + factors.count)),
            "Pooled over series, per cent, with the upper 95 % limit:",
            MarkdownText.table(["method", "series", "better", "worse"], words.pooled(kind), numeric: [1, 2, 3]),
        ]
    }

    private var power: String {
        let rows = benchmark.power.map {
            [$0.kind.rawValue, "x\(ValueText.factor($0.factor))", String($0.series), words.percent($0.mean)]
        }
        return "## Power\n\nHow often an effect that was put in is claimed, per cent of weeks, tied series left out.\n\n"
            + MarkdownText.table(["kind", "effect", "series", "seen"], rows, numeric: [2, 3])
    }

    private var afterWorst: String {
        "## After the worst of six sprints\n\nWeeks that follow the worst sprint of two weeks among the last six: false claims, and how "
            + "often the next sprint alone looks better, per cent.\n\n"
            + MarkdownText.table(
                ["kind", "weeks", "better", "worse", "next sprint looks better"], (words.kinds.map(\.self) + [nil]).map(words.afterWorst),
                numeric: [1, 2, 3, 4])
    }

    private var simulated: String {
        "## Simulation\n\n\(SimulationCell.usualHistory) weeks of history, nothing done: false claims, per cent.\n\n"
            + MarkdownText.table(
                ["kind", "noise", "times", "better", "worse", "allowed", "note"], benchmark.simulated.map(words.simulated),
                numeric: [2, 3, 4, 5])
    }
}
