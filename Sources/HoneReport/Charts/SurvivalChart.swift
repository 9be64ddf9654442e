import HoneFacts
package import HoneLoop
import HoneMetrics
import HoneStatistics

/// The share of started items that is still open after so many days, with its 95 % interval (Kaplan-Meier).
package struct SurvivalChart: Chart {
    let model: SurvivalOfWork

    package init(_ model: SurvivalOfWork) {
        self.model = model
    }

    package var title: String { "Share of \(ValueText.grouped(model.n)) started items still open, by days" }

    package var sentence: String {
        guard isDrawable else { return "Too few for a curve: \(CountText.counted(model.n, "item")) started." }
        func days(_ share: Double) -> String? { model.curve.time(untilDone: share).map { "\(ValueText.short($0)) d" } }
        let half =
            days(0.5).map { "Half of the \(ValueText.grouped(model.n)) items started in the year are finished within \($0)" }
            ?? "Fewer than half of the \(ValueText.grouped(model.n)) items started in the year are known to be finished"
        let most = days(0.85).map { ", 85 % within \($0)" } ?? ""
        let known = [(model.open, "still open"), (model.cancelled, "cancelled")].filter { $0.0 > 0 }
            .map { "\(ValueText.grouped($0.0)) \($0.1)" }.joined(separator: " and ")
        return "\(half)\(most)" + (known.isEmpty ? "." : "; \(known) count as open for as long as they are known to have been.")
    }

    private var isDrawable: Bool { model.n >= Observation.smallSample && model.curve.steps.contains { $0.events > 0 } }

    /// Beyond the day on which 98 % are over the axis would be mostly empty.
    private var lastDay: Double {
        let last = model.curve.steps.last?.time ?? 1
        return min(last, max((model.curve.time(untilDone: 0.95) ?? last) * 1.4, 5))
    }

    package var drawing: Node? {
        guard isDrawable else { return nil }
        let plot = Plot(left: 40, right: 340, bottom: 158)
        let (vertical, horizontal) = (Ticks(upTo: 100, unit: " %"), Ticks(upTo: lastDay, most: 6, isWhole: true))
        let scale = Scale(largest: vertical.largest / 100, from: plot.bottom, to: plot.top)
        let across = horizontal.scale(from: plot.left, to: plot.right)
        let steps = thinned.filter { $0.time <= across.largest }
        func points(_ value: (KaplanMeier.Step) -> Double) -> [(x: Double, y: Double)] {
            let first = [(x: plot.left, y: scale.position(1))]
            return Line.steps(first + steps.map { (x: across.position($0.time), y: scale.position(value($0))) })
        }
        let lower = points { $0.interval(level: 0.95)?.lower ?? $0.survival }
        let upper = points { $0.interval(level: 0.95)?.upper ?? $0.survival }
        var nodes = plot.grid(vertical, caption: "still open, per cent · n \(ValueText.grouped(model.n)), band 95 % interval")
        nodes += plot.columns(horizontal)
        nodes.append(Line.area(upper: upper, lower: lower, opacity: "0.15", name: "interval"))
        nodes.append(Line.path(points(\.survival), width: 2))
        nodes += [(0.5, "half done"), (0.85, "85 % done")].flatMap { mark($0, $1, across, scale, plot) }
        nodes.append(Drawing.label("days since the start", x: plot.right, y: plot.bottom + 28, anchor: .end, size: 10))
        return Drawing(width: Plot.width, height: plot.height + 14, title: title, description: words).svg(nodes)
    }

    private func mark(_ share: Double, _ text: String, _ across: Scale, _ scale: Scale, _ plot: Plot) -> [Node] {
        guard let time = model.curve.time(untilDone: share), time <= across.largest else { return [] }
        let (x, y) = (across.position(time), scale.position(1 - share))
        let isLeft = x > plot.right - 90
        return [
            Drawing.line(x, y, x, plot.bottom, opacity: "0.7", isDashed: true),
            Tag.circle([.class: "last", .cx: coordinate(x), .cy: coordinate(y), .r: "3", .fill: "currentColor"]),
            Drawing.label(
                "\(text): \(ValueText.short(time)) d", x: isLeft ? x - 6 : x + 6, y: y - 5, anchor: isLeft ? .end : .start, size: 10,
                isStrong: share > 0.5),
        ]
    }

    /// Steps at which something ends, at most about a hundred of them: more cannot be told apart.
    private var thinned: [KaplanMeier.Step] {
        let steps = model.curve.steps.filter { $0.events > 0 && $0.time <= lastDay * 1.2 }
        guard steps.count > 100 else { return steps }
        return stride(from: 0, to: steps.count, by: (steps.count + 99) / 100).map { steps[$0] }
    }

    private var words: String {
        let days = [0.25, 0.5, 0.75, 0.85, 0.95].compactMap { share in
            model.curve.time(untilDone: share).map { "\(ValueText.percent(share)) % within \(ValueText.short($0)) d" }
        }
        return "\(sentence) Finished: \(days.joined(separator: ", "))."
    }
}
