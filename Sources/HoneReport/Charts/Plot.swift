import HoneFacts
import HoneLoop

/// Where a chart with two axes lies in its drawing, and what its axes are made of: gridlines, numbers, days.
struct Plot {
    static let width = 360.0
    var left = 30.0
    var right = 282.0
    var top = 26.0
    var bottom = 160.0

    /// The same with the left edge moved so that the numbers of an axis have room.
    func fitting(_ ticks: Ticks) -> Plot {
        var plot = self
        plot.left = max(22, Double(ticks.values.map { ticks.text($0).count }.max() ?? 1) * 6.2 + 6)
        return plot
    }

    /// The same with its upper edge moved down and its height kept, so that there is room above it.
    func lowered(to newTop: Double) -> Plot {
        var plot = self
        (plot.top, plot.bottom) = (newTop, bottom + newTop - top)
        return plot
    }

    /// The width that words at the right end need, bold ones too.
    static func room(_ labels: [String]) -> Double { Double(labels.map(\.count).max() ?? 0) * 6.7 }

    /// Room below the plot for one row of labels.
    var height: Double { bottom + 20 }

    /// Gridlines from 0 up with their numbers, and what they count at the top left.
    func grid(_ ticks: Ticks, caption: String) -> [Node] {
        let scale = ticks.scale(from: bottom, to: top)
        let lines = ticks.values.flatMap { value -> [Node] in
            let y = scale.position(value)
            return [
                Drawing.line(left, y, right, y, opacity: value == 0 ? "0.5" : "0.15"),
                Drawing.label(ticks.text(value), x: left - 4, y: y + 3.5, anchor: .end, size: 10),
            ]
        }
        return [Drawing.label(caption, x: 0, y: 11)] + lines
    }

    /// The same along the bottom.
    func columns(_ ticks: Ticks) -> [Node] {
        let scale = ticks.scale(from: left, to: right)
        return ticks.values.flatMap { value -> [Node] in
            let x = scale.position(value)
            return [
                Drawing.line(x, bottom, x, bottom + 3, opacity: "0.5"),
                Drawing.label(ticks.text(value), x: x, y: bottom + 14, anchor: .middle, size: 10),
            ]
        } + [Drawing.line(left, bottom, right, bottom, opacity: "0.5")]
    }

    /// A day between the first and the last one of a window, at the middle of its width.
    func x(_ day: CalendarDay, in window: Window) -> Double {
        left + (right - left) * (Double(day - window.from) + 0.5) / Double(max(1, window.length))
    }

    /// Marks where months, quarters or years begin, whichever there is room for.
    func days(of window: Window) -> [Node] {
        DayTicks(window).ticks.flatMap { day, text -> [Node] in
            let x = left + (right - left) * Double(day - window.from) / Double(max(1, window.length))
            // A word that does not fit at the end stands left of its mark.
            let anchor: Drawing.Anchor = x > right - 12 ? .end : .middle
            return [
                Drawing.line(x, bottom, x, bottom + 3, opacity: "0.5"),
                Drawing.label(text, x: x, y: bottom + 14, anchor: anchor, size: 10),
            ]
        }
    }

    /// Words beside values at the right end, moved apart where they would meet.
    func endLabels(_ labels: [(text: String, y: Double, isStrong: Bool)], size: Double = 10) -> [Node] {
        let places = Self.apart(labels.map(\.y), gap: size + 1.5, within: top...bottom)
        return zip(labels, places).map { label, y in
            Drawing.label(label.text, x: right + 5, y: y + 3.5, size: size, isStrong: label.isStrong)
        }
    }

    /// Places as near to the wanted ones as a gap between neighbours allows, in the same order.
    static func apart(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var places = wanted
        var lowest = range.lowerBound
        for index in order {
            places[index] = max(wanted[index], lowest)
            lowest = places[index] + gap
        }
        var highest = range.upperBound
        for index in order.reversed() where places[index] > highest {
            places[index] = highest
            highest -= gap
        }
        // What was pushed up may meet what stands above it.
        for (upper, lower) in zip(order, order.dropFirst()).reversed() where places[lower] - places[upper] < gap {
            places[upper] = places[lower] - gap
        }
        return places
    }
}
