package import HoneFacts
package import HoneLoop

/// One column a week from 0 up; the weeks of the window stand darker and are named.
package struct WeeklyColumns {
    /// What is counted, for example `items finished`.
    let noun: String
    let weeks: [(monday: CalendarDay, count: Int)]
    let window: Window
    let breaks: [Break]

    package init(noun: String, weeks: [(monday: CalendarDay, count: Int)], window: Window, breaks: [Break] = []) {
        self.breaks = breaks
        self.noun = noun
        self.weeks = weeks
        self.window = window
    }

    package var node: Node {
        let width = 360.0
        let largest = Scale.rounded(up: Double(weeks.map(\.count).max() ?? 0))
        let left = Double(ValueText.grouped(Int(largest)).count) * 6 + 8
        let room = Plot(left: left, right: width, top: 22, bottom: 88)
        let first = weeks.first?.monday ?? window.from
        let dividers = Dividers(breaks, in: Window(from: first, to: first + 7 * weeks.count), room)
        let plot = room.lowered(to: room.top + dividers.height)
        let (top, bottom) = (plot.top, plot.bottom)
        let scale = Scale(largest: largest, from: bottom, to: top)
        let step = (width - left) / Double(max(1, weeks.count))
        var nodes = [
            Drawing.label("\(noun) a week", x: 0, y: 10), Drawing.line(left, top, width, top, opacity: "0.15"),
            Drawing.label(ValueText.grouped(Int(largest)), x: left - 5, y: top + 4, anchor: .end, size: 10),
            Drawing.label("0", x: left - 5, y: bottom + 3, anchor: .end, size: 10),
        ]
        for (index, week) in weeks.enumerated() {
            let isCurrent = window.contains(week.monday)
            let y = scale.position(Double(week.count))
            nodes.append(
                Drawing.box(
                    left + Double(index) * step + step * 0.12, y, step * 0.76, bottom - y, opacity: isCurrent ? "1" : "0.3",
                    name: isCurrent ? "accent" : "box"))
        }
        nodes.append(Drawing.line(left, bottom, width, bottom))
        nodes += dates(left, step, dividers.height > 0 ? top : top - 6, bottom) + dividers.nodes(plot)
        return Drawing(width: width, height: 120 + dividers.height, title: title, description: words).svg(nodes)
    }

    private func dates(_ left: Double, _ step: Double, _ top: Double, _ bottom: Double) -> [Node] {
        guard let first = weeks.first, let last = weeks.last else { return [] }
        var nodes = [Drawing.label(DayText.month(first.monday), x: left, y: bottom + 13, size: 10)]
        nodes.append(Drawing.label(DayText.short(last.monday + 6), x: 360, y: bottom + 13, anchor: .end, size: 10))
        if let begin = weeks.firstIndex(where: { window.contains($0.monday) }), begin > 0 {
            let x = left + Double(begin) * step
            nodes.append(Drawing.line(x, top, x, bottom + 16, opacity: "0.6", isDashed: true))
            nodes.append(
                Drawing.label(
                    "these \(DayText.length(window)): \(ValueText.grouped(current))", x: 360, y: bottom + 28, anchor: .end, isStrong: true))
            nodes.append(Drawing.label("before: \(ValueText.grouped(total - current)) in \(begin) weeks", x: left, y: bottom + 28))
        }
        return nodes
    }

    private var total: Int { weeks.map(\.count).reduce(0, +) }
    private var current: Int { weeks.filter { window.contains($0.monday) }.map(\.count).reduce(0, +) }
    private var title: String { "\(noun) a week, \(weeks.count) weeks" }

    private var words: String {
        let counts = weeks.map { "\($0.monday) \($0.count)" }.joined(separator: ", ")
        return "\(ValueText.grouped(total)) in \(weeks.count) weeks, by Monday: \(counts)."
    }
}
