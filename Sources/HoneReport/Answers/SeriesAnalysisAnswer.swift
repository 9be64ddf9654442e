package import HoneLoop
import HoneStatistics

/// What a series says of itself, in words.
package struct SeriesAnalysisAnswer {
    let analysis: SeriesAnalysis
    /// The column that was read, and how many of its cells are blank.
    let column: String
    let blanks: Int

    package init(_ analysis: SeriesAnalysis, column: String, blanks: Int) {
        self.analysis = analysis
        self.column = column
        self.blanks = blanks
    }

    package func answer(width: Int) -> Answer {
        let marked = Set(usual.flatMap(\.indexes))
        let limits = analysis.values.count >= Self.fewestForLines ? analysis.limits : nil
        let chart = BehaviourChart(values: analysis.values, limits: limits, signs: marked, width: width - 2)
        var answer = Answer(sentence: sentence(marked.count), facts: facts, chart: chart.lines, remarks: remarks)
        if !chart.lines.isEmpty, chart.shown.count < analysis.values.count {
            answer.remarks.insert("The chart shows the last \(chart.shown.count) values.", at: 0)
        }
        return answer
    }

    /// Below this no lines are drawn; numbers from 2 values on are for programs.
    private static let fewestForLines = 6

    private var usual: [(rule: ChartRule, indexes: [Int])] {
        analysis.signs.filter { ChartRule.usual.contains($0.rule) && !$0.indexes.isEmpty }
    }

    private func sentence(_ marked: Int) -> String {
        let n = analysis.values.count
        if n < Self.fewestForLines {
            return "Too few to judge: \(n) \(n == 1 ? "value" : "values"), \(Self.fewestForLines) are needed to draw limits."
        }
        let changes = analysis.changes
        let count = changes.count == 1 ? "one change of level" : "\(changes.count) changes of level"
        let at = changes.prefix(3).map { "index \($0)" }.joined(separator: ", ") + (changes.count > 3 ? ", …" : "")
        let levels = changes.isEmpty ? "no change of level" : "\(count) (at \(at))"
        let signs =
            marked == 0 ? "Nothing beyond routine variation" : "\(marked) of \(n) values are signs of something else than routine variation"
        return "\(signs); \(levels); \(trend)."
    }

    private var trend: String {
        guard let trend = analysis.trend else { return "no trend can be told" }
        let probability = trend.correctedProbability ?? trend.probability
        guard probability < 0.05 else { return "no clear trend" }
        return trend.slope < 0 ? "it falls" : trend.slope > 0 ? "it rises" : "no clear trend"
    }

    private var facts: [(label: String, text: String)] {
        func text(_ value: Double) -> String { ValueText.significant(value) }
        let blank = blanks == 0 ? "" : ", \(blanks) blank left out"
        var facts = [("values", "\(ValueText.grouped(analysis.values.count)) of column \(column)\(blank)"), ("mean", text(analysis.mean))]
        if let limits = analysis.limits {
            let note = limits.isProvisional ? " (provisional below 10 values)" : ""
            facts.append(("limits", "\(text(limits.lower)) to \(text(limits.upper))\(note)"))
            facts.append(("moving range", "mean \(text(limits.typicalRange)), limit \(text(limits.upperRange))"))
        }
        for sign in usual { facts.append(("rule \(sign.rule.code)", "\(sign.rule.words): \(places(sign.indexes))")) }
        if !analysis.changes.isEmpty {
            let means = analysis.levels.map { range in
                text(analysis.values[range].reduce(0, +) / Double(range.count)) + " from index \(range.lowerBound)"
            }
            facts.append(("levels", means.prefix(6).joined(separator: ", ") + (means.count > 6 ? ", …" : "")))
        }
        if let trend = analysis.trend {
            let corrected = trend.correctedProbability.map { ", \(probability($0)) with neighbours that resemble each other" } ?? ""
            let slope = "\(text(trend.slope)) a step (\(text(trend.interval.lower)) to \(text(trend.interval.upper)), 95 %)"
            let most = SeriesAnalysis.mostForTrend
            let part = analysis.values.count > most ? ", of the last \(ValueText.grouped(most)) values" : ""
            facts.append(("trend", "\(slope)\(part); p \(probability(trend.probability))\(corrected)"))
        }
        if let r = analysis.autocorrelation { facts.append(("neighbours", "autocorrelation \(ValueText.significant(r, digits: 2))")) }
        facts.append(("definition", "series-analysis, version \(SeriesAnalysis.definitionVersion)"))
        return facts
    }

    private var remarks: [String] {
        var remarks: [String] = []
        if analysis.values.count > SeriesAnalysis.mostForChanges {
            remarks.append("Changes of level were looked for in the last \(ValueText.grouped(SeriesAnalysis.mostForChanges)) values.")
        }
        let bound = 2 / Double(analysis.values.count).squareRoot()
        if let r = analysis.autocorrelation, r > bound {
            remarks.append("Neighbours resemble each other, so signs come more often than the rules promise.")
        }
        if !analysis.changes.isEmpty || !usual.isEmpty {
            remarks.append("Signs and changes of level are questions to match with what was done, and when; they prove nothing.")
        }
        return remarks
    }

    private func places(_ indexes: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for index in indexes {
            if let last = runs.last, last.upperBound == index - 1 {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        let shown = runs.prefix(8).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        let rest = runs.dropFirst(8).reduce(0) { $0 + $1.count }
        return "index \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(ValueText.grouped(rest)) more" : "")
    }

    private func probability(_ p: Double) -> String { p < 0.001 ? "below 0.001" : ValueText.significant(p, digits: 2) }
}
