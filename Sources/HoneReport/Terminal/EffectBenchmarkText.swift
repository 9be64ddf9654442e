package import HoneLoop
import HoneStatistics

/// The effect benchmark on a terminal: the verdict first, then every table.
package struct EffectBenchmarkText {
    private let words: EffectBenchmarkWords
    private var benchmark: EffectBenchmark { words.benchmark }

    package init(_ benchmark: EffectBenchmark, _ gate: EffectGate) {
        words = EffectBenchmarkWords(benchmark: benchmark, gate: gate)
    }

    package func text(width: Int) -> String {
        var page = TerminalPage(width: width, isStyled: false)
        page.paragraph(words.sentence)
        page.gap()
        for point in words.gate.points {
            page.labelled("\(point.number) \(point.verdict.rawValue)", "\(point.asks): \(point.because).", at: 15)
        }
        page.gap()
        page.paragraph(EffectBenchmarkWords.explanation)
        for kind in words.kinds {
            let rows = benchmark.rows.filter { $0.kind == kind }
            page.gap()
            page.paragraph("\(title(kind)): false claims in per cent of placebo weeks, 95 % limits")
            page.append(
                TextTable(
                    headers: ["series", "weeks", "W", "better", "worse", ""],
                    rows: rows.map { row in
                        [
                            row.name, String(row.placeboWeeks), String(row.windows), words.claim(row, .better), words.claim(row, .worse),
                            words.verdict(row),
                        ]
                    }, width: width, numeric: [1, 2]
                ).text)
            page.gap()
            page.paragraph("\(title(kind)): claims without the own past, power in per cent, smallest visible effect (median)")
            page.append(
                TextTable(
                    headers: ["series", "better", "worse"] + EffectBenchmarkWords.factors(kind) + ["visible", ""],
                    rows: rows.map { row in
                        [row.name] + ClaimWay.allCases.map { words.percent(row[.unguarded].share($0)) } + words.power(row) + [
                            words.visible(row), row.isTied ? "tied" : "",
                        ]
                    }, width: width, numeric: [1, 2, 3, 4, 5]
                ).text)
            page.gap()
            page.paragraph("\(title(kind)): pooled over series, per cent, upper 95 % limit")
            page.append(
                TextTable(headers: ["method", "series", "better", "worse"], rows: words.pooled(kind), width: width, numeric: [1]).text)
        }
        page.gap()
        page.paragraph("Power pooled without tied series, per cent")
        page.append(
            TextTable(
                headers: [], rows: benchmark.power.map { [$0.kind.rawValue, "x\(ValueText.factor($0.factor))", words.percent($0.mean)] },
                width: width, numeric: [2]
            ).text)
        page.gap()
        page.paragraph("Weeks after the worst of six sprints: claims, and how often the next sprint alone looks better, per cent")
        page.append(
            TextTable(
                headers: ["kind", "weeks", "better", "worse", "eye"], rows: (words.kinds.map(\.self) + [nil]).map(words.afterWorst),
                width: width, numeric: [1, 2, 3, 4]
            ).text)
        page.gap()
        page.paragraph("Simulated, \(SimulationCell.usualHistory) weeks of history: false claims, per cent")
        page.append(
            TextTable(
                headers: ["kind", "noise", "times", "better", "worse", "allowed", ""], rows: benchmark.simulated.map(words.simulated),
                width: width, numeric: [2, 3, 4, 5]
            ).text)
        page.gap()
        page.paragraph("Seed \(benchmark.seed).")
        return page.text
    }

    private func title(_ kind: WeeklySeries.Kind) -> String { kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst() }
}
