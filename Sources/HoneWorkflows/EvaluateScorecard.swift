package import HoneFacts
package import HoneLoop
package import HoneMetrics

/// Builds the scorecard and the numbers behind it.
package struct EvaluateScorecard: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    package func scorecard(window: Window? = nil) async -> Scorecard {
        await ScorecardBuilder(
            product: evidence.product, interpretation: evidence.interpretation, histories: evidence.histories,
            agreements: evidence.agreements, cursors: evidence.cursors, earlier: evidence.earlier, now: evidence.now
        ).scorecard(window: window)
    }

    /// Every metric that concerns the product, over a scorecard's window.
    package func observations(for scorecard: Scorecard) async -> [Observation] {
        let context = MeasureContext(interpretation: evidence.interpretation, window: scorecard.window, now: evidence.now)
            .over(scorecard.window, evidence.histories.items)
        let signs = SignsOfWindow(
            evidence.histories, context, limits: evidence.agreements.limits(on: evidence.today), earlier: evidence.earlier)
        let histories = evidence.histories
        return await evidence.metrics.mappedOnAllCores { observe($0, histories, context).with(signs) }
    }

    /// Items finished (or, without items, what came to the default branch) week by week over the year that ends with the window.
    package func weeklyCounts(for scorecard: Scorecard) -> [(monday: CalendarDay, count: Int)] {
        let zone = evidence.interpretation.zone
        let items = evidence.histories.items
        let raw = items.count > 0 ? items.finishedAt.filter { $0 != Instant.missing } : evidence.histories.git.integrations.mergedAt
        var counts: [CalendarDay: Int] = [:]
        for value in raw { counts[zone.day(Instant(rawValue: value)).startOfWeek, default: 0] += 1 }
        let last = scorecard.window.to.startOfWeek
        // A week before the first one is not a week without any (decision 0042); those of the window keep their places.
        guard let first = counts.keys.min() else { return [] }
        let begin = min(first, scorecard.window.from.startOfWeek)
        return (1...52).reversed().map { last + -7 * $0 }.filter { $0 >= begin }.map { ($0, counts[$0] ?? 0) }
    }
}
