import HoneFacts
import HoneMetrics
import HoneStatistics

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
            "\(share) % of the time from request to finish is before work starts: waiting time for the \(builder.product.customerLabel) (n \(count), \(mean) lead time on average)."
    }

    /// Nil where no stages are mapped, or no time was spent in them.
    private var longestStage: String? {
        guard let totals = StageTime().totals(builder.histories.items, context), let leading = LeadingStages(totals.hours, totals.names),
            let place = totals.hours.largest
        else { return nil }
        let cases = "n \(ValueText.grouped(totals.finishedCount))"
        if !leading.standsOut {
            return
                "No stage stands out: \(leading.first.name) has the largest part of all hours, \(ValueText.percent(leading.first.share)) %, and \(leading.rivals.count == 1 ? "the other is" : "\(leading.rivals.count) others are") too near to tell from it (\(cases))."
        }
        if !leading.isClear {
            return "Most time is spent in \(leading.names), too near to tell which: \(leading.shares) of all hours (\(cases))."
        }
        let mean = ValueText.text(totals.hours.sums[place] / Double(totals.itemCounts[place]), unit: .hours)
        let count = ValueText.grouped(totals.itemCounts[place])
        return "Most time is spent in \(leading.names): \(leading.shares) of all hours, \(mean) an item on average (n \(count))."
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
