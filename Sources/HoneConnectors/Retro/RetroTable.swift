internal import HoneFacts

/// Which column of a table of improvements is what, by the words in its header.
struct RetroTable {
    enum Field: CaseIterable {
        case day, title, due, owner, status, closed, reason, section
    }

    private let columns: [Field: Int]
    /// Columns for what was said in the room.
    private let room: [Int]

    /// Nil where no column names improvements.
    init?(_ names: [String]) {
        let header = CSVHeader(names: names.map { name in String(name.filter { !"?:*()\"'".contains($0) }) })
        var columns: [Field: Int] = [:]
        for (field, words) in Self.words {
            let found = words.lazy.flatMap { header.columns(named: $0) }.first { !columns.values.contains($0) }
            columns[field] = found
        }
        guard columns[.title] != nil else { return nil }
        self.columns = columns
        room = names.indices.filter { !columns.values.contains($0) && RetroSection(heading: names[$0]) == .room }
    }

    /// Whether it says more of an item than its title.
    var isOfActions: Bool { [.due, .owner, .status, .closed].contains { columns[$0] != nil } }
    var hasRoom: Bool { !room.isEmpty }

    private static let words: [(field: Field, words: [String])] = [
        (
            .title,
            [
                "action", "actions", "action item", "action items", "action point", "improvement", "improvements", "item", "task",
                "to do", "next step", "follow up", "measure", "experiment", "maßnahme", "maßnahmen", "massnahme", "aufgabe", "aktion",
                "title", "summary", "what", "was", "text", "content", "description",
            ]
        ),
        (
            .due,
            [
                "due", "due date", "due on", "due by", "deadline", "by when", "until", "target date", "target", "fällig", "fällig am",
                "bis", "bis wann", "termin", "by",
            ]
        ),
        (
            .owner,
            [
                "owner", "owners", "who", "assignee", "assigned to", "assigned", "responsible", "dri", "person", "champion", "wer",
                "verantwortlich", "name", "lead",
            ]
        ),
        (.status, ["status", "state", "done", "progress", "completed", "complete", "closed", "finished", "erledigt"]),
        (
            .closed,
            [
                "done on", "done date", "completed on", "completion date", "completed", "closed on", "closed date", "closed", "finished on",
                "finished", "resolved", "done", "erledigt am",
            ]
        ),
        (
            .day,
            [
                "retro date", "retrospective date", "retro", "retrospective", "date", "held on", "held", "meeting", "meeting date",
                "raised on",
                "raised", "noted on", "created", "created on", "created at", "datum",
            ]
        ),
        (.reason, ["reason", "why", "comment", "comments", "notes", "note", "remark", "remarks", "grund", "bemerkung", "kommentar"]),
        (.section, ["type", "category", "column", "list", "lane", "section", "kind"]),
    ]

    /// One row, read. What it is about is decided by who asks.
    struct Row {
        var day: CalendarDay?
        var hasUnreadableDay = false
        var hasUnreadableDue = false
        var hasUnknownStatus = false
        var item: RetroNotes.Item?
        var owners: [String] = []
        var saidInTheRoom = 0
        var section = RetroSection.other
    }

    func row(_ cells: [String], _ dates: RetroDates) -> Row {
        func cell(_ field: Field) -> String {
            let text = columns[field].flatMap { $0 < cells.count ? RetroOwner.trimmed(cells[$0]) : nil } ?? ""
            return ["-", "–", "n/a", "N/A", "none", "tbd", "TBD", "?"].contains(text) ? "" : text
        }
        var row = Row()
        row.saidInTheRoom = room.count { $0 < cells.count && !RetroOwner.trimmed(cells[$0]).isEmpty }
        row.section = RetroSection(heading: cell(.section))
        row.day = dates.dates(in: cell(.day)).last?.day
        row.hasUnreadableDay = row.day == nil && !cell(.day).isEmpty
        row.owners = RetroOwner.parts(cell(.owner))
        let text = RetroItemText(cell(.title), dates)
        guard text.title.contains(where: { $0.isLetter || $0.isNumber }) else { return row }
        row.owners += text.owners
        var status = text.status
        for field in [Field.status, .closed] where !cell(field).isEmpty {
            guard let read = RetroStatus(cell(field), dates) else {
                row.hasUnknownStatus = true
                continue
            }
            // A column for the day of the end says no more than that day.
            status =
                status.map {
                    RetroStatus($0.state == .open ? read.state : $0.state, closedOn: read.closedOn ?? $0.closedOn, reason: $0.reason)
                } ?? read
        }
        let due = dates.dates(in: cell(.due)).last?.day ?? text.dueOn
        row.hasUnreadableDue = due == nil && !cell(.due).isEmpty
        row.item = RetroNotes.Item(
            title: text.title, dueOn: due, role: row.owners.lazy.compactMap(RetroOwner.role).first, state: status?.state ?? .open,
            closedOn: status?.closedOn, reason: status?.reason ?? "")
        if row.item?.state == .dropped, row.item?.reason.isEmpty == true { row.item?.reason = cell(.reason) }
        return row
    }
}
