import HoneFacts
import HoneLoop
import HoneMetrics

/// Which days a scorecard looks at: what it can start from must reach as far back.
extension KeptScorecard {
    /// The first day that a scorecard looks at: that of its window, or of a past window that nobody has measured.
    func firstDay(of scorecard: Scorecard, _ points: HistoryPoints, _ histories: Histories) -> CalendarDay {
        let quarters = ScorecardBuilder.quarters(endingWith: scorecard.window)
        let unknown = scorecard.process.flatMap { row in
            quarters.filter { points[row.observation.metric, row.observation.definitionVersion, $0] == nil }.map(\.from)
        }
        let trends = (scorecard.capability?.points.keys).map { keys in
            keys.filter { points[$0.metric, $0.version, $0.window] == nil }.map(\.window.from)
        }
        let today = interpretation.zone.day(atSeconds: now)
        // Sizes are compared with those of the window before.
        let sized = histories.items.estimatedSeconds.isFilled ? [scorecard.window.previous.from] : []
        return ([scorecard.window.from, today] + sized + unknown + (trends ?? [])).min() ?? today
    }

    /// A late fact, or an item that is opened again, has the newest quarter measured once more, and the last whole one of the
    /// calendar where that is over for a few weeks only: what they need is kept.
    func firstDayOfNewestQuarters(of scorecard: Scorecard) -> CalendarDay {
        let end = scorecard.window.to
        let calendar = scorecard.capability?.points.keys.map(\.window).filter { end - $0.to <= Self.reopeningDays }.map(\.from).max()
        let own = ScorecardBuilder.quarters(endingWith: scorecard.window).last?.from
        return [calendar, own].compactMap(\.self).min() ?? scorecard.window.from
    }

    /// Most items that are opened again are so within these days. A later one has everything read, once, which costs less than
    /// a whole quarter more on every page.
    private static var reopeningDays: Int { 28 }

    /// The same as `firstDay` before anything is folded.
    func firstGuess(_ state: KeptState, _ changes: KeptChanges, _ asked: Window?, _ cursors: [SourceCursor]) -> CalendarDay {
        // A page that nobody asks for days of ends with what was read, as `PageWindow` has it.
        let today = interpretation.zone.day(atSeconds: min(now, ReadingTimes(cursors).last ?? now))
        var window = asked ?? Window.lastWholeWeeks(12, before: today)
        let last = max(state.fold.lastFinishedOn, changes.newestDay)
        if asked == nil, last != SettledItem.always, case let day = CalendarDay(number: last), day < window.from {
            window = Window.lastWholeWeeks(12, before: day + 7)
        }
        let first = state.fold.leftOut.firstDay ?? today
        let quarters =
            ScorecardBuilder.quarters(endingWith: window) + Capability.quarters(ofHistoryFrom: first, before: min(window.to, today))
        let unknown = quarters.filter { !state.points.knows($0) }.map(\.from)
        return ([window.from, today] + unknown).min() ?? today
    }
}
