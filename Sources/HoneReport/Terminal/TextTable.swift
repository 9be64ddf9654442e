/// Aligned columns of text. What does not fit is wrapped, the last column first; nothing is cut off.
package struct TextTable {
    let headers: [String]
    let rows: [[String]]
    let width: Int
    /// Columns aligned at the right.
    let numeric: Set<Int>

    private static let gap = 2
    private static let narrowest = 16
    /// What is left of a column of broken words.
    private static let shortest = 6

    /// - Parameters:
    ///   - headers: one a column; empty for a table without a header line.
    ///   - width: columns of the terminal that no line may exceed.
    package init(headers: [String], rows: [[String]], width: Int, numeric: Set<Int> = []) {
        self.headers = headers
        self.rows = rows.map { $0.map(TextWrap.plain) }
        self.width = max(20, width)
        self.numeric = numeric
    }

    package var text: String { lines.joined(separator: "\n") }

    var lines: [String] {
        let widths = columnWidths
        let head = headers.isEmpty ? [] : line(headers, widths)
        return head + rows.flatMap { line($0, widths) }
    }

    private var columnWidths: [Int] {
        let all = [headers] + rows
        let count = all.map(\.count).max() ?? 0
        var widths = (0..<count).map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        var excess = widths.reduce(0, +) + Self.gap * max(0, count - 1) - width
        if excess > 0, let last = widths.last {
            let taken = min(excess, max(0, last - Self.narrowest))
            widths[count - 1] -= taken
            excess -= taken
        }
        // As long as a column is wider than its longest word, no word has to be broken.
        let words = (0..<count).map { column in
            all.map { column < $0.count ? Self.leastWidth($0[column]) : 0 }.max() ?? 0
        }
        while excess > 0,
            let widest = widths.indices.filter({ widths[$0] > words[$0] }).max(by: { (widths[$0], $0) < (widths[$1], $1) })
        {
            widths[widest] -= 1
            excess -= 1
        }
        // Of words that have to be broken, dates and numbers come last.
        let figures = (0..<count).map { column in rows.map { column < $0.count ? Self.longestFigure($0[column]) : 0 }.max() ?? 0 }
        for least in [figures.map { max($0, Self.shortest) }, Array(repeating: 1, count: count)] {
            while excess > 0,
                let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { (widths[$0], $0) < (widths[$1], $1) })
            {
                widths[widest] -= 1
                excess -= 1
            }
        }
        return widths
    }

    private static func indent(_ cell: String) -> Substring { cell.prefix { $0 == " " } }

    /// Where no word of a cell has to be broken.
    private static func leastWidth(_ cell: String) -> Int {
        indent(cell).count + (cell.split(separator: " ").map(\.count).max() ?? 0)
    }

    /// How long the longest word with a digit in it is.
    private static func longestFigure(_ cell: String) -> Int {
        cell.split(separator: " ").filter { $0.contains(where: \.isNumber) }.map(\.count).max() ?? 0
    }

    /// The lines of a cell, each as far in as the first.
    private static func wrapped(_ cell: String, width: Int) -> [String] {
        let indent = indent(cell)
        guard !indent.isEmpty, indent.count < width else { return TextWrap.lines(cell, width: width) }
        return TextWrap.lines(String(cell.dropFirst(indent.count)), width: width - indent.count).map { indent + $0 }
    }

    /// One row, on as many lines as its longest cell takes.
    private func line(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { Self.wrapped($0, width: $1) }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { index in
            var text = ""
            for (column, lines) in wrapped.enumerated() {
                let cell = index < lines.count ? lines[index] : ""
                text += (column > 0 ? "  " : "") + TextWrap.padded(cell, widths[column], atRight: numeric.contains(column))
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }
}
