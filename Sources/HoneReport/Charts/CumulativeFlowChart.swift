import HoneFacts
package import HoneLoop

/// Items that had reached each stage, day by day: the height of a band is what is in a stage, its slope what passes through.
package struct CumulativeFlowChart: Chart {
    let model: CumulativeFlow
    let breaks: [Break]

    package init(_ model: CumulativeFlow, breaks: [Break] = []) {
        (self.model, self.breaks) = (model, breaks)
    }

    package var title: String { "Cumulative flow, \(model.days.count) days" }

    package var sentence: String {
        guard let last = model.days.indices.last, model.stages.count >= 2, let done = model.reached.last?.last else {
            return "No stage between the commitment and done is known, so nothing flows."
        }
        let leftOut = model.leftOut > 0 ? " Left out: \(CountText.counted(model.leftOut, "item")) without transitions." : ""
        return "In \(model.days.count) days \(ValueText.grouped(done)) items came to done for the first time; "
            + "\(ValueText.grouped(model.atBeginning)) were on their way there at the beginning, "
            + "\(ValueText.grouped(model.inProgress(on: last))) at the end. What goes back stays counted where it had come to.\(leftOut)"
    }

    package var drawing: Node? {
        guard let first = model.days.first, let last = model.days.last, model.days.count >= 7, model.stages.count >= 2,
            let largest = model.reached.first?.last, largest > 0
        else { return nil }
        let window = Window(from: first, to: last + 1)
        let ticks = Ticks(upTo: Double(largest), isWhole: true)
        let room = Plot(right: min(280, 355 - Plot.room(model.stages.indices.map { words($0) }))).fitting(ticks)
        let dividers = Dividers(breaks, in: window, room)
        let plot = room.lowered(to: room.top + dividers.height)
        let scale = ticks.scale(from: plot.bottom, to: plot.top)
        // What was reached by noon of a day is not known; the line stands at its end.
        let x = model.days.map { plot.x($0, in: window) }
        let lines = model.reached.map { counts in zip(x, counts).map { (x: $0, y: scale.position(Double($1))) } }
        let floor = x.map { (x: $0, y: plot.bottom) }
        var nodes = plot.grid(ticks, caption: "items that reached a stage, cumulative") + plot.days(of: window)
        for (stage, line) in lines.enumerated() {
            let isDone = stage == lines.count - 1
            let below = isDone ? floor : lines[stage + 1]
            nodes.append(
                Line.area(
                    upper: line, lower: below, opacity: isDone ? "0.85" : stage % 2 == 0 ? "0.3" : "0.14", name: isDone ? "accent" : "area")
            )
            nodes.append(Line.path(line, width: 1, opacity: "0.75", name: "edge"))
        }
        nodes += plot.endLabels(labels(lines, plot)) + dividers.nodes(plot)
        return Drawing(width: Plot.width, height: plot.height, title: title, description: sentence).svg(nodes)
    }

    /// Beside the middle of each band's end: the stage and how many are in it.
    private func labels(_ lines: [[(x: Double, y: Double)]], _ plot: Plot) -> [(text: String, y: Double, isStrong: Bool)] {
        let last = model.days.count - 1
        return model.stages.indices.map { stage in
            let isDone = stage == model.stages.count - 1
            let below = isDone ? plot.bottom : lines[stage + 1][last].y
            return (words(stage), (lines[stage][last].y + below) / 2, isDone)
        }
    }

    /// A stage and how many are in it at the end.
    private func words(_ stage: Int) -> String {
        let last = model.days.count - 1
        let next = stage == model.stages.count - 1 ? 0 : model.reached[stage + 1][last]
        let name = model.stages[stage].count > 11 ? model.stages[stage].prefix(10) + "…" : model.stages[stage]
        return "\(name) \(ValueText.grouped(model.reached[stage][last] - next))"
    }
}
