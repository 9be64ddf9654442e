import HoneLoop
import HoneMetrics

/// What stands under a picture: the definition with its version, what is left out, and what became another one when.
struct FigureWords {
    /// Nil for a picture that stands on no metric.
    let definition: MetricDefinition?
    let version: Int?
    /// The sample and what is left out, where there is something to say.
    let sample: String?
    let breaks: [Break]

    init(
        _ metric: String, _ definitions: [MetricDefinition], version: Int? = nil, excluded: [String: Int] = [:], sample: String? = nil,
        breaks: [Break]
    ) {
        definition = definitions.first { $0.id == metric }
        self.version = version ?? definition?.version
        self.sample = sample ?? (excluded.isEmpty ? nil : "left out: \(ObservationWords.counted(excluded, CodeWords.exclusion))")
        self.breaks = breaks
    }

    var node: Node {
        var parts: [[Node]] = []
        if let definition {
            parts.append([
                "definition: ", Tag.a([.href: "glossary.html#\(definition.id)"], .text(definition.name.lowercased())),
                .text(version.map { ", version \($0)" } ?? ""),
            ])
        }
        if let sample { parts.append([.text(sample)]) }
        if !breaks.isEmpty {
            parts.append([.text(breaks.map { "\($0.label) since \(DayText.day($0.day))" }.joined(separator: ", "))])
        }
        guard !parts.isEmpty else { return .nothing }
        return Tag.p([.class: "definition"], Array(parts.joined(separator: [" · "])))
    }
}
