import HoneFacts
package import HoneLoop
import HoneStatistics

/// A count week by week with its natural process limits, computed anew behind each dated divider (XmR chart).
package struct ProcessLimitsChart: Chart {
    let model: WeeklySeriesOfCounts
    let breaks: [Break]

    package init(_ model: WeeklySeriesOfCounts, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "\(model.noun) a week with natural process limits, \(model.counts.count) weeks" }

    package var sentence: String {
        let all = model.counts.reduce(0, +)
        guard let limits = model.segments.last(where: { $0.limits != nil })?.limits else {
            return "Only \(model.counts.count) whole weeks are known, too few for limits."
        }
        let signs = signals.count
        let range =
            limits.lower > 0
            ? "between \(ValueText.short(limits.lower)) and \(ValueText.short(limits.upper))" : "up to \(ValueText.short(limits.upper))"
        let odd =
            signs == 0
            ? "no week stands out of it"
            : "\(signs) week\(signs == 1 ? " stands" : "s stand") out, alone or in a run, and \(signs == 1 ? "asks" : "ask") for a look"
        return "\(ValueText.grouped(all)) \(model.noun) in \(model.counts.count) weeks, \(ValueText.short(limits.centre)) a week; routine "
            + "variation is \(range)\(limits.isProvisional ? ", provisionally (under ten weeks)" : ""), and \(odd)."
    }

    private typealias Segment = (weeks: Range<Int>, limits: ProcessLimits?)

    /// Weeks at which one of the usual rules finds a sign: outside of the limits, eight in a row on one side, three of four far out.
    private var signals: [Int] {
        model.segments.flatMap { segment -> [Int] in
            guard let limits = segment.limits else { return [] }
            let values = model.counts[segment.weeks].map(Double.init)
            let signs = Set(ChartRule.usual.flatMap { $0.signs(in: values, limits: limits) })
            return signs.sorted().map { segment.weeks.lowerBound + $0 }
        }
    }

    package var drawing: Node? {
        let segments = model.segments
        guard segments.contains(where: { $0.limits != nil }) else { return nil }
        let largest = max(Double(model.counts.max() ?? 0), segments.compactMap { $0.limits?.upper }.max() ?? 0)
        let ticks = Ticks(upTo: largest, isWhole: true)
        let window = Window(from: model.firstMonday, to: model.monday(model.counts.count))
        let room = Plot(bottom: 164).fitting(ticks)
        let dividers = Dividers(marks, in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        let step = (plot.right - plot.left) / Double(model.counts.count)
        func x(_ week: Int) -> Double { plot.left + (Double(week) + 0.5) * step }
        let points = model.counts.enumerated().map { (x: x($0), y: scale.position(Double($1))) }
        var nodes = plot.grid(ticks, caption: "\(model.noun) a week · n \(ValueText.grouped(model.counts.reduce(0, +)))")
        nodes += plot.days(of: window)
        for segment in segments {
            nodes += limitLines(segment, from: plot.left + Double(segment.weeks.lowerBound) * step, step: step, scale)
            nodes.append(Line.path(segment.weeks.map { points[$0] }, width: 1))
        }
        nodes.append(Dots.path(points, size: 3.5, opacity: "1", name: "points"))
        for week in signals {
            nodes.append(
                Tag.circle([
                    .class: "signal", .cx: coordinate(points[week].x), .cy: coordinate(points[week].y), .r: "5", .fill: "none",
                    .stroke: "currentColor", .strokeWidth: "1.5",
                ]))
        }
        nodes += dividers.nodes(plot)
        if let limits = segments.last?.limits { nodes += plot.endLabels(Self.labels(limits, scale)) }
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }

    private func limitLines(_ segment: Segment, from left: Double, step: Double, _ scale: Scale) -> [Node] {
        guard let limits = segment.limits else { return [] }
        let right = left + Double(segment.weeks.count) * step
        let (top, bottom) = (scale.position(limits.upper), scale.position(max(0, limits.lower)))
        let lower = limits.lower > 0 ? [Drawing.line(left, bottom, right, bottom, opacity: "0.6", isDashed: true)] : []
        let centre = scale.position(limits.centre)
        return [
            Drawing.box(left, top, right - left, bottom - top, opacity: "0.08", name: "band"),
            Drawing.line(left, top, right, top, opacity: "0.6", isDashed: true), Drawing.line(left, centre, right, centre, opacity: "0.6"),
        ] + lower
    }

    private static func labels(_ limits: ProcessLimits, _ scale: Scale) -> [(text: String, y: Double, isStrong: Bool)] {
        let all = [("limit", limits.upper), ("mean", limits.centre)] + (limits.lower > 0 ? [("limit", limits.lower)] : [])
        return all.map { ("\($0.0) \(ValueText.short($0.1))", scale.position($0.1), $0.0 == "mean") }
    }

    /// The weeks at which limits begin anew, and what else became another one: a switch is marked once, where its week begins.
    private var marks: [Break] {
        let weeks = model.dividers.map { Break(day: model.monday($0.week), label: $0.label) }
        return weeks + breaks.filter { mark in !weeks.contains { $0.label == mark.label && $0.day.startOfWeek == mark.day.startOfWeek } }
    }
}
