internal import HoneFacts

/// Reads notes in a CSV: one row an improvement, with the day of its retrospective in a column or in the name of the file.
struct RetroSheet {
    private(set) var draft: RetroDraft

    init(_ text: CSVText, file: String) {
        draft = RetroDraft(file: file)
        var reader = CSVReader(text)
        guard let first = reader.next(limit: 1), let table = RetroTable(CSVHeader(first).names) else {
            draft.diagnostics.add(
                .refused, "no-action-column", line: 1,
                "No column of the header names improvements, such as action, action item or improvement.",
                advice: "Name one of them Action, and others Date, Due, Status and Done on.")
            return
        }
        let dates = RetroDates(String(decoding: text.bytes[text.start...], as: UTF8.self))
        var rows: [(line: Int, row: RetroTable.Row)] = []
        while let records = reader.next() {
            for record in 0..<records.count {
                let line = records.lines[record]
                guard records.faults[record] <= .strayQuote else {
                    draft.diagnostics.add(
                        .skipped, "damaged-row", line: line, "The row is damaged and was not read.", advice: "Mend its quotes.")
                    continue
                }
                let cells = (0..<records.fieldCount(record)).map { records.text(record, $0) }
                guard cells.allSatisfy({ $0.utf8.count <= RetroReader.longestLine }) else {
                    draft.diagnostics.add(
                        .skipped, "line-too-long", line: line,
                        "A cell is longer than \(RetroReader.longestLine) bytes; the row was not read.",
                        advice: "Shorten it.")
                    continue
                }
                rows.append((line, table.row(cells, dates)))
            }
        }
        // Boards export cards of every column: then only those of an action column are items.
        let isBoard = rows.contains { $0.row.section == .actions }
        for (line, row) in rows {
            let isSaid = isBoard ? row.section != .actions : row.section == .room
            var ceremony = RetroDraft.Ceremony(heldOn: row.day, saidInTheRoom: row.saidInTheRoom)
            if row.item != nil, isSaid { ceremony.saidInTheRoom += 1 } else if let item = row.item { ceremony.items = [item] }
            draft.add(row, line: line)
            if row.item == nil, !table.hasRoom {
                draft.diagnostics.add(
                    .skipped, "no-title", line: line, "The row says nothing that is to be done.", advice: "Write what is to be done.")
            }
            draft.ceremonies.append(ceremony)
        }
        if dates.isAssumed { draft.diagnostics.addAssumedOrder() }
    }
}
