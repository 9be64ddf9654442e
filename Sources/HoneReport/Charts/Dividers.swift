import HoneFacts
import HoneLoop

/// Dated dividers of a chart: lines from top to bottom, with what became another one and when, in rows above the plot.
struct Dividers {
    private struct Placed {
        let x: Double
        let text: String
        let anchor: Drawing.Anchor
        /// From the plot upwards; nil where no row has room, and then the line alone stands.
        let row: Int?
    }

    private let placed: [Placed]
    private static let rowHeight = 12.0
    private static let mostRows = 3

    /// - Parameters:
    ///   - window: days that the plot shows; a break on its first day or outside divides nothing.
    ///   - plot: where it lies; its top is not looked at.
    init(_ breaks: [Break], in window: Window, _ plot: Plot) {
        let shown = breaks.filter { $0.day > window.from && $0.day < window.to }.sorted { ($0.day, $0.label) < ($1.day, $1.label) }
        var taken = [[ClosedRange<Double>]](repeating: [], count: Self.mostRows)
        placed = shown.map { mark in
            let x = plot.left + (plot.right - plot.left) * Double(mark.day - window.from) / Double(max(1, window.length))
            let text = "\(mark.label), \(DayText.short(mark.day))"
            let isLeft = x > (plot.left + plot.right) / 2
            let width = Double(text.count) * 5.4
            let span = isLeft ? x - 3 - width...x - 3 : x + 3...x + 3 + width
            let row = taken.firstIndex { !$0.contains { $0.overlaps(span) } }
            if let row { taken[row].append(span) }
            return Placed(x: x, text: text, anchor: isLeft ? .end : .start, row: row)
        }
    }

    /// How much room above the plot the words need.
    var height: Double { Double((placed.compactMap(\.row).max() ?? -1) + 1) * Self.rowHeight }

    /// The lines alone, for a picture that is too small for words.
    func lines(_ plot: Plot) -> [Node] {
        placed.map { Drawing.line($0.x, plot.top, $0.x, plot.bottom, opacity: "0.6", isDashed: true) }
    }

    func nodes(_ plot: Plot) -> [Node] {
        placed.flatMap { mark -> [Node] in
            let top = plot.top - 2 - Double(mark.row ?? 0) * Self.rowHeight
            let line = Drawing.line(mark.x, mark.row == nil ? plot.top : top - 9, mark.x, plot.bottom, opacity: "1", isDashed: true)
            guard mark.row != nil else { return [line] }
            let x = mark.anchor == .end ? mark.x - 3 : mark.x + 3
            return [line, Drawing.label(mark.text, x: x, y: top, anchor: mark.anchor, size: 10)]
        }
    }
}
