import Foundation

/// The rows as text for a terminal: two lines a row, ours above the peer's.
package struct Table: Sendable {
    package var rows: [TableRow]

    package init(rows: [TableRow]) {
        self.rows = rows
    }

    private static let workWidth = 32
    private static let widths = [4, workWidth, 18, 8, 8, 6, 18, 14, 12]

    package var text: String {
        var lines = [Self.line(["", "work", "who", "CPU s", "wall s", "MiB", "value", "lines", "verdict"])]
        lines.append(String(repeating: "-", count: lines[0].count))
        for row in rows {
            let work = Self.wrapped(row.work, width: Self.workWidth)
            let ship = row.ship.map { "ship " + $0.text(in: row.scale) } ?? ""
            let goal = row.goal.map { "goal " + $0.text(in: row.scale) } ?? ""
            let load = row.load.map { "load \(Self.one($0))" } ?? ""
            let above: [String] = [row.id, work.first ?? "", "hone"] + Self.figures(row.ours) + [row.valueText, ship, row.verdict.word]
            let below: [String] = ["", work.count > 1 ? work[1] : "", row.peerName] + Self.figures(row.peer) + [row.rangeText, goal, load]
            let cells = [above, below]
            lines += cells.map(Self.line)
            lines += work.dropFirst(2).map { Self.line(["", $0]) }
        }
        return lines.joined(separator: "\n")
    }

    /// Why rows were not judged, and what to know about them.
    package var remarks: [String] {
        rows.flatMap(\.remarks)
    }

    static func figures(_ usage: Usage?) -> [String] {
        guard let usage else { return ["", "", ""] }
        return [
            seconds(usage.cpuSeconds), seconds(usage.wallSeconds),
            usage.peakMebibytes > 0 ? String(format: "%.0f", usage.peakMebibytes) : "",
        ]
    }

    private static func seconds(_ value: Double) -> String {
        value < 10 ? String(format: "%.3f", value) : String(format: "%.1f", value)
    }

    private static func one(_ value: Double) -> String {
        String(format: "%.1f", value)
    }

    /// Figures stand to the right of their column, words to the left.
    private static func line(_ cells: [String]) -> String {
        var line = ""
        for (position, (cell, width)) in zip(cells, widths).enumerated() {
            let space = String(repeating: " ", count: max(0, width - cell.count))
            line += ((3...5).contains(position) ? space + cell : cell + space) + "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Words in lines of at most this many characters; a longer word has a line of its own.
    package static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
