import HoneFacts
import HoneLoop
import HoneMetrics

/// Everything behind one number: what it means, what it stands on, how to get it again.
struct MetricSection {
    let observation: Observation
    /// Nil for a metric that this page was given no definition for.
    let definition: MetricDefinition?
    let row: Scorecard.ProcessRow?
    let weeks: WeeklyColumns?
    let shareBar: Node?
    /// Ids of all sections, so that a guard links only where there is something to link to.
    let sections: Set<String>

    var id: String { observation.metric }
    var name: String { definition?.name ?? observation.metric }

    var node: Node {
        let words = ObservationWords(observation, definition)
        let question = definition.map { Tag.p([.class: "question"], .text($0.question)) } ?? .nothing
        let pictures = pictures
        return Tag.section(
            [.id: id, .class: "metric", .ariaLabelledBy: "\(id)-label"], Tag.h3([.id: "\(id)-label"], .text(name)), question,
            Tag.p([.class: "answer"], .text(words.answer), .text(observation.isAvailable ? "" : " "), doctor),
            pictures.isEmpty ? .nothing : Tag.div([.class: "pictures"], pictures), parts(words),
            Tag.dl([.class: "facts"], (meaning + evidence(words) + caution).map { Tag.div(Tag.dt(.text($0.0)), Tag.dd($0.1)) }),
            Tag.p([.class: "again"], Tag.code([.class: "command"], .text(words.command))))
    }

    private var doctor: Node { observation.isAvailable ? .nothing : ScorecardPage.next("hone doctor") }

    private var pictures: [Node] {
        var pictures: [Node] = []
        // A chart without a value says no more than the answer does.
        if let row, row.history.contains(where: { $0 != nil }) {
            pictures.append(
                figure(
                    "\(row.name), its own two years",
                    TrendChart(
                        name: row.name, values: row.history, counts: row.historyCounts, unit: observation.unit,
                        end: observation.window.to, breaks: row.breaks
                    ).node))
        }
        if let percentiles = observation.shownPercentiles, !observation.isSmallSample {
            figureOfSpread(percentiles).map { pictures.append($0) }
        }
        if let weeks { pictures.append(figure("Week by week", weeks.node)) }
        if let shareBar { pictures.append(figure("Against the reserve floor", shareBar)) }
        if let kinds = KindBars(observation)?.node {
            pictures.append(figure("By work kind: solid is improvement, dashed is unclassified", kinds))
        }
        return pictures
    }

    private func figureOfSpread(_ percentiles: Observation.Percentiles) -> Node? {
        guard percentiles.p95 > 0 else { return nil }
        return figure(
            "How the values spread, \(DayText.window(observation.window))",
            DistributionStrip(name: name, percentiles: percentiles, unit: observation.unit, n: observation.n).node)
    }

    private func figure(_ caption: String, _ chart: Node) -> Node { Tag.figure(Tag.figcaption(.text(caption)), chart) }

    private func parts(_ words: ObservationWords) -> Node {
        guard let parts = words.parts else { return .nothing }
        let numeric = Set(parts.headers.indices.filter { $0 > 0 && parts.headers[$0] != "left out" })
        return DataTable(
            caption: "Parts of \(name.lowercased())", headers: parts.headers, numeric: numeric,
            rows: parts.rows.map { $0.map { .text($0) } }
        ).node
    }
}
