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
        let builder = StripBuilder(histories, interpretation, now: now)
        let yearAgo = builder.strip(Window(from: page.window.from + -364, to: page.window.to + -364))
        let count = yearAgo.stages.map(\.n).max() ?? 0
        let strip = builder.strip(page.window)
        let improvements = ImprovementCoverage(strip.stages.map(\.name), agreements.improvements)
        return LoopPicture(
            product: product.name, lifeCycle: product.lifeCycleText(on: today, interpretation), zone: interpretation.zone.name,
            today: today, evidenceEndsOn: page.evidenceEndsOn, source: builder.source, now: strip,
            yearAgo: count >= Observation.smallSample ? yearAgo : nil, yearAgoWindow: yearAgo.window, yearAgoCount: count,
            coverage: histories.joins.coverage,
            phased: PhasedBuilder(product, histories, interpretation, agreements, asked: asked, page: page, now: now)?.picture,
            improvements: improvements.isEmpty ? nil : improvements)
    }
}
