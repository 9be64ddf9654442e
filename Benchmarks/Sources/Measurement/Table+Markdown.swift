extension Table {
    /// The same rows as a Markdown table, and the remarks as a list.
    package var markdown: String {
        var lines = [
            "| | work | hone: CPU s, wall s, MiB | peer | its CPU s, wall s, MiB | value | ship | goal | verdict | load |",
            "|---|---|---|---|---|---|---|---|---|---|",
        ]
        for row in rows {
            let ours = Self.figures(row.ours).filter { !$0.isEmpty }.joined(separator: ", ")
            let peer = Self.figures(row.peer).filter { !$0.isEmpty }.joined(separator: ", ")
            let ship = row.ship?.text(in: row.scale) ?? ""
            let goal = row.goal?.text(in: row.scale) ?? ""
            let load = row.load.map { "\(($0 * 10).rounded() / 10)" } ?? ""
            let value = "\(row.valueText) \(row.rangeText)"
            let cells: [String] = [row.id, row.work, ours, row.peerName, peer, value, ship, goal, row.verdict.word, load]
            lines.append("| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |")
        }
        if !remarks.isEmpty { lines += [""] + remarks.map { "- \($0)" } }
        return lines.joined(separator: "\n")
    }
}
