import HoneFacts
package import HoneLoop
import HoneStatistics

/// What was planned, done and spent, added up, up to now and to the end of the plan.
package struct EarnedValueChart: Chart {
    let model: EarnedValuePlan

    package init(_ model: EarnedValuePlan) {
        self.model = model
    }

    package var title: String { "Planned, earned and spent \(model.unit)" }

    package var sentence: String {
        guard let standing = model.standing, isDrawable else { return "Fewer than two periods of the plan are known." }
        func text(_ value: Double) -> String { "\(ValueText.short(value)) \(model.unit)" }
        let schedule = standing.schedulePerformance.map { "SPI \(ValueText.short($0))" } ?? "no SPI, nothing was planned"
        let cost = standing.costPerformance.map { "CPI \(ValueText.short($0))" } ?? "no CPI, nothing is spent"
        let estimate =
            standing.estimateAtCompletion.map { "; at this rate the whole takes \(text($0)) instead of \(text(model.budget))" } ?? ""
        return
            "Of \(text(standing.plannedValue)) planned by now \(text(standing.earnedValue)) are done for \(text(standing.actualCost)) spent "
            + "(\(schedule), \(cost))\(estimate)."
    }

    private var isDrawable: Bool { model.days.count >= 2 && model.planned.count == model.days.count }

    package var drawing: Node? {
        guard isDrawable, model.standing != nil, let first = model.days.first, let last = model.days.last, last > first else { return nil }
        let largest = max(model.budget, model.planned.max() ?? 0, model.spent.max() ?? 0)
        let ticks = Ticks(upTo: largest)
        let plot = Plot(right: 262, bottom: 166).fitting(ticks)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        let window = Window(from: first, to: last)
        func points(_ values: [Double]) -> [(x: Double, y: Double)] {
            zip(model.days, values).map { day, value in
                (x: plot.left + (plot.right - plot.left) * Double(day - first) / Double(last - first), y: scale.position(value))
            }
        }
        let (planned, earned, spent) = (points(model.planned), points(model.earned), points(model.spent))
        let budget = scale.position(model.budget)
        var nodes = plot.grid(ticks, caption: "\(model.unit), cumulative") + plot.days(of: window)
        nodes += [
            Drawing.line(plot.left, budget, plot.right, budget, opacity: "0.6", isDashed: true), Line.path(planned, isDashed: true),
            Line.path(spent, width: 1.2, opacity: "0.7"), Line.path(earned, width: 2.4, name: "accent-line"),
        ]
        if let now = earned.last {
            nodes.append(Drawing.line(now.x, plot.top, now.x, plot.bottom, opacity: "0.4", isDashed: true))
            nodes += [(now, "5"), (spent.last ?? now, "3")].map { point, size in
                Tag.circle([
                    .class: size == "5" ? "last" : "point", .cx: coordinate(point.x), .cy: coordinate(point.y),
                    .r: size == "5" ? "4" : "3", .fill: "currentColor",
                ])
            }
        }
        func label(_ word: String, _ values: [Double], _ points: [(x: Double, y: Double)]) -> (text: String, y: Double, isStrong: Bool) {
            ("\(word) \(ValueText.short(values.last ?? 0))", points.last?.y ?? 0, word == "earned")
        }
        nodes += plot.endLabels([
            label("planned", model.planned, planned), label("spent", model.spent, spent), label("earned", model.earned, earned),
        ])
        if abs(model.budget - (model.planned.last ?? 0)) > largest / 50 {
            nodes.append(Drawing.label("budget \(ValueText.short(model.budget))", x: plot.left + 4, y: budget - 4, size: 10))
        }
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }
}
