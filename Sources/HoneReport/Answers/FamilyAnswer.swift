import HoneLoop
package import HoneMetrics

/// All metrics of a family over one window, one line each.
package struct FamilyAnswer {
    let family: MetricFamily
    let metrics: [(definition: MetricDefinition, observation: Observation)]

    package init(_ family: MetricFamily, _ metrics: [(definition: MetricDefinition, observation: Observation)]) {
        self.family = family
        self.metrics = metrics
    }

    package var answer: Answer {
        let name = family.rawValue.split(separator: "-").joined(separator: " ")
        guard let window = metrics.first?.observation.window else {
            return Answer(sentence: "No metric of the family \(name) is in the catalogue yet. hone metric list shows those that are.")
        }
        let available = metrics.count { $0.observation.isAvailable }
        let facts = metrics.map { definition, observation in
            let answer = ObservationWords(observation, definition).answer
            let text = observation.isAvailable ? "\(answer.dropLast()); n \(ValueText.grouped(observation.n))." : answer
            return (definition.name.lowercased(), text)
        }
        return Answer(
            sentence: "The \(name) family, \(DayText.window(window)): \(available) of \(metrics.count) metrics can be measured.",
            facts: facts, remarks: ["> hone metric show \(metrics[0].definition.id)"])
    }

    package var json: JSON {
        .object([
            ("family", .text(family.rawValue)), ("metrics", .array(metrics.map { ObservationJSON($0.observation).json })),
        ])
    }
}
