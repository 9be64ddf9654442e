package import HoneFacts
package import HoneMetrics

/// How long items stayed in each stage.
package struct StageTimes: Sendable {
    package struct Stage: Sendable {
        package var name: String
        package var isWaiting: Bool
        /// Hours; nil below eleven.
        package var hours: Observation.Percentiles?
        package var n: Int

        package init(name: String, isWaiting: Bool, hours: Observation.Percentiles?, n: Int) {
            (self.name, self.isWaiting, self.hours, self.n) = (name, isWaiting, hours, n)
        }
    }

    package var stages: [Stage]
    package var window: Window
    /// Finished items without a time in any stage, by reason.
    package var excluded: [String: Int]

    package init(stages: [Stage], window: Window, excluded: [String: Int] = [:]) {
        (self.stages, self.window, self.excluded) = (stages, window, excluded)
    }
}

extension MetricsBuilder {
    var stageTimes: MetricsPicture.Content {
        let observation = observe(StageTime(), histories, context(window))
        if let reason = observation.unavailableReason { return .missing(reason.asPart) }
        let named = observation.parts.filter { !$0.name.hasPrefix("group:") }
        let items = histories.items
        let stages = (named.isEmpty ? observation.parts : named).filter { $0.observation.n > 0 }.map { part in
            let kind = items.stages.first { $0.name == part.name }?.kind
            let name = part.name.hasPrefix("group: ") ? String(part.name.dropFirst("group: ".count)) : part.name
            return StageTimes.Stage(
                name: name, isWaiting: kind == .wait || kind == .backlog,
                hours: part.observation.isSmallSample ? nil : part.observation.shownPercentiles, n: part.observation.n)
        }
        guard stages.contains(where: { $0.hours != nil }) else {
            return .missing("too few finished items say how long they were in a stage")
        }
        return .stageTimes(StageTimes(stages: stages, window: window, excluded: observation.excluded))
    }
}
