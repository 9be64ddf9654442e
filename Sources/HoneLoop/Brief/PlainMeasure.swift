import HoneMetrics
import HoneStatistics

/// A number in words for somebody who knows none of our terms.
struct PlainMeasure {
    let measure: EffectMeasure
    private let definition: MetricDefinition?

    init(_ measure: EffectMeasure) {
        self.measure = measure
        definition = Catalogue.metric(measure.metric)?.definition
    }

    /// `the time from "started" to "finished"`, `the time that work spends in "In review"`, `how often … ("Reopen rate")`.
    var phrase: String {
        if measure.metric == "stage-time", !measure.part.isEmpty { return "the time that work spends in \"\(measure.part)\"" }
        if !measure.part.isEmpty { return "\"\(measure.part)\"" }
        guard let definition else { return "\"\(measure.metric)\"" }
        if isWork { return "the hours of work that mending a defect takes" }
        if isTime { return "the time from \"\(definition.startEvent)\" to \"\(definition.endEvent)\"" }
        return "our number \"\(definition.name)\", which answers the question: \(definition.question)"
    }

    /// Short, for a second mention.
    var short: String {
        if !measure.part.isEmpty { return measure.metric == "stage-time" ? "the time in \"\(measure.part)\"" : "\"\(measure.part)\"" }
        if isWork { return "the work on a defect" }
        return isTime ? "this time" : "\"\(definition?.name ?? measure.metric)\""
    }

    var isTime: Bool { measure.kind == .durations && (definition.map { $0.unit.isSpan } ?? false) }

    /// Whether it counts hours that people work: nothing is done earlier for fewer of them, but they are free for something else.
    var isWork: Bool { measure.metric == LabourPerBugFix().definition.id }

    /// A value with its unit: `6 days`, `14 hours`, `12 %`.
    func text(_ value: Double) -> String {
        switch definition?.unit {
        case .hours where value >= 72: count(value / 24, "day")
        case .hours: count(value, "hour")
        case .days, .workingDays: count(value, "day")
        default: measure.kind == .shares ? "\(ValueText.percent(value)) %" : ValueText.short(value)
        }
    }

    private func count(_ value: Double, _ noun: String) -> String {
        let text = ValueText.short(value)
        return "\(text) \(noun)\(text == "1" ? "" : "s")"
    }
}
