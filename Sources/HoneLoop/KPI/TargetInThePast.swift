package import HoneFacts
import HoneMetrics

/// How a target would have stood in the eight twelve weeks before: whether it can be told from chance here at all.
package struct TargetInThePast: Sendable {
    let target: Bound
    package let states: [KPIReading.Target]

    /// Nil where there is no target, or where the metric has no window of its own.
    ///
    /// Complexity: that of measuring eight windows.
    package init?(_ terms: KPITerms, _ histories: Histories, _ interpretation: Interpretation, now: Int64) {
        guard let target = terms.target, let metric = Catalogue.metric(terms.metric), !metric.definition.isCumulative else { return nil }
        let page = PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now)
        let days = PageWindow.usualDays
        let ends = (0..<8).map { page.window.to + -days * $0 }
        states = ends.compactMap { end -> KPIReading.Target? in
            let window = Window(from: end + -days, to: end)
            let context = MeasureContext(interpretation: interpretation, window: window, now: now)
            let measurement = metric.measure(histories, context.over(window))
            guard case .rows(let rows) = measurement,
                rows.summary.isKnown(in: window, recordedFrom: page.firstDay(of: rows.subject))
            else { return nil }
            return KPIReading(terms, observe(metric.definition, measurement, histories, context), guarding: nil).target
        }
        self.target = target
    }

    /// Nil where none of those weeks has a number.
    package var sentence: String? {
        let parts = [
            (count(.reached), "reached"), (count(.notReached), "not reached"),
            (count(.reachedTooNear) + count(.missedTooNear), "too near to tell from chance"),
        ]
        let known = parts.reduce(0) { $0 + $1.0 }
        guard known > 0 else { return nil }
        let told = parts.filter { $0.0 > 0 }.map { "\($1) in \($0)" }
        let list = told.count > 1 ? told.dropLast().joined(separator: ", ") + " and " + told[told.count - 1] : told[0]
        let times = known == 1 ? "the 12 weeks" : "the last \(known) times 12 weeks"
        let sentence = "Over \(times) it would have been \(list)."
        guard 2 * parts[2].0 > known else { return sentence }
        let isTail = target.statistic == .p85 || target.statistic == .p95
        return sentence + " A target farther from what is usual\(isTail ? ", or for half of the items (p50)," : "") is told sooner."
    }

    private func count(_ state: KPIReading.Target) -> Int { states.count { $0 == state } }
}
