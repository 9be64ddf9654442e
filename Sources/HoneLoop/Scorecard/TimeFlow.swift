import HoneFacts
import HoneMetrics

/// Where the time goes between a request and a working product, in sentences.
struct TimeFlow {
    let builder: ScorecardBuilder
    let window: Window

    var sentences: [String] { [beforeWork].compactMap { $0 } + stages }

    /// How much of the lead time is over before work starts, of the items that say both when.
    private var beforeWork: String? {
        guard let before = BeforeStart(builder.histories, builder.interpretation, window) else { return nil }
        let share = ValueText.percent(before.share)
        let mean = ValueText.text(before.meanDays, unit: .days)
        let count = ValueText.grouped(before.n)
        return
            "\(share) % of the mean lead time of \(mean) is before work starts: waiting time for the \(builder.product.customerLabel) (n \(count))."
    }

    private var stages: [String] {
        let observation = builder.observation(StageTime(), window)
        func hours(_ part: Observation) -> Double { (part.mean ?? 0) * Double(part.n) }
        let steps = observation.parts.filter { $0.observation.n > 0 && !$0.name.hasPrefix("group:") }
        let all = steps.reduce(0) { $0 + hours($1.observation) }
        if all > 0, let longest = steps.max(by: { hours($0.observation) < hours($1.observation) }) {
            let share = ValueText.percent(hours(longest.observation) / all)
            let mean = ValueText.text(longest.observation.mean, unit: .hours)
            let count = ValueText.grouped(longest.observation.n)
            return ["Most time is spent in \(longest.name): \(share) % of all hours, \(mean) an item on average (n \(count))."]
        }
        let (isGit, stages) = (observation.source == StageTime.gitAlone, DefaultStages(builder.histories))
        return observation.parts.filter { $0.name.hasPrefix("group:") && $0.observation.n > 0 }.map { part in
            let name = String(part.name.dropFirst("group: ".count))
            let meaning = Stage.Group(rawValue: name).map { isGit ? DefaultStages.gitMeaning($0) : stages.meaning($0) } ?? ""
            return "\(name) (\(meaning)): \(spread(part.observation)) (n \(ValueText.grouped(part.observation.n)))."
        }
    }

    private func spread(_ observation: Observation) -> String {
        func text(_ value: Double?) -> String { ValueText.text(value, unit: .hours) }
        if observation.isSmallSample { return "up to \(text(observation.percentiles?.p95))" }
        return "half within \(text(observation.value)), 85 % within \(text(observation.percentiles?.p85))"
    }
}
