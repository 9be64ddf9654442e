import HoneFacts
import HoneMetrics

/// Where the time goes between a request and a working product, in sentences.
struct TimeFlow {
    let builder: ScorecardBuilder
    /// Whose window is its span.
    let context: MeasureContext

    var sentences: [String] { [beforeWork].compactMap { $0 } + (longestStage.map { [$0] } ?? groups) }

    /// How much of the lead time is over before work starts, of the items that say both when.
    private var beforeWork: String? {
        guard let before = BeforeStart(builder.histories, context) else { return nil }
        let share = ValueText.percent(before.share)
        let mean = ValueText.text(before.meanDays, unit: .days)
        let count = ValueText.grouped(before.n)
        return
            "\(share) % of the mean lead time of \(mean) is before work starts: waiting time for the \(builder.product.customerLabel) (n \(count))."
    }

    /// Nil where no stages are mapped, or no time was spent in them.
    private var longestStage: String? {
        let steps = StageTime().totals(builder.histories.items, context)?.filter { $0.itemCount > 0 } ?? []
        let all = steps.reduce(0) { $0 + $1.seconds }
        guard all > 0, let longest = steps.max(by: { $0.seconds < $1.seconds }) else { return nil }
        let share = ValueText.percent(Double(longest.seconds) / Double(all))
        let mean = ValueText.text(Double(longest.seconds) / 3600 / Double(longest.itemCount), unit: .hours)
        let count = ValueText.grouped(longest.itemCount)
        return "Most time is spent in \(longest.name): \(share) % of all hours, \(mean) an item on average (n \(count))."
    }

    private var groups: [String] {
        let observation = builder.observation(StageTime(), context.window)
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
