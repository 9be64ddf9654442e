import HoneFacts
import HoneLoop
package import HoneMetrics

/// A definition in words. Terminal, page and reference say the same.
package struct DefinitionWords {
    let definition: MetricDefinition

    package init(_ definition: MetricDefinition) {
        self.definition = definition
    }

    static func family(_ family: MetricFamily) -> String {
        let words = family.rawValue.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    var unit: String {
        switch definition.unit {
        case .days: "days"
        case .workingDays: "working days"
        case .hours: "hours; 72 and more are shown as days of 24 hours"
        case .workHours: "hours of work"
        case .items: "items"
        case .share: "share, shown as per cent"
        case .count: "count"
        case .files: "files"
        case .people: "people"
        case .ratio: "ratio"
        case .perWeek: "a week"
        case .hoursPerWeek: "hours a week"
        case .perThousandLines: "per thousand lines"
        case .weeks: "weeks"
        case .index: "a quotient of two numbers of one kind"
        case .budget: "what the plan counts its budget in, such as money or hours"
        case .own: "what each measure is counted in"
        }
    }

    /// Which way is better, without saying how much would be good.
    var direction: String {
        switch definition.direction {
        case .higher: "higher is better"
        case .lower: "lower is better"
        case .band: "neither high nor low is better; within a band"
        case .none: "no direction is better"
        }
    }

    /// Everything but name, question, sources and examples.
    package var facts: [(label: String, text: String)] {
        var facts = [
            ("id", "\(definition.id), version \(definition.version)"), ("formula", definition.formula), ("unit", unit),
            ("direction", direction), ("from, to", "\(definition.startEvent) → \(definition.endEvent)"), ("needs", definition.needs),
            ("misuse", definition.misuse),
        ]
        if !definition.guards.isEmpty { facts.append(("read beside", definition.guards.joined(separator: ", "))) }
        return facts
    }

    /// Worked examples, each with its expected answer: `5 d (n 3; left out: 1 no request date)`.
    package var examples: [(text: String, answer: String)] {
        definition.examples.map { example in
            let answer = example.expected.map { ValueText.text($0, unit: unit(of: example)) } ?? "no number"
            let excluded =
                example.excluded.isEmpty ? "" : "; left out: \(ObservationWords.counted(example.excluded, CodeWords.exclusion))"
            return (example.text, "\(answer) (n \(example.n)\(excluded))")
        }
    }

    private func unit(of example: WorkedExample) -> MetricUnit {
        guard definition.unit == .days else { return definition.unit }
        if example.options.isElapsed { return .hours }
        return example.options.calendar == .working ? .workingDays : .days
    }
}
