package import HoneFacts
import HoneMetrics

/// Builds the pictures of the metrics from histories. Pure: the same inputs give the same picture.
package struct MetricsBuilder {
    let product: Product
    let interpretation: Interpretation
    let histories: Histories
    /// Seconds since 1970.
    let now: Int64
    let page: PageWindow
    let agreements: Agreements
    /// Replaced versions of item facts.
    let earlier: [EarlierItem]

    /// - Parameter asked: nil for the window that the scorecard has.
    package init(
        product: Product, interpretation: Interpretation, histories: Histories, agreements: Agreements = Agreements([]),
        earlier: [EarlierItem] = [], window asked: Window?, now: Int64
    ) {
        self.product = product
        (self.agreements, self.earlier) = (agreements, earlier)
        self.interpretation = interpretation
        self.histories = histories
        self.now = now
        page = PageWindow(asked: asked, histories: histories, interpretation: interpretation, now: now)
    }

    var window: Window { page.window }
    /// The 52 weeks that end with the window: what a chart of weeks or iterations shows.
    var year: Window { Window(from: window.to + -364, to: window.to) }
    var zone: ZoneTable { interpretation.zone }
    /// The day behind the last one that the evidence speaks of: zeros after it are not known to be zeros.
    var endOfEvidence: CalendarDay { min(page.evidenceEndsOn.map { $0 + 1 } ?? window.to, zone.day(atSeconds: lastSecond) + 1) }
    /// The same for what is finished, where its sources were not read so long.
    var endOfItems: CalendarDay { min(endOfEvidence, zone.day(atSeconds: histories.known(until: now, of: .items)) + 1) }
    /// The last second before the window's end, or now where that is earlier.
    var lastSecond: Int64 { min(zone.startOfDay(window.to) - 1, now) }

    package var picture: MetricsPicture {
        let today = zone.day(atSeconds: now)
        var trends = CapabilityBuilder(histories, interpretation, page, HistoryPoints(), now: now)
        let capability = trends.capability()
        let trendBreaks = (capability?.trends ?? []).map { ($0.metric, breaks(of: $0.metric)) }
        return MetricsPicture(
            product: product.name, lifeCycle: product.lifeCycleText(on: today, interpretation), zone: zone.name, today: today,
            window: window, evidenceEndsOn: page.evidenceEndsOn, sections: marked(sections),
            capability: capability, capabilityBreaks: Dictionary(trendBreaks) { first, _ in first })
    }

    private func breaks(of metric: String) -> [Break] { Break.all(of: metric, product, agreements, zone, until: zone.day(atSeconds: now)) }

    /// The sections with what happened to their numbers on purpose, and each first picture of a number with what the number alone
    /// would hide.
    private func marked(_ sections: [MetricsPicture.Section]) -> [MetricsPicture.Section] {
        let signs = SignsOfWindow(
            histories, context(window), limits: agreements.limits(on: zone.day(atSeconds: now)), earlier: earlier)
        var seen: Set<String> = []
        return sections.map { section in
            if case .missing = section.content { return section }
            let isFirst = seen.insert(section.metric).inserted
            return .init(
                metric: section.metric, title: section.title, content: section.content, breaks: breaks(of: section.metric),
                signs: isFirst ? signs[section.metric] : [])
        }
    }

    /// In the order of the page: how long, how much, where it waits, how good, what is to come.
    private var sections: [MetricsPicture.Section] {
        let times = finishedTimes
        return [
            .init(metric: times.metric, title: "\(times.name) of each \(times.noun)", content: times.scatter),
            .init(metric: times.metric, title: "How \(times.name.lowercased()) spreads", content: times.histogram),
            .init(metric: "throughput", title: "Throughput week by week", content: throughput),
            .init(metric: "wip", title: "Cumulative flow", content: cumulativeFlow),
            .init(metric: "work-item-age", title: "Age of the work in progress", content: aging),
            .init(metric: "stage-time", title: "Time in each stage", content: stageTimes),
            .init(metric: "open-items-survival", title: "How long started work stays open", content: survival),
            .init(metric: "throughput", title: "Forecast", content: forecast),
            .init(metric: "improvement-share", title: "Improvement share against the reserve", content: improvementShare),
            .init(metric: "defect-removal-by-phase", title: "Where defects are found", content: defects),
            .init(metric: "code-hotspots", title: "Hotspots of the code", content: hotspots),
        ] + beforeAfter + (earnedValue.map { [.init(metric: "earned-value", title: "Earned value", content: $0)] } ?? [])
    }

    /// Each measured improvement has its picture where it is spoken of: on the page of improvements.
    private var beforeAfter: [MetricsPicture.Section] {
        guard agreements.improvements.allSatisfy({ $0.measured == nil }) else { return [] }
        return [
            .init(
                metric: "", title: "Before and after an improvement",
                content: .missing("no improvement with a measured effect is on record"))
        ]
    }

    func context(_ window: Window, _ options: MetricOptions = MetricOptions()) -> MeasureContext {
        MeasureContext(interpretation: interpretation, window: window, options: options, now: now)
    }

    /// What a metric measured over a window, or why it cannot.
    func rows(_ metric: some Metric, over window: Window) -> (rows: MeasuredRows?, reason: String) {
        switch metric.measure(histories, context(window).over(window)) {
        case .unavailable(let reason): (nil, reason.asPart)
        case .rows(let rows): (rows, "")
        }
    }
}
