import HoneFacts
package import HoneLoop
package import HoneMetrics

/// The charts of the metrics as one self-contained web page: a pure function of the picture.
package struct MetricsPage: Sendable {
    package let picture: MetricsPicture
    let definitions: [MetricDefinition]
    /// Files of pages beside this one on which the evidence shows nothing: no link leads there.
    let emptyPages: Set<String>

    package init(_ picture: MetricsPicture, definitions: [MetricDefinition], emptyPages: Set<String> = []) {
        self.picture = picture
        (self.definitions, self.emptyPages) = (definitions, emptyPages)
    }

    /// Whether the evidence gives no picture at all.
    package var isEmpty: Bool {
        (picture.capability?.trends.isEmpty ?? true) && charts.allSatisfy { $0.chart.drawing == nil }
    }

    package var html: String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(picture.product): charts, \(DayText.window(picture.window))", [MetricsStyle.sheet]),
            Tag.body(
                Tag.a([.class: "skip", .href: "#content"], "Skip to the charts"), heading,
                Tag.main([.id: "content", .tabindex: "-1"], [pictures, capability, missing]),
                PageFrame.footing(today: picture.today, zone: picture.zone)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private var heading: Node {
        Tag.header(
            [.class: "title"], Tag.h1(.text(picture.product)),
            Tag.p([.class: "subtitle"], .text("Charts of the metrics · \(picture.lifeCycle) · \(DayText.window(picture.window))")),
            picture.evidenceEndsOn.map { Tag.p([.class: "remark"], .text("The evidence ends on \(DayText.day($0)).")) } ?? .nothing,
            Tag.p(
                [.class: "back"], Tag.a([.href: "index.html"], "the scorecard"), " · ",
                emptyPages.contains("loop.html")
                    ? .nothing : .group([Tag.a([.href: "loop.html"], "from idea to working product"), " · "]),
                Tag.a([.href: "glossary.html"], "the glossary")))
    }

    private var charts: [(section: MetricsPicture.Section, chart: any Chart)] {
        picture.sections.compactMap { section in Self.chart(section.content, section.breaks).map { (section, $0) } }
    }

    private var pictures: Node {
        let figures = charts.compactMap { section, chart -> Node? in
            guard let drawing = chart.drawing else { return nil }
            return figure(
                section.title, chart.sentence, drawing,
                FigureWords(section.metric, definitions, excluded: section.content.excluded, breaks: section.breaks), section.signs)
        }
        guard !figures.isEmpty else { return .nothing }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "pictures-label"], Tag.h2([.id: "pictures-label"], "What the evidence shows"),
            Tag.div([.class: "charts"], figures))
    }

    private var capability: Node {
        guard let capability = picture.capability, !capability.trends.isEmpty else { return .nothing }
        let figures = zip(capability.trends, capability.probabilities).compactMap { trend, probability -> Node? in
            let breaks = picture.capabilityBreaks[trend.metric] ?? []
            let chart = CapabilityChart(trend, probability: probability, breaks: breaks)
            let words = FigureWords(
                trend.metric, definitions, version: trend.version, sample: CapabilityWords.sample(trend), breaks: breaks)
            return chart.drawing.map { figure(trend.name, chart.sentence, $0, words, []) }
        }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "capability-label"],
            Tag.h2([.id: "capability-label"], "Capability over the whole history"), Tag.p([.class: "soft"], .text(CapabilityWords.note)),
            Tag.div([.class: "charts"], figures))
    }

    /// The sentence stands before the picture; behind it what it would hide, and what the number means and leaves out.
    private func figure(_ title: String, _ sentence: String, _ drawing: Node, _ words: FigureWords, _ signs: [Sign]) -> Node {
        let pattern = SignWords.sentences(signs).map { Tag.p([.class: "pattern"], .text("\(SignWords.mark) \($0)")) }
        return Tag.figure(
            Tag.h3(.text(title)), Tag.p([.class: "sentence"], .text(sentence)), drawing, pattern ?? .nothing, words.node)
    }

    /// What cannot be drawn, each reason once.
    private var missing: Node {
        func lowered(_ title: String) -> String { title.prefix(1).lowercased() + title.dropFirst() }
        var byReason: [(reason: String, titles: [String])] = []
        for section in picture.sections {
            guard case .missing(let reason) = section.content else { continue }
            if let place = byReason.firstIndex(where: { $0.reason == reason }) {
                byReason[place].titles.append(lowered(section.title))
            } else {
                byReason.append((reason, [lowered(section.title)]))
            }
        }
        let absent = byReason.map { "\($0.titles.joined(separator: ", ")), because \($0.reason)" }
        let small = charts.filter { $0.chart.drawing == nil }.map { "\(lowered($0.section.title)): \($0.chart.sentence.dropLast())" }
        guard !(absent + small).isEmpty else { return .nothing }
        return Tag.section(
            [.class: "chart-group", .ariaLabelledBy: "missing-label"], Tag.h2([.id: "missing-label"], "For lack of evidence"),
            Tag.p(.text("Not shown: \((absent + small).joined(separator: "; ")).")))
    }

    /// Nil for what the evidence cannot give.
    static func chart(_ content: MetricsPicture.Content, _ breaks: [Break] = []) -> (any Chart)? {
        switch content {
        case .scatter(let model): ScatterChart(model, breaks: breaks)
        case .histogram(let model): HistogramChart(model)
        case .cumulativeFlow(let model): CumulativeFlowChart(model, breaks: breaks)
        case .aging(let model): AgingChart(model)
        case .throughput(let model): ProcessLimitsChart(model, breaks: breaks)
        case .stageTimes(let model): StageTimesChart(model)
        case .improvementShare(let model): ShareByPeriodChart(model, breaks: breaks)
        case .hotspots(let model): HotspotsChart(model)
        case .defects(let model): DefectFunnelChart(model)
        case .survival(let model): SurvivalChart(model)
        case .forecast(let model): ForecastFanChart(model, breaks: breaks)
        case .earnedValue(let model): EarnedValueChart(model, breaks: breaks)
        case .missing: nil
        }
    }
}
