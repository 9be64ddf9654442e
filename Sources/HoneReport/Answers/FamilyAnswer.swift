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
            return (SignWords.marked(definition.name.lowercased(), observation.signs), text)
        }
        return Answer(
            sentence: "The \(name) family, \(DayText.window(window)): \(available) of \(metrics.count) metrics can be measured.",
            facts: facts, remarks: patterns + ["> hone metric show \(metrics[0].definition.id)"])
    }

    /// Each sign once, with the numbers of the family that it touches.
    private var patterns: [String] {
        var signs: [(sign: Sign, rows: [String])] = []
        for (definition, observation) in metrics {
            for sign in observation.signs {
                let place = signs.firstIndex { $0.sign == sign } ?? signs.count
                if place == signs.count { signs.append((sign, [])) }
                signs[place].rows.append(definition.name)
            }
        }
        return SignWords.lines(signs)
    }

    package var json: JSON {
        .object([
            ("family", .text(family.rawValue)), ("metrics", .array(metrics.map { ObservationJSON($0.observation).json })),
        ])
    }
}
