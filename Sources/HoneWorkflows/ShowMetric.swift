package import HoneFacts
import HoneLoop
package import HoneMetrics

/// Observes one metric over a window.
package struct ShowMetric: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// - Parameters:
    ///   - window: nil is that of the scorecard.
    ///   - signs: those of the same window and options, where they were looked for already.
    /// - Returns: no rows, nil, where they are shown to nobody.
    package func observation(
        _ metric: any Metric, window asked: Window?, options: MetricOptions, withRows: Bool, signs: SignsOfWindow? = nil
    ) -> (observation: Observation, rows: [MetricRow]?) {
        let context = context(asked, options)
        let plain = plain(metric, context)
        guard plain.isAvailable else { return (plain, []) }
        let observation = plain.with(signs ?? self.signs(context.window, options))
        let counted = metric.definition.isCumulative ? context.fromTheBeginning : context
        guard withRows, case .rows(let rows) = metric.measure(evidence.histories, counted) else { return (observation, []) }
        guard !rows.isOfPeopleTogether else { return (observation, nil) }
        return (observation, rows.rows(in: counted.window, evidence.histories, evidence.interpretation.zone))
    }

    /// The options that make no difference to a number: some metrics have no use for them, and would leave that unsaid.
    /// - Returns: their names on the command line, such as `--elapsed`.
    package func idleOptions(_ metric: any Metric, of observation: Observation) -> [String] {
        guard observation.isAvailable else { return [] }
        let (asked, usual) = (observation.options, MetricOptions())
        let changes: [(name: String, undone: (inout MetricOptions) -> Void)] = [
            ("--calendar", { $0.calendar = usual.calendar }), ("--elapsed", { $0.isElapsed = usual.isElapsed }),
            ("--kind", { $0.kinds = nil }), ("--type", { $0.types = nil }), ("--sle", { $0.serviceLevel = nil }),
            ("--stalled-after", { $0.stalledAfterDays = nil }),
        ]
        return changes.compactMap { name, undo in
            var options = asked
            undo(&options)
            guard options != asked else { return nil }
            return plain(metric, context(observation.window, options)).says(as: observation) ? name : nil
        }
    }

    /// A number as it is on the page, without the signs beside it.
    func plain(_ metric: any Metric) -> Observation { plain(metric, context(nil, MetricOptions())) }

    private func plain(_ metric: any Metric, _ context: MeasureContext) -> Observation {
        guard let reason = evidence.product.lifeCycle(on: evidence.today).reasonAgainst(metric.definition) else {
            return observe(metric, evidence.histories, context)
        }
        var refusal = Observation(metric.definition, unit: metric.definition.unit, window: context.window)
        refusal.options = context.options
        refusal.unavailableReason = reason
        return refusal
    }

    private func context(_ window: Window?, _ options: MetricOptions) -> MeasureContext {
        MeasureContext(interpretation: evidence.interpretation, window: self.window(window), options: options, now: evidence.now)
    }

    /// The same days as on every page: they end with the evidence where that is old.
    func window(_ asked: Window?) -> Window {
        PageWindow(asked: asked, histories: evidence.histories, interpretation: evidence.interpretation, now: evidence.now).window
    }

    /// What the numbers of a window alone would hide.
    func signs(_ window: Window, _ options: MetricOptions) -> SignsOfWindow {
        SignsOfWindow(
            evidence.histories, context(window, options), limits: evidence.agreements.limits(on: evidence.today), earlier: evidence.earlier)
    }
}

extension Observation {
    /// Whether two numbers of one metric and one window are the same, however they were asked for.
    fileprivate func says(as other: Observation) -> Bool {
        unit == other.unit && value == other.value && percentiles == other.percentiles && n == other.n && eligible == other.eligible
            && excluded == other.excluded && flags == other.flags
    }
}
