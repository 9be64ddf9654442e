internal import HoneFacts

/// Reads existing notes of retrospectives, in Markdown or CSV. People are masked in all of the files that are read together.
package enum RetroReader {
    /// Longer lines and cells are no notes. Bytes.
    static let longestLine = 4_000

    /// - Parameters:
    ///   - paths: from `directory`; an ending `.csv` or `.tsv` makes one a table.
    ///   - known: people whom the notes may name without an owner's column or an address.
    package static func read(paths: [String], directory: String, known: HistoryPeople? = nil) -> [RetroNotes] {
        let drafts = paths.map { path in
            switch ExportFile(path: path, directory: directory).content() {
            case .bytes(let bytes): draft(bytes, file: path)
            case .refused(let diagnostic): refused([diagnostic], file: path)
            }
        }
        return notes(drafts, known)
    }

    /// The same from bytes.
    static func read(_ files: [(path: String, bytes: [UInt8])], known: HistoryPeople? = nil) -> [RetroNotes] {
        notes(files.map { draft($0.bytes, file: $0.path) }, known)
    }

    private static func draft(_ bytes: [UInt8], file: String) -> RetroDraft {
        let decoded = CSVText.decoded(bytes, as: .automatic, file: file)
        guard let text = decoded.text else { return refused(decoded.diagnostics, file: file) }
        let isTable = [".csv", ".tsv", ".csv.gz"].contains { file.lowercased().hasSuffix($0) }
        var draft =
            isTable
            ? RetroSheet(text, file: file).draft
            : RetroMarkdown(String(decoding: text.bytes[text.start...], as: UTF8.self), file: file).draft
        draft.diagnostics.add(decoded.diagnostics)
        draft.settleDays()
        return draft
    }

    private static func refused(_ diagnostics: [Diagnostic], file: String) -> RetroDraft {
        var draft = RetroDraft(file: file)
        draft.diagnostics.add(diagnostics)
        return draft
    }

    private static func notes(_ drafts: [RetroDraft], _ known: HistoryPeople?) -> [RetroNotes] {
        var people = KnownPeople()
        for owner in drafts.flatMap(\.owners) where RetroOwner.role(owner) == nil {
            let name = String(owner.drop { $0 == "@" })
            if name.contains("@") { people.add(mail: name) } else { people.add(name: name) }
        }
        let mask = known?.mask(with: people) ?? NameMask(people)
        return drafts.map { $0.notes(mask) }
    }
}

extension RetroDraft {
    /// Notes what could not be read of a row, and its owners.
    mutating func add(_ row: RetroTable.Row, line: Int) {
        owners += row.owners
        func note(_ code: String, _ message: String, _ advice: String) {
            diagnostics.add(.note, code, line: line, message, advice: advice)
        }
        if row.hasUnreadableDay { note("no-such-date", "The day of the retrospective is no date.", "Write it as 2026-03-14.") }
        if row.hasUnreadableDue { note("no-such-due-day", "The due day is no date and was left out.", "Write it as 2026-03-14.") }
        if row.hasUnknownStatus {
            note("unknown-status", "The status is not known; the item counts as open.", "Write done, open or dropped.")
        }
    }

    /// Gives what has no day of its own the day in the file's name, if nothing else in the file has one; else leaves it out, counted.
    mutating func settleDays() {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let isDated = ceremonies.contains { $0.heldOn != nil }
        let day = isDated ? nil : RetroDates("").dates(in: name).last?.day
        for index in ceremonies.indices where ceremonies[index].heldOn == nil { ceremonies[index].heldOn = day }
        let lost = ceremonies.filter { $0.heldOn == nil }.reduce(into: (items: 0, said: 0)) {
            $0 = ($0.items + $1.items.count, $0.said + $1.saidInTheRoom)
        }
        ceremonies.removeAll { $0.heldOn == nil }
        if ceremonies.isEmpty, !diagnostics.isRefused {
            diagnostics.add(
                .refused, "no-date", line: nil, "Nothing in it and nothing in its name says when a retrospective was held.",
                advice: "Put the day into a heading, such as '## Retro 2026-03-14', into a column Date, or into the name of the file.")
        } else if lost.items + lost.said > 0 {
            diagnostics.add(
                .skipped, "no-date", line: nil,
                "What belongs to no day was not used; improvements: \(lost.items), other entries: \(lost.said).",
                advice: "Put the day into the heading above it, such as '## Retro 2026-03-14', or into a column Date.")
        }
    }

    private var file: String { diagnostics.file }

    /// Masked, and one ceremony a day.
    func notes(_ mask: NameMask) -> RetroNotes {
        var notes = RetroNotes(file: file, diagnostics: diagnostics.all)
        var places: [CalendarDay: Int] = [:]
        for ceremony in ceremonies {
            guard let day = ceremony.heldOn else { continue }
            let place = places[day] ?? notes.ceremonies.count
            if places[day] == nil { notes.ceremonies.append(RetroNotes.Ceremony(heldOn: day, items: [])) }
            places[day] = place
            notes.saidInTheRoom += ceremony.saidInTheRoom
            notes.ceremonies[place].items += ceremony.items.map { item in
                var item = item
                item.title = mask.masked(item.title)
                item.reason = mask.masked(item.reason)
                return item
            }
        }
        notes.ceremonies.sort { $0.heldOn < $1.heldOn }
        notes.ownersLeftOut = owners.count { RetroOwner.role($0) == nil }
        return notes
    }
}

extension CSVDiagnostics {
    var isRefused: Bool { all.contains { $0.severity == .refused } }

    mutating func addAssumedOrder() {
        add(
            .note, "day-first", line: nil, "Dates such as 03/04/2026 were read with the day first.",
            advice: "Write them as 2026-04-03 if that is wrong.")
    }
}
