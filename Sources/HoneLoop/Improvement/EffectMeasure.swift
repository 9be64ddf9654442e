package import HoneStatistics

/// The number that an effect is read from: a metric as it was defined, or one part of it, such as the time in one stage.
package struct EffectMeasure: Sendable, Hashable {
    package let metric: String
    package let definitionVersion: Int
    /// The name of a part, such as a stage; empty for the metric as a whole.
    package let part: String
    /// On which scale its weekly values are compared.
    package let kind: WeeklySeries.Kind
    package let better: EffectTerms.Direction

    package init(metric: String, definitionVersion: Int, part: String = "", kind: WeeklySeries.Kind, better: EffectTerms.Direction) {
        (self.metric, self.definitionVersion, self.part) = (metric, definitionVersion, part)
        (self.kind, self.better) = (kind, better)
    }

    /// Whether two look at the same number, whatever they hope for.
    package func isSameNumber(as other: EffectMeasure) -> Bool { metric == other.metric && part == other.part }
}

extension EffectMeasure {
    /// As a decision keeps it: `stage-time 2 durations lower review`.
    package var recorded: String {
        "\(metric) \(definitionVersion) \(kind.rawValue) \(better.rawValue)" + (part.isEmpty ? "" : " \(part)")
    }

    package init?(recorded text: String) {
        let parts = text.split(separator: " ", maxSplits: 4).map(String.init)
        guard parts.count >= 4, let version = Int(parts[1]), let kind = WeeklySeries.Kind(rawValue: parts[2]),
            let better = EffectTerms.Direction(rawValue: parts[3])
        else { return nil }
        self.init(metric: parts[0], definitionVersion: version, part: parts.count > 4 ? parts[4] : "", kind: kind, better: better)
    }
}
