internal import HoneFacts

/// Reads notes in a CSV: one row something to do, with the day it was noted.
enum RetroTable {
    /// Complexity: O(bytes).
    static func read(_ bytes: [UInt8], _ diagnostics: inout CSVDiagnostics, _ people: inout KnownPeople) -> RetroReading {
        var reading = RetroReading()
        let decoded = CSVText.decoded(bytes, as: .automatic, file: diagnostics.file)
        diagnostics.add(decoded.diagnostics)
        guard let text = decoded.text else { return reading }
        var reader = CSVReader(text)
        guard let head = reader.next(limit: 1) else { return reading }
        let columns = RetroWords.Column.found(in: CSVHeader(head).names)
        guard let day = columns[.day], let title = columns[.title] else {
            diagnostics.add(
                .refused, "missing-column", line: 1, "The header names no day, or nothing to do.",
                advice: "Name the columns date, action, status, due and owner.")
            return reading
        }
        while let records = reader.next() {
            for record in 0..<records.count {
                func cell(_ column: RetroWords.Column) -> String { columns[column].map { records.text(record, $0) } ?? "" }
                if !cell(.owner).isEmpty { people.add(name: cell(.owner)) }
                guard let noted = RetroWords.day(in: records.text(record, day)) else {
                    diagnostics.add(
                        .skipped, "no-day", line: records.lines[record], "The row has no day that can be read.",
                        advice: "Write it as 2026-03-14.")
                    continue
                }
                reading.begin(noted)
                let text = records.text(record, title)
                if text.isEmpty { continue }
                let doneOn = RetroWords.day(in: cell(.doneOn))
                reading.add(
                    RetroNotes.Item(
                        title: text, state: doneOn == nil ? RetroWords.state(cell(.status)) : .done, due: RetroWords.day(in: cell(.due)),
                        doneOn: doneOn), on: noted)
            }
        }
        return reading
    }
}
