package import HoneFacts
import HoneMetrics

/// How a target would have stood in the eight periods of twelve weeks before: whether it can be told from chance here at all.
package struct TargetInThePast: Sendable {
    let target: Bound
    /// The newest first, of those whose whole length is on record; nil where there was no number.
    package let states: [KPIReading.Target?]

    /// Nil where there is no target, or where the metric has no window of its own.
    ///
    /// Complexity: that of measuring eight windows.
    package init?(_ terms: KPITerms, _ histories: Histories, _ interpretation: Interpretation, now: Int64) {
        guard let target = terms.target, let metric = Catalogue.metric(terms.metric), !metric.definition.isCumulative else { return nil }
        let page = PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now)
        let days = PageWindow.usualDays
        let windows = (0..<8).map { Window(from: page.window.to + -days * ($0 + 1), to: page.window.to + -days * $0) }
        func context(_ window: Window) -> MeasureContext {
            MeasureContext(interpretation: interpretation, window: window, now: now)
        }
        // One period more, so that what is only recorded since can be told from what happened.
        let span = Window(from: windows[7].from + -days, to: page.window.to)
        guard case .rows(let all) = metric.measure(histories, context(span).over(span)) else { return nil }
        let first = [page.firstDay(of: all.subject), all.summary.isLevel ? nil : all.endDay.min()].compactMap(\.self).max()
        states = windows.filter { window in first.map { window.from >= $0 } ?? false }.map { window -> KPIReading.Target? in
            let state = KPIReading(terms, observe(metric, histories, context(window)), guarding: nil).target
            return state == .unknown ? nil : state
        }
        self.target = target
    }

    /// Nil where nothing was recorded in them.
    package var sentence: String? {
        let (near, none) = (count(.reachedTooNear) + count(.missedTooNear), count(nil))
        let parts = [
            (count(.reached), "reached"), (count(.notReached), "not reached"), (near, "too near to tell from chance"),
            (none, "without a number"),
        ]
        guard !states.isEmpty else { return nil }
        let told = parts.filter { $0.0 > 0 }.map { "\($1) in \($0)" }
        guard let last = told.last else { return nil }
        let list = told.count > 1 ? told.dropLast().joined(separator: ", ") + " and " + last : last
        let periods = states.count == 1 ? "the 12 weeks" : "the last \(states.count) periods of 12 weeks"
        let sentence = "Over \(periods) it would have been \(list)."
        if 2 * none > states.count { return sentence + " Too little happens in 12 weeks for such a number." }
        guard 2 * near > states.count else { return sentence }
        let isTail = target.statistic == .p85 || target.statistic == .p95
        let others = isTail ? ", or for half of the items (p50)," : ""
        return sentence + " Pages will most likely say the same: a target farther from what is usual\(others) is told sooner."
    }

    private func count(_ state: KPIReading.Target?) -> Int { states.count { $0 == state } }
}
