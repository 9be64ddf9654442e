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
    /// - Complexity: O(facts of items that are open or ended in the window + new facts); O(facts x log facts) where nothing can be
    ///   gone on from.
    package func answer(window asked: Window? = nil) async throws -> Answer {
        guard canKeep, try await asksOnlyForUsualMetrics else { return try await whole(asked) }
        let sources = sources
        let kept = try await log.kept(for: digest, now: now, interpretation.zone) { Evidence.isCounted($0, sources) }
        if let reading = kept.reading, let answer = try await goOn(from: reading, kept.token, asked) { return answer }
        return try await whole(asked, insteadOf: kept.token)
    }

    /// Whether a scorecard of such facts may be kept at all.
    package static func isKept(of families: Set<FactFamily>) -> Bool {
        families.isSubset(of: keptFamilies) && families.contains(.transition)
    }

    /// Makes the scorecard of all that is stored, where it can be kept, so that the next one starts from it.
    package func prepare() async throws {
        guard canKeep, try await asksOnlyForUsualMetrics else { return }
        _ = try await answer()
    }

    /// Work kinds by title or path need texts that are not kept.
    private var canKeep: Bool {
        interpretation.stages != nil && interpretation.workKindRules.allSatisfy { $0.titles.isEmpty && $0.paths.isEmpty }
    }

    /// A KPI, or an improvement that is measured, may stand on a metric that looks at days of items which are not kept.
    private var asksOnlyForUsualMetrics: Bool {
        get async throws {
            let agreements = Agreements(try await log.decisions())
            // An effect is read from the whole past of its number.
            let isMeasuring = agreements.improvements.contains { if case .inForce = $0.state { true } else { false } }
            guard !isMeasuring else { return false }
            let kpis = agreements.kpisInForce(on: interpretation.zone.day(atSeconds: now))
            return kpis.flatMap { [$0.terms.metric, $0.terms.guardMetric] }.allSatisfy(ScorecardBuilder.usualMetrics.contains)
        }
    }

    private func whole(_ asked: Window?) async throws -> Answer {
        let evidence = try await Evidence(
            product: product, interpretation: interpretation, log: log, decisions: log, sources: sources, now: now)
        return Answer(scorecard: await EvaluateScorecard(evidence).scorecard(window: asked), leftOutCount: 0)
    }

    /// Reads all facts, and keeps what the next scorecard can start from: the one that nobody asks for days of. What another window would
    /// have kept reaches back as far as that does, and all pages after it would have to.
    private func whole(_ asked: Window?, insteadOf token: Log.Token?) async throws -> Answer {
        guard asked == nil else { return Answer(scorecard: try await once(window: asked), leftOutCount: 0) }
        let reading = try await Reading(self)
        let page = await scorecard(reading.evidence, reading.histories, HistoryPoints(), asked)
        guard !reading.hasOthers, canKeep(reading.histories) else {
            if token != nil { await keep(nil, settled: [:], movedSegments: nil, insteadOf: token) }
            return Answer(scorecard: page, leftOutCount: 0)
        }
        var points = HistoryPoints()
        points.take(page, interpretation.zone, now: reading.evidence.known(until: now))
        let liveFrom = min(firstDay(of: page, points, reading.histories), firstDayOfNewestQuarters(of: page))
        let kept = KeptFold.whole(
            of: reading.histories, digest: digest, position: reading.position, liveFrom: liveFrom, interpretation.zone)
        await keep(KeptState(fold: kept.fold, points: points), settled: kept.settled, movedSegments: nil, insteadOf: token)
        return Answer(scorecard: page, leftOutCount: 0)
    }

    /// The scorecard of all facts, of which nothing is kept.
    package func once(window asked: Window? = nil) async throws -> Scorecard {
        let reading = try await Reading(self)
        return await scorecard(reading.evidence, reading.histories, HistoryPoints(), asked)
    }

    /// All that is stored, folded.
    private struct Reading {
        let evidence: Evidence.Stored
        let histories: Histories
        let position: LogPosition
        /// Whether there are facts of kinds that nothing is kept of.
        let hasOthers: Bool

        init(_ page: KeptScorecard) async throws {
            var evidence = try await Evidence.Stored(log: page.log, decisions: page.log, sources: page.sources)
            (position, hasOthers) = (evidence.facts.position, page.hasOthers(evidence.facts))
            var histories = await foldOnAllCores(evidence.facts, page.interpretation, now: page.now)
            // What is folded is not held any longer, and no page tells statuses apart.
            evidence.facts.batches = [:]
            histories.statuses = StatusTrails()
            (self.evidence, self.histories) = (evidence, histories)
        }
    }

    /// Nil where the page needs days, or the new facts bring something, that only a reading of all facts can judge.
    private func goOn(from reading: KeptReading, _ token: Log.Token?, _ asked: Window?) async throws -> Answer? {
        var (state, zone) = (reading.state, interpretation.zone)
        let evidence = try await Evidence.Stored(of: reading.facts, log: log, decisions: log, sources: sources)
        guard firstGuess(state, reading.changes, asked, evidence.cursors) >= state.fold.liveFrom else { return nil }
        var histories = await foldOnAllCores(reading.facts, interpretation, now: now)
        histories.items.settled = state.fold.leftOut
        guard canKeep(histories) else { return nil }
        let page = await scorecard(evidence, histories, state.points, asked)
        guard firstDay(of: page, state.points, histories) >= state.fold.liveFrom else { return nil }
        let points = state.points
        state.points.take(page, zone, now: evidence.known(until: now))
        guard !reading.movedSegments.isEmpty || state.points != points else {
            return Answer(scorecard: page, leftOutCount: state.fold.leftOut.count)
        }
        state.fold = state.fold.noting(histories, zone)
        let settled = histories.items.noted(reading.changes.touched, among: reading.settled, state.fold.live, zone)
        await keep(state, settled: settled, movedSegments: reading.movedSegments, insteadOf: token)
        return Answer(scorecard: page, leftOutCount: state.fold.leftOut.count)
    }

    private func scorecard(
        _ evidence: Evidence.Stored, _ histories: Histories, _ points: HistoryPoints, _ asked: Window?
    ) async -> Scorecard {
        await ScorecardBuilder(
            product: product, interpretation: interpretation.reserving(evidence.agreements),
            histories: histories.decided(evidence.agreements, interpretation, product).read(evidence.cursors),
            agreements: evidence.agreements, cursors: evidence.cursors, points: points, now: now
        ).scorecard(window: asked)
    }

    /// A state that cannot be kept makes the next scorecard slower, and nothing else.
    private func keep(
        _ state: KeptState?, settled: [String: SettledItems], movedSegments: [Int64]?, insteadOf token: Log.Token?
    ) async {
        try? await log.keep(state, settled: settled, movedSegments: movedSegments, insteadOf: token)
    }

    /// Items alone: what is joined with a git history, with changes or sprints, or has logged time, is read whole.
    private static var keptFamilies: Set<FactFamily> { [.item, .transition, .block] }

    private func hasOthers(_ facts: FactTables) -> Bool {
        FactFamily.allCases.contains { !Self.keptFamilies.contains($0) && !facts[$0].isEmpty }
    }

    /// A fact that was odd is counted, and other names of items may be anybody's: both take a look at everything.
    private func canKeep(_ histories: Histories) -> Bool {
        let items = histories.items
        let isFoundSaid = items.found.isFilled || items.foundPhase.isFilled
        return histories.remarks.isEmpty && !items.loggedSeconds.isFilled && !isFoundSaid && !items.aliases.isFilled
    }
}
