import HoneFacts
import HoneMetrics

/// Where the time goes between a request and a working product, in sentences.
struct TimeFlow {
    let builder: ScorecardBuilder
    let window: Window

    var sentences: [String] { [beforeWork].compactMap { $0 } + stages }

    /// How much of the lead time is over before work starts, of the items that say both when.
    private var beforeWork: String? {
        let items = builder.histories.items
        let zone = builder.interpretation.zone
        var (waiting, total, count) = (0, 0, 0)
        for item in 0..<items.count {
            let dates = [items.requestedAt[item], items.startedAt[item], items.finishedAt[item]]
            guard !dates.contains(Instant.missing) else { continue }
            let days = dates.map { zone.day(Instant(rawValue: $0)) }
            guard window.contains(days[2]), days[0] <= days[2] else { continue }
            count += 1
            total += days[2] - days[0] + 1
            waiting += max(0, days[1] - days[0])
        }
        guard count > 0, total > 0 else { return nil }
        let share = ValueText.percent(Double(waiting) / Double(total))
        let mean = ValueText.text(Double(total) / Double(count), unit: .days)
        return
            "\(share) % of the mean lead time of \(mean) is before work starts: waiting time for the \(builder.product.customerLabel) (n \(ValueText.grouped(count)))."
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
        return observation.parts.filter { $0.name.hasPrefix("group:") && $0.observation.n > 0 }.map { part in
            let group = part.name.dropFirst("group: ".count)
            let meaning = group == "prototype" ? "first commit to merge" : "merge to release"
            return "\(group) (\(meaning)): \(spread(part.observation)) (n \(ValueText.grouped(part.observation.n)))."
        }
    }

    private func spread(_ observation: Observation) -> String {
        func text(_ value: Double?) -> String { ValueText.text(value, unit: .hours) }
        if observation.isSmallSample { return "up to \(text(observation.percentiles?.p95))" }
        return "half within \(text(observation.value)), 85 % within \(text(observation.percentiles?.p85))"
    }
}
