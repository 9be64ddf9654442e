internal import HoneFacts

/// Reads notes in Markdown: dated headings begin a retrospective; check boxes, bullets under actions, and tables of actions are items.
struct RetroMarkdown {
    private(set) var draft: RetroDraft
    private let dates: RetroDates
    private var ceremony = RetroDraft.Ceremony()
    private var section = (kind: RetroSection.other, level: 0)
    private var table: TableState = .none
    /// The item being read, with the lines it goes on with.
    private var open: (text: String, box: Character?, indent: Int, line: Int)?
    /// Of the last item in this list.
    private var lastIndent: Int?
    /// A bullet such as `- Actions:` is a heading for those below it.
    private var listSection: (indent: Int, outer: (kind: RetroSection, level: Int))?
    /// The last line, if it may be underlined.
    private var paragraph: String?
    /// Check boxes that were left in the room.
    private var boxesInRoom = 0

    private enum TableState {
        case none
        case header([String])
        /// Nil where its rows are no items.
        case rows(RetroTable?)
    }

    init(_ text: String, file: String) {
        draft = RetroDraft(file: file)
        dates = RetroDates(text)
        var fence = false
        var comment = false
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard line.utf8.count <= RetroReader.longestLine else {
                draft.diagnostics.add(
                    .skipped, "line-too-long", line: offset + 1,
                    "The line is longer than \(RetroReader.longestLine) bytes and was not read.",
                    advice: "Break it into lines.")
                continue
            }
            if comment || line.contains("<!--") {
                comment = !(line.contains("-->"))
                continue
            }
            if line.drop(while: { $0 == " " }).hasPrefix("```") { fence.toggle() }
            if !fence { read(RetroLine(line), line: offset + 1) }
        }
        finishItem()
        draft.ceremonies.append(ceremony)
        if boxesInRoom > 0 {
            draft.diagnostics.add(
                .note, "box-in-room", line: nil,
                "\(boxesInRoom) check boxes stand under a heading for what was said in the room, and were left there.",
                advice: "Put what was agreed under a heading such as Actions.")
        }
        if dates.isAssumed { draft.diagnostics.addAssumedOrder() }
    }

    private mutating func read(_ read: RetroLine, line: Int) {
        if case .text(let indent, let text) = read, indent >= 2, open != nil {
            open?.text += " " + text
            return
        }
        finishItem()
        switch read {
        case .row, .rule: break
        default: table = .none
        }
        if case .text = read {} else { paragraph = nil }
        switch read {
        case .blank: break
        case .heading(let level, let text): heading(level, text)
        case .text(_, let text): self.text(text)
        case .bullet(let indent, let box, let text): bullet(indent, box, text, line)
        case .rule:
            if case .header(let names) = table {
                let known = RetroTable(names)
                table = .rows(section.kind == .room || !(known?.isOfActions == true || section.kind == .actions) ? nil : known)
            }
        case .row(let cells): row(cells, line)
        }
    }

    private mutating func heading(_ level: Int, _ text: String) {
        lastIndent = nil
        listSection = nil
        let kind = RetroSection(heading: text)
        if let day = dates.dates(in: text).last?.day, kind == .other || ceremony.heldOn == nil || level <= ceremony.level {
            begin(day, level)
            section = (kind, level)
        } else if kind != .other || section.kind == .other || level <= section.level {
            if kind == .other, level <= ceremony.level, ceremony.heldOn != nil, RetroSection.isCeremony(text) { begin(nil, level) }
            section = (kind, level)
        }
    }

    /// - Parameter day: nil where a heading names a retrospective and no day.
    private mutating func begin(_ day: CalendarDay?, _ level: Int) {
        // A heading over dated ones, such as `Sprint 12 (1 to 14 March 2026)`, held nothing itself.
        if !(ceremony.isEmpty && (ceremony.heldOn == nil || level > ceremony.level)) { draft.ceremonies.append(ceremony) }
        ceremony = RetroDraft.Ceremony(heldOn: day, level: level)
    }

    /// `Date: 14 March 2026`, as templates have it under a heading without a day.
    private mutating func dateLine(_ text: String) -> Bool {
        let plain = RetroItemText.plain(text)
        let label = NameWord.folded(plain.prefix { $0.isLetter })
        guard ["date", "datum", "fecha", "held"].contains(label), let day = dates.dates(in: plain).first?.day else { return false }
        if ceremony.heldOn == nil {
            (ceremony.heldOn, ceremony.level) = (day, section.level)
        } else if ceremony.heldOn != day {
            begin(day, ceremony.level)
        }
        return true
    }

    /// A line of a paragraph; underlined it is a heading.
    private mutating func text(_ text: String) {
        if let above = paragraph, text.count >= 3, let sign = text.first, "=-".contains(sign), text.allSatisfy({ $0 == sign }) {
            paragraph = nil
            heading(sign == "=" ? 1 : 2, RetroItemText.plain(above))
        } else {
            paragraph = dateLine(text) ? nil : text
        }
    }

    private mutating func bullet(_ indent: Int, _ box: Character?, _ text: String, _ line: Int) {
        if box == nil, dateLine(text) { return }
        if let list = listSection, indent <= list.indent {
            section = list.outer
            (listSection, lastIndent) = (nil, nil)
        }
        if box == nil, text.hasSuffix(":"), RetroSection(heading: text) != .other {
            listSection = (indent, section)
            section = (RetroSection(heading: text), section.level)
            lastIndent = nil
            return
        }
        guard section.kind != .room, box != nil || section.kind == .actions else {
            if box != nil { boxesInRoom += 1 }
            ceremony.saidInTheRoom += 1
            return
        }
        // A bullet below an item is a detail of it.
        if box == nil, let above = lastIndent, indent >= above + 2 {
            ceremony.saidInTheRoom += 1
            return
        }
        lastIndent = indent
        open = (text, box, indent, line)
    }

    private mutating func finishItem() {
        guard let item = open else { return }
        open = nil
        let text = RetroItemText(item.text, dates)
        draft.owners += text.owners
        guard text.title.contains(where: { $0.isLetter || $0.isNumber }) else {
            draft.diagnostics.add(
                .skipped, "no-title", line: item.line, "The item says nothing that is to be done.", advice: "Write what is to be done.")
            return
        }
        let status = item.box.flatMap { RetroStatus(box: $0) }
        let state = status.map { $0.state == .open ? text.status?.state ?? .open : $0.state } ?? text.status?.state ?? .open
        ceremony.items.append(
            RetroNotes.Item(
                title: text.title, dueOn: text.dueOn, role: text.owners.lazy.compactMap(RetroOwner.role).first, state: state,
                closedOn: text.status?.closedOn, reason: text.status?.reason ?? ""))
    }

    private mutating func row(_ cells: [String], _ line: Int) {
        switch table {
        case .none: table = .header(cells)
        case .header: table = .rows(nil)
        case .rows(nil): ceremony.saidInTheRoom += cells.count { !$0.isEmpty }
        case .rows(let known?):
            let row = known.row(cells, dates)
            draft.add(row, line: line)
            ceremony.saidInTheRoom += row.saidInTheRoom
            guard let item = row.item else { return }
            guard row.section != .room else {
                ceremony.saidInTheRoom += 1
                return
            }
            if let day = row.day, ceremony.heldOn == nil {
                draft.ceremonies.append(RetroDraft.Ceremony(heldOn: day, items: [item]))
            } else {
                ceremony.items.append(item)
            }
        }
    }
}
