import HoneFacts
package import HoneLoop
import HoneStatistics

/// What was planned, done and spent, added up, up to now and to the end of the plan.
package struct EarnedValueChart: Chart {
    let model: EarnedValuePlan
    let breaks: [Break]

    package init(_ model: EarnedValuePlan, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "Planned, earned and spent \(unit.isEmpty ? "budget" : unit)" }
    private var unit: String { model.unit }

    package var sentence: String {
        guard let standing = model.standing, isDrawable else { return "Fewer than two periods of the plan are known." }
        func text(_ value: Double) -> String { ValueText.short(value) + (unit.isEmpty ? "" : " \(unit)") }
        let schedule = standing.schedulePerformance.map { "SPI \(ValueText.short($0))" } ?? "no SPI, nothing was planned"
        let cost = model.costStanding?.costPerformance.map { "CPI \(ValueText.short($0))" } ?? "no CPI, nothing is spent"
        let estimate =
            model.costStanding?.estimateAtCompletion.map { "; at this rate the whole takes \(text($0)) instead of \(text(model.budget))" }
            ?? ""
        let costed =
            model.budgetWithoutCost > 0
            ? model.costStanding.map { " on \(text($0.earnedValue)) of it, as nobody says it of the rest" } ?? "" : ""
        let spent =
            model.spent.isEmpty
            ? ", and no source says what was spent (\(schedule))"
            : " for \(text(standing.actualCost)) spent\(costed) (\(schedule), \(cost))"
        let lines = model.lineCount > 0 ? " n \(CountText.counted(model.lineCount, "line")) of the plan." : ""
        return
            "Of \(text(standing.plannedValue)) planned by \(day) \(text(standing.earnedValue)) are done\(spent)\(estimate).\(lines)"
    }

    /// The day that the plan stands at.
    private var day: String {
        model.days.indices.contains(model.earned.count - 1) ? DayText.day(model.days[model.earned.count - 1]) : "now"
    }
    private var isDrawable: Bool { model.days.count >= 2 && model.planned.count == model.days.count }

    package var drawing: Node? {
        guard isDrawable, model.standing != nil, let first = model.days.first, let last = model.days.last, last > first else { return nil }
        let largest = max(model.budget, model.planned.max() ?? 0, model.spent.max() ?? 0)
        let ticks = Ticks(upTo: largest)
        let room = Plot(right: 262, bottom: 166).fitting(ticks)
        let window = Window(from: first, to: last)
        let dividers = Dividers(breaks, in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        func points(_ values: [Double], from period: Int = 0) -> [(x: Double, y: Double)] {
            zip(model.days.dropFirst(period), values).map { day, value in
                (x: plot.left + (plot.right - plot.left) * Double(day - first) / Double(last - first), y: scale.position(value))
            }
        }
        let (planned, earned, spent) = (
            points(model.planned), points(model.earned), points(model.spent, from: model.earned.count - model.spent.count)
        )
        let budget = scale.position(model.budget)
        var nodes =
            plot.grid(ticks, caption: "\(unit.isEmpty ? "budget" : unit), cumulative") + plot.days(of: window) + dividers.nodes(plot)
        nodes += [
            Drawing.line(plot.left, budget, plot.right, budget, opacity: "0.6", isDashed: true), Line.path(planned, isDashed: true),
            Line.path(earned, width: 2.4, name: "accent-line"),
        ]
        if spent.count > 1 { nodes.append(Line.path(spent, width: 1.2, opacity: "0.7")) }
        if let now = earned.last {
            nodes.append(Drawing.line(now.x, plot.top, now.x, plot.bottom, opacity: "0.4", isDashed: true))
            nodes += ([(now, "5")] + (spent.last.map { [($0, "3")] } ?? [])).map { point, size in
                Tag.circle([
                    .class: size == "5" ? "last" : "point", .cx: coordinate(point.x), .cy: coordinate(point.y),
                    .r: size == "5" ? "4" : "3", .fill: "currentColor",
                ])
            }
        }
        func label(_ word: String, _ values: [Double], _ points: [(x: Double, y: Double)]) -> (text: String, y: Double, isStrong: Bool) {
            ("\(word) \(ValueText.short(values.last ?? 0))", points.last?.y ?? 0, word == "earned")
        }
        nodes += plot.endLabels(
            [label("planned", model.planned, planned)] + (spent.isEmpty ? [] : [label("spent", model.spent, spent)])
                + [label("earned", model.earned, earned)])
        if abs(model.budget - (model.planned.last ?? 0)) > largest / 50 {
            nodes.append(Drawing.label("budget \(ValueText.short(model.budget))", x: plot.left + 4, y: budget - 4, size: 10))
        }
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }
}
