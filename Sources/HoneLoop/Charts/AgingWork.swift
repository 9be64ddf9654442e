package import HoneFacts
package import HoneMetrics

/// How old the items in progress are, stage by stage, beside the ages at which finished items had left each stage.
package struct AgingWork: Sendable {
    package struct Stage: Sendable {
        package var name: String
        /// Days since the start of each item that is in it.
        package var ages: [Int]
        /// Ages at which finished items had left this stage for a later one; nil below eleven.
        package var pace: Observation.Percentiles?

        package init(name: String, ages: [Int], pace: Observation.Percentiles?) {
            (self.name, self.ages, self.pace) = (name, ages, pace)
        }
    }

    package var stages: [Stage]
    /// The day the ages stand at.
    package var day: CalendarDay
    /// Finished items that the pace stands on.
    package var finishedCount: Int
    /// Open items without an age, by reason.
    package var excluded: [String: Int]

    package init(stages: [Stage], day: CalendarDay, finishedCount: Int, excluded: [String: Int] = [:]) {
        (self.stages, self.day, self.finishedCount, self.excluded) = (stages, day, finishedCount, excluded)
    }
}

extension MetricsBuilder {
    /// Complexity: O(visits).
    var aging: MetricsPicture.Content {
        let items = histories.items
        let (measured, reason) = rows(WorkItemAge(), over: window)
        guard let ages = measured else { return .missing(reason) }
        var byStage: [Int: [Int]] = [:]
        for position in 0..<ages.count where ages.exclusion[position] == nil {
            guard let stage = items.stage(of: Int(ages.index[position]), atSeconds: lastSecond) else { continue }
            byStage[stage, default: []].append(Int(ages.value[position]))
        }
        guard !byStage.isEmpty else { return .missing("nothing was in progress at the end of the window") }
        let codes = items.stages.indices.filter {
            items.isInProgress($0) && ($0 < items.mappedStageCount ? items.hasTransitions.contains(true) : byStage[$0] != nil)
        }
        let (left, count) = agesWhenLeft(codes)
        let stages = codes.map { code in
            AgingWork.Stage(
                name: items.stages[code].name, ages: (byStage[code] ?? []).sorted(),
                pace: Observation.Percentiles(shownOf: left[code] ?? []))
        }
        return .aging(
            AgingWork(
                stages: stages, day: zone.day(atSeconds: lastSecond), finishedCount: count,
                excluded: ages.exclusions(at: Array(0..<ages.count))))
    }

    /// How old the items that were finished within the year were when they first reached a stage right of each one.
    private func agesWhenLeft(_ codes: [Int]) -> (ages: [Int: [Double]], count: Int) {
        let items = histories.items
        var ages: [Int: [Double]] = [:]
        var count = 0
        for item in 0..<items.count where items.finishedAt[item] != Instant.missing && items.startedAt[item] != Instant.missing {
            guard year.contains(zone.day(Instant(rawValue: items.finishedAt[item]))) else { continue }
            count += 1
            let start = zone.day(Instant(rawValue: items.startedAt[item]))
            var pending = codes.filter { ($0 < items.mappedStageCount) == items.hasTransitions[item] }[...]
            for visit in items.visits(of: item) {
                while let code = pending.first, visit.stage > code {
                    ages[code, default: []].append(Double(max(1, zone.day(atSeconds: visit.enteredAt) - start + 1)))
                    pending = pending.dropFirst()
                }
            }
        }
        return (ages, count)
    }
}
