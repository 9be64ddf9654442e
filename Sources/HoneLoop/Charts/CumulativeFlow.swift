package import HoneFacts

/// How many items had reached each stage at the end of each day.
///
/// An item counts for the furthest stage it ever reached, so no line falls. Items that were cancelled are left out.
package struct CumulativeFlow: Sendable {
    /// From the commitment to done.
    package var stages: [String]
    package var days: [CalendarDay]
    /// By stage and day: items that have reached it, less those that were done before the first day.
    package var reached: [[Int]]
    /// Items between the commitment and done before the first day.
    package var atBeginning: Int
    /// Items of which only dates are known, and that are in no stage therefore.
    package var leftOut: Int

    package init(stages: [String], days: [CalendarDay], reached: [[Int]], atBeginning: Int, leftOut: Int = 0) {
        (self.stages, self.days, self.reached) = (stages, days, reached)
        (self.atBeginning, self.leftOut) = (atBeginning, leftOut)
    }

    /// Items between the commitment and done on a day.
    package func inProgress(on day: Int) -> Int { (reached.first?[day] ?? 0) - (reached.last?[day] ?? 0) }
}

extension MetricsBuilder {
    /// Complexity: O(visits).
    var cumulativeFlow: MetricsPicture.Content {
        let items = histories.items
        let isMapped = items.mappedStageCount > 0 && items.hasTransitions.contains(true)
        guard isMapped || items.startedAt.isFilled else { return .missing("no item says when work on it began") }
        let codes = isMapped ? Array(items.commitment..<items.mappedStageCount) : Array(items.mappedStageCount + 1..<items.stages.count)
        let shown = codes.filter { items.stages[$0].kind != .cancelled && items.stages[$0].kind != .backlog }
        // One done stage is enough: from there on everything is finished.
        let done = shown.firstIndex { items.stages[$0].kind == .done } ?? shown.count
        let stages = Array(shown.prefix(done + 1))
        guard done < shown.count, stages.count >= 2 else { return .missing("hone.yaml names no stage that is done after the commitment") }
        let days = (0..<window.length).map { window.from + $0 }
        var arrivals = [[Int]](repeating: [Int](repeating: 0, count: days.count + 1), count: stages.count)
        var leftOut = 0
        for item in 0..<items.count where items.cancelledAt[item] == Instant.missing {
            guard items.hasTransitions[item] == isMapped else {
                leftOut += 1
                continue
            }
            var next = 0
            for visit in items.visits(of: item) where visit.enteredAt <= lastSecond {
                let reached = stages.lastIndex { $0 <= visit.stage && items.stages[visit.stage].kind != .cancelled }
                guard let reached, reached >= next else { continue }
                let day = min(days.count, max(0, zone.day(atSeconds: visit.enteredAt) - window.from + 1))
                // Reached before the first day stands at 0, reached on a day from that day on.
                for stage in next...reached { arrivals[stage][min(day, days.count)] += 1 }
                next = reached + 1
            }
        }
        let before = arrivals[stages.count - 1][0]
        let reached = arrivals.map { counts in
            var sum = counts[0] - before
            return counts.dropFirst().map { count in
                sum += count
                return sum
            }
        }
        guard let last = reached.first?.last, last > 0 else { return .missing("nothing was in progress or finished in the window") }
        return .cumulativeFlow(
            CumulativeFlow(
                stages: stages.map { items.stages[$0].name }, days: days, reached: reached, atBeginning: arrivals[0][0] - before,
                leftOut: leftOut))
    }
}
