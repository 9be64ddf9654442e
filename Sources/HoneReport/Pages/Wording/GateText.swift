import HoneFacts
package import HoneLoop

/// One gate: how it stands, what its criteria were held against, conditions, lessons, and every earlier sheet and outcome.
package struct GateText {
    let words: GateWords

    package init(_ words: GateWords) {
        self.words = words
    }

    private var gate: Gate { words.gate }

    package var heading: String { "Gate \(gate.number), \(gate.name), at the end of \(gate.phase): \(words.standing)" }

    /// The criteria with what was read, as the last sheet has it; without a sheet only what they ask for.
    package var criteria: (headers: [String], rows: [[String]]) {
        guard let sheet = gate.sheets.last else { return (["criterion"], gate.criteria.map { [$0.sentence] }) }
        return (["criterion", "read", "verdict"], sheet.readings.map { [$0.criterion.sentence, $0.observed, $0.verdict.words] })
    }

    /// Label and text, line by line.
    package var lines: [(label: String, text: String)] {
        var lines: [(label: String, text: String)] = []
        if let sheet = gate.sheets.last {
            lines.append(("evidence", "\(DayText.span(sheet.window)), read on \(DayText.day(sheet.openedOn)): \(sheet.sentence)"))
        }
        for (place, reading) in (gate.sheets.last?.readings ?? []).enumerated() where reading.number != nil && !reading.why.isEmpty {
            lines.append(("why", "criterion \(place + 1) cannot be told: \(reading.why)"))
        }
        if let remark = words.remark { lines.append(("remark", remark)) }
        for sheet in gate.sheets.dropLast() {
            lines.append(("earlier", "opened on \(DayText.day(sheet.openedOn)): \(sheet.sentence)"))
        }
        for closing in gate.closings {
            lines.append(
                ("decided", "\(closing.outcome.rawValue) on \(DayText.day(closing.closedOn)), by \(closing.role): \(closing.reason)"))
            for condition in closing.conditions {
                let due = condition.dueOn.map { ", due \(DayText.day($0))" } ?? ""
                lines.append(("condition", "\(condition.text)\(due) – \(words.standing(of: condition))"))
            }
            for lesson in closing.lessons { lines.append(("learned", lesson)) }
            if !closing.withoutLesson.isEmpty { lines.append(("learned", "nothing, because: \(closing.withoutLesson)")) }
        }
        return lines
    }

    /// For a terminal. No line is wider than `width`.
    package func text(width: Int, isStyled: Bool) -> String {
        var page = TerminalPage(width: width, isStyled: isStyled)
        page.paragraph(heading, weight: .bold)
        page.gap()
        page.append(TextTable(headers: criteria.headers, rows: criteria.rows, width: page.width - 2).text, indent: 2)
        if !lines.isEmpty { page.gap() }
        for line in lines { page.labelled(line.label, line.text, at: 14, indent: 2, weight: .dim) }
        page.next(words.next, indent: 2)
        return page.text
    }

    package var markdown: String {
        var parts = ["**\(MarkdownText.escaped(heading))**", table(criteria.headers, criteria.rows)]
        if !lines.isEmpty { parts.append(table(["", "what is known"], lines.map { [$0.label, $0.text] })) }
        if !words.next.isEmpty { parts.append("Next: \(MarkdownText.next(words.next))") }
        return parts.joined(separator: "\n\n")
    }

    private func table(_ headers: [String], _ rows: [[String]]) -> String {
        MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) })
    }
}
