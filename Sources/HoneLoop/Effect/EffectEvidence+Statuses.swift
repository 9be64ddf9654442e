import HoneFacts
import HoneMetrics
import HoneStatistics

extension EffectEvidence {
    /// From which share of the finished items on a status that no stage names is told: the time in it counts for the stage before.
    private static let leastShare = 0.05

    /// Statuses that no stage names and that items come into more often, or less often, after a change than in as many weeks before it:
    /// a status that was renamed looks like a stage that got longer.
    /// - Parameters:
    ///   - action: number of the week of the change.
    ///   - after: numbers of the weeks that are measured after it.
    /// - Complexity: O(statuses x days), and that of the rows where there is such a status.
    func statusesWithoutStage(of measure: EffectMeasure, action: Int, after: Range<Int>, _ record: WeeklyRecord?) -> [String] {
        let statuses = histories.items.unmappedByDay
        guard !statuses.isEmpty, let series = record?.series, (try? rows(measure.metric, part: measure.part))?.subject == .items else {
            return []
        }
        let finished = after.clamped(to: series.weeks).reduce(0) { $0 + series.items[$1 - series.firstWeek] }
        let before = action - after.count..<action
        return statuses.sorted { $0.key < $1.key }.compactMap { status, days in
            func count(_ weeks: Range<Int>) -> Int { days.reduce(0) { $0 + (weeks.contains($1.key.week) ? $1.value : 0) } }
            let (now, then) = (count(after), count(before))
            guard now != then, Double(abs(now - then)) >= Self.leastShare * Double(finished) else { return nil }
            return
                "the status \"\(status)\", which no stage of hone.yaml names (entered \(CountText.counted(now, "time")) in these weeks and \(then) times in as many before),"
        }
    }
}
