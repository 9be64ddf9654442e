import HoneFacts
package import HoneLoop
import HoneMetrics

/// A number week by week around the day something was changed, with the level before and after and their intervals.
package struct BeforeAfterChart: Chart {
    let model: BeforeAfterPair

    package init(_ model: BeforeAfterPair) {
        self.model = model
    }

    package var title: String { "\(model.name) before and after: \(model.change)" }

    package var sentence: String {
        guard isDrawable else { return "Too few weeks are known on both sides of \(DayText.day(model.changedOn)) for a picture." }
        return "\(model.name) was \(text(model.before.value)) before \(DayText.day(model.changedOn)) "
            + "(\(range(model.before)), n \(ValueText.grouped(model.before.n))) and \(text(model.after.value)) since "
            + "(\(range(model.after)), n \(ValueText.grouped(model.after.n))); other causes are possible."
    }

    private func text(_ value: Double) -> String { unit.text(value) }
    private func range(_ level: BeforeAfterPair.Level) -> String { unit.range(level.lower, level.upper) }

    private var largest: Double { max(model.weeks.compactMap(\.value).max() ?? 0, model.before.upper, model.after.upper) }
    private var unit: AxisUnit { AxisUnit(model.unit, largest: largest) }

    private var isDrawable: Bool {
        let known = model.weeks.filter { $0.value != nil }
        return known.count { $0.monday < model.changedOn } >= 2 && known.count { $0.monday >= model.changedOn } >= 2
    }

    package var drawing: Node? {
        guard isDrawable, let first = model.weeks.first, let last = model.weeks.last else { return nil }
        let (largest, unit) = (largest, unit)
        let ticks = Ticks(upTo: largest * unit.factor, unit: unit.suffix)
        let window = Window(from: first.monday, to: last.monday + 7)
        let room = Plot(top: 28, bottom: 154).fitting(ticks)
        // What was changed stands in the title: a label of any length would leave the picture.
        let dividers = Dividers(model.breaks + [Break(day: model.changedOn, label: "changed")], in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = Scale(largest: ticks.largest / unit.factor, from: plot.bottom, to: plot.top)
        func middle(_ week: CalendarDay) -> Double { plot.x(week + 3, in: window) }
        let change = plot.left + (plot.right - plot.left) * Double(model.changedOn - window.from) / Double(max(1, window.length))
        var nodes = plot.grid(ticks, caption: "\(model.name.lowercased())\(unit.word.isEmpty ? "" : ", \(unit.word)"), by week")
        nodes += plot.days(of: window)
        nodes += level(model.before, plot.left, change, scale) + level(model.after, change, plot.right, scale)
        for isAfter in [false, true] {
            let points = model.weeks.filter { ($0.monday >= model.changedOn) == isAfter }.compactMap { week in
                week.value.map { (x: middle(week.monday), y: scale.position($0)) }
            }
            nodes += [
                Line.path(points, width: 0.8, opacity: "0.5"), Dots.path(points, size: isAfter ? 5 : 3.5, opacity: "1", name: "points"),
            ]
        }
        nodes += dividers.nodes(plot)
        let before = scale.position(model.before.value)
        nodes += [Drawing.line(change, before, plot.right, before, opacity: "0.6", isDashed: true)]
        nodes += plot.endLabels([
            ("before \(text(model.before.value))", before, false),
            ("after \(text(model.after.value))", scale.position(model.after.value), true),
        ])
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }

    private func level(_ level: BeforeAfterPair.Level, _ from: Double, _ to: Double, _ scale: Scale) -> [Node] {
        let (top, bottom, y) = (scale.position(level.upper), scale.position(max(0, level.lower)), scale.position(level.value))
        return [
            Drawing.box(from, top, to - from, bottom - top, opacity: "0.12", name: "band"),
            Line.path([(x: from, y: y), (x: to, y: y)], width: 2),
        ]
    }
}
