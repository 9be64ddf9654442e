package import HoneFacts
import HoneMetrics
import HoneStatistics

/// Builds the picture of the loop from histories. Pure: the same inputs give the same picture.
package struct LoopBuilder {
    let product: Product
    let interpretation: Interpretation
    let histories: Histories
    let agreements: Agreements
    /// Seconds since 1970.
    let now: Int64

    package init(
        product: Product, interpretation: Interpretation, histories: Histories, agreements: Agreements = Agreements([]), now: Int64
    ) {
        self.agreements = agreements
        self.product = product
        self.interpretation = interpretation
        self.histories = histories
        self.now = now
    }

    /// - Parameter asked: nil for the window that the scorecard has.
    package func picture(window asked: Window?) -> LoopPicture {
        let page = PageWindow(asked: asked, histories: histories, interpretation: interpretation, now: now)
        let today = interpretation.zone.day(atSeconds: now)
        let context = MeasureContext(interpretation: interpretation, window: page.window, now: now)
        let (source, rows) = Self.source(StageTime().measure(histories, context), histories)
        let builder = StripBuilder(source: source, rows: rows, histories: histories, interpretation: interpretation, now: now)
        let yearAgo = builder.strip(Window(from: page.window.from + -364, to: page.window.to + -364))
        let count = yearAgo.stages.map(\.n).max() ?? 0
        let strip = builder.strip(page.window)
        let improvements = ImprovementCoverage(strip.stages.map(\.name), agreements.improvements)
        return LoopPicture(
            product: product.name, lifeCycle: product.lifeCycleText(on: today, interpretation), zone: interpretation.zone.name,
            today: today, evidenceEndsOn: page.evidenceEndsOn, source: source, now: strip,
            yearAgo: count >= Observation.smallSample ? yearAgo : nil, yearAgoWindow: yearAgo.window, yearAgoCount: count,
            coverage: histories.joins.coverage,
            phased: PhasedBuilder(product, histories, interpretation, agreements, asked: asked, page: page, now: now)?.picture,
            improvements: improvements.isEmpty ? nil : improvements)
    }

    private static func source(_ measurement: Measurement, _ histories: Histories) -> (LoopPicture.Source, MeasuredRows?) {
        switch measurement {
        case .unavailable(let reason): return (.nothing(reason), nil)
        case .rows(let rows) where rows.subject == .integrations: return (.git, rows)
        case .rows(let rows):
            let isMapped = histories.items.mappedStageCount > 0 && histories.items.hasTransitions.contains(true)
            return (isMapped ? .stages : .dates, rows)
        }
    }
}
