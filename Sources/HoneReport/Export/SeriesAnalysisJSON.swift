package import HoneLoop
import HoneStatistics

/// What a series says of itself, as the JSON object of the command line's contract. Indexes begin at 0.
package struct SeriesAnalysisJSON {
    let analysis: SeriesAnalysis

    package init(_ analysis: SeriesAnalysis) {
        self.analysis = analysis
    }

    package var json: JSON {
        let limits = analysis.limits
        return .object([
            ("n", .integer(analysis.values.count)), ("mean", .number(analysis.mean)),
            ("movingRangeMean", .optional(limits?.typicalRange)),
            (
                "limits",
                limits.map { limits in
                    .object([
                        ("lower", .number(limits.lower)), ("upper", .number(limits.upper)), ("range", .number(limits.upperRange)),
                        ("provisional", .boolean(limits.isProvisional)),
                    ])
                } ?? .null
            ),
            ("signals", .array(signals)), ("rulesOn", .array(ChartRule.usual.map { .text($0.code) })),
            ("changePoints", .array(analysis.changes.map { .integer($0) })),
            (
                "trend",
                analysis.trend.map { trend in
                    .object([
                        ("slope", .number(trend.slope)), ("lower", .number(trend.interval.lower)), ("upper", .number(trend.interval.upper)),
                        ("pValue", .number(trend.probability)), ("pValueCorrected", .optional(trend.correctedProbability)),
                    ])
                } ?? .null
            ),
            ("autocorrelation", .optional(analysis.autocorrelation)),
            ("definition", .text("series-analysis")), ("definitionVersion", .integer(SeriesAnalysis.definitionVersion)),
        ])
    }

    /// Of every rule, by index: which rules are on by default is said beside them.
    private var signals: [JSON] {
        let signs = analysis.signs.enumerated().flatMap { order, sign in sign.indexes.map { (index: $0, order: order, rule: sign.rule) } }
        return signs.sorted { ($0.index, $0.order) < ($1.index, $1.order) }.map { sign in
            .object([("index", .integer(sign.index)), ("rule", .text(sign.rule.code))])
        }
    }
}
