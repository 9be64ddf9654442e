/// A table that becomes stacked rows on a narrow screen. Roles are written out, because styling a table away from
/// `display: table` makes some browsers forget that it is one.
struct DataTable {
    let caption: String
    /// The style class, for a table with a narrow layout of its own.
    var name = "parts"
    let headers: [String]
    /// Columns of numbers, aligned at the right.
    var numeric: Set<Int> = []
    /// The first cell of each row is its header.
    let rows: [[Node]]

    var node: Node {
        Tag.table(
            [.role: "table", .class: name], Tag.caption(.text(caption)),
            Tag.thead(
                [.role: "rowgroup"],
                Tag.tr(
                    [.role: "row"],
                    headers.enumerated().map { index, header in
                        Tag.th([.scope: "col", .role: "columnheader", .class: style(index)], .text(header))
                    })), Tag.tbody([.role: "rowgroup"], rows.map(row)))
    }

    private func row(_ cells: [Node]) -> Node {
        Tag.tr(
            [.role: "row"],
            zip(headers, cells).enumerated().map { index, cell in
                index == 0
                    ? Tag.th([.scope: "row", .role: "rowheader"], cell.1)
                    : Tag.td([.role: "cell", .class: style(index), .dataLabel: cell.0], Tag.span(cell.1))
            })
    }

    private func style(_ column: Int) -> String { numeric.contains(column) ? "number" : "words" }
}
