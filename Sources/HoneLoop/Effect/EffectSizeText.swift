import HoneMetrics
import HoneStatistics

/// Sizes of effects as people read them: factors for durations and counts, points for shares.
package struct EffectSizeText: Sendable {
    let terms: EffectTerms
    /// Nil where nobody says what the values are.
    private let measure: EffectMeasure?

    package init(_ terms: EffectTerms, of measure: EffectMeasure? = nil) {
        (self.terms, self.measure) = (terms, measure)
    }

    /// `by a factor 0.72`, `by 6.2 points`.
    func moved(_ size: Double) -> String {
        terms.kind == .shares ? "by \(points(abs(size)))" : "by a factor \(end(size))"
    }

    /// One end of an interval: `0.55`, `-2.1`.
    package func end(_ size: Double) -> String {
        terms.kind == .shares ? ValueText.percent(size) : ValueText.factor(size)
    }

    /// A whole size beside a label: `0.72 times as long`, `1.1 times as many`, `-6.2 points`.
    package func size(_ size: Double) -> String {
        terms.kind == .shares ? points(size) : "\(end(size)) times as \(much)"
    }

    /// What there is more or less of: time, what is counted, or an amount. Some numbers are compared as times are, and are none.
    private var much: String {
        guard terms.kind == .durations else { return "many" }
        switch measure.flatMap({ Catalogue.metric($0.metric)?.definition.unit }) {
        case nil, .own: return "much"
        case .count: return "many"
        default: return "long"
        }
    }

    /// `a fall of 60 %`, `a rise of 12 points`: from the level before, in the direction that is better.
    package func change(_ size: Double) -> String {
        let isShare = terms.kind == .shares
        let noun = terms.better == .lower ? "a fall" : "a rise"
        return isShare ? "\(noun) of \(points(abs(size)))" : "\(noun) of \(ValueText.significant(abs(size - 1) * 100, digits: 2)) %"
    }

    /// What was agreed to matter: `10 %`, `10 points`.
    package var agreed: String {
        terms.kind == .shares ? points(terms.smallest) : "\(ValueText.percent(terms.smallest)) %"
    }

    private func points(_ share: Double) -> String {
        "\(ValueText.percent(share)) \(share * 100 == 1 ? "point" : "points")"
    }
}
