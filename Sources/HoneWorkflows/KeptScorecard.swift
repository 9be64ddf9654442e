package import HoneFacts
package import HoneLoop
import HoneMetrics

/// Builds the scorecard from what the last one kept and from the facts that are new since.
///
/// It says what `EvaluateScorecard` says from all facts, to the last digit: a law that is tested over random histories. Where it
/// could not hold, everything is read.
package struct KeptScorecard<Log: FactLog & DecisionLog & StateKeeping>: Sendable {
    let product: Product
    let interpretation: Interpretation
    let log: Log
    /// Origins of the sources that hone.yaml names.
    let sources: Set<String>
    /// What stands for the interpretation and the program.
    let digest: String
    /// Seconds since 1970.
    let now: Int64

    package init(product: Product, interpretation: Interpretation, log: Log, sources: Set<String>, digest: String, now: Int64) {
        (self.product, self.interpretation, self.log) = (product, interpretation, log)
        (self.sources, self.digest, self.now) = (sources, digest, now)
    }

    /// A scorecard, and how it came about.
    package struct Answer: Sendable {
        package let scorecard: Scorecard
        /// Items that nobody had to look at.
        package let leftOutCount: Int
    }

    /// - Parameter asked: nil for the window that the evidence gives.
    /// - Complexity: O(items that are open or ended in the window + new facts), and a look at the item of each stored fact; O(facts
    ///   x log facts) the first time.
    package func answer(window asked: Window? = nil) async throws -> Answer {
        var evidence = try await Evidence.Stored(log: log, decisions: log, sources: sources)
        guard canKeep(evidence.facts) else {
            let histories = whole(&evidence)
            return Answer(scorecard: scorecard(evidence, histories, HistoryPoints(), asked), leftOutCount: 0)
        }
        let base = try await log.keptState()
        if let base, base.fold.isValid(for: evidence.facts, digest: digest, now: now) {
            if let answer = try await goOn(from: base, evidence, asked) { return answer }
        }
        let histories = whole(&evidence)
        let scorecard = scorecard(evidence, histories, HistoryPoints(), asked)
        var state: KeptState?
        if canKeep(histories) {
            state = KeptState(fold: KeptFold(digest: digest, now: now, position: LogPosition(), items: [:]))
            state?.take(scorecard, histories, KeptChanges(), evidence.facts.position, interpretation.zone)
        }
        if state != nil || base != nil { await keep(state, insteadOf: base) }
        return Answer(scorecard: scorecard, leftOutCount: 0)
    }

    /// All facts, folded, and not held in memory any longer.
    private func whole(_ evidence: inout Evidence.Stored) -> Histories {
        let histories = fold(evidence.facts, interpretation, now: now)
        evidence.facts.batches = [:]
        return histories
    }

    private func scorecard(_ evidence: Evidence.Stored, _ histories: Histories, _ points: HistoryPoints, _ asked: Window?) -> Scorecard {
        ScorecardBuilder(
            product: product, interpretation: interpretation, histories: histories, agreements: evidence.agreements,
            cursors: evidence.cursors, points: points, now: now
        ).scorecard(window: asked)
    }

    /// Nil where the new facts bring something that only a reading of all facts can judge.
    private func goOn(from base: KeptState, _ evidence: Evidence.Stored, _ asked: Window?) async throws -> Answer? {
        let zone = interpretation.zone
        let changes = try base.fold.changes(in: evidence.facts, zone)
        var points = base.points
        points.forget(from: CalendarDay(number: changes.affectedFrom))
        var from = firstGuess(base, changes, points, asked)
        while true {
            let live = base.fold.live(from: from, changes)
            var histories = fold(evidence.facts.restricted(to: live), interpretation, now: now)
            histories.items.settled = base.fold.tally(leftOut: live)
            guard canKeep(histories) else { return nil }
            let scorecard = scorecard(evidence, histories, points, asked)
            let needed = firstDay(of: scorecard, points)
            guard needed >= from else {
                from = needed
                continue
            }
            var state = KeptState(fold: base.fold, points: points)
            if evidence.facts.position != base.fold.position {
                state.take(scorecard, histories, changes, evidence.facts.position, zone)
            } else {
                state.points.take(scorecard, zone, now: now)
            }
            if evidence.facts.position != base.fold.position || state.points != base.points { await keep(state, insteadOf: base) }
            return Answer(scorecard: scorecard, leftOutCount: histories.items.settled.count)
        }
    }

    /// A state that cannot be kept makes the next scorecard slower, and nothing else.
    private func keep(_ state: KeptState?, insteadOf base: KeptState?) async {
        try? await log.keep(state, insteadOf: base)
    }

    /// The first day that a scorecard looks at: that of its window, or of a past window that nobody has measured.
    private func firstDay(of scorecard: Scorecard, _ points: HistoryPoints) -> CalendarDay {
        let quarters = ScorecardBuilder.quarters(endingWith: scorecard.window)
        let unknown = scorecard.process.flatMap { row in
            quarters.filter { points[row.observation.metric, row.observation.definitionVersion, $0] == nil }.map(\.from)
        }
        let today = interpretation.zone.day(atSeconds: now)
        return ([scorecard.window.from, today] + unknown).min() ?? today
    }

    /// The same before anything is folded; a folding that turns out to need more begins anew.
    private func firstGuess(_ base: KeptState, _ changes: KeptChanges, _ points: HistoryPoints, _ asked: Window?) -> CalendarDay {
        let today = interpretation.zone.day(atSeconds: now)
        var window = asked ?? Window.lastWholeWeeks(12, before: today)
        if asked == nil, let lastDay = base.fold.lastFinishedDay(changes), lastDay < window.from {
            window = Window.lastWholeWeeks(12, before: lastDay + 7)
        }
        let unknown = ScorecardBuilder.quarters(endingWith: window).filter { !points.knows($0) }.map(\.from)
        return ([window.from, today] + unknown).min() ?? today
    }

    /// Items alone: what is joined with a git history, with changes or sprints, or has logged time, is read whole.
    private func canKeep(_ facts: FactTables) -> Bool {
        let others = FactFamily.allCases.filter { ![.item, .transition, .block].contains($0) }
        return interpretation.stages != nil && !interpretation.workKindRules.contains { !$0.paths.isEmpty }
            && others.allSatisfy { facts[$0].isEmpty }
    }

    /// A fact that was odd is counted, and other names of items may be anybody's: both take a look at everything.
    private func canKeep(_ histories: Histories) -> Bool {
        let items = histories.items
        return histories.remarks.isEmpty && !items.loggedSeconds.isFilled && !items.found.isFilled && !items.aliases.isFilled
    }
}

extension KeptState {
    fileprivate mutating func take(
        _ scorecard: Scorecard, _ histories: Histories, _ changes: KeptChanges, _ position: LogPosition, _ zone: ZoneTable
    ) {
        fold.update(histories, changes, position: position, zone)
        points.take(scorecard, zone, now: histories.now)
    }
}
