internal import HoneFacts

/// Reads notes in Markdown: headings with a day begin a retrospective; check lists, lists of actions and tables hold what to do.
struct RetroMarkdown {
    /// A day in it counts for notes without a heading that has one.
    let fileName: String

    private var reading = RetroReading()
    private var day: CalendarDay?
    private var isActions = false
    private var columns: [RetroWords.Column: Int]?

    init(fileName: String) {
        self.fileName = fileName
        day = fileName.split(separator: "/").last.flatMap { RetroWords.day(in: String($0)) }
    }

    /// Complexity: O(characters).
    func read(_ text: String, _ diagnostics: inout CSVDiagnostics, _ people: inout KnownPeople) -> RetroReading {
        var copy = self
        if let day = copy.day { copy.reading.begin(day) }
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            copy.take(line.prefix(2_000).trimmedSpaces, number, &diagnostics, &people)
        }
        return copy.reading
    }

    private mutating func take(_ line: String, _ number: Int, _ diagnostics: inout CSVDiagnostics, _ people: inout KnownPeople) {
        if line.isEmpty { return }
        if line.hasPrefix("#") {
            columns = nil
            isActions = RetroWords.isActions(line)
            guard let found = RetroWords.day(in: line) else { return }
            day = found
            reading.begin(found)
        } else if line.hasPrefix("|") {
            takeRow(line, number, &diagnostics, &people)
        } else if let item = Self.checked(line) {
            columns = nil
            add(item.title, item.isDone ? .done : .open, number, &diagnostics, &people)
        } else if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ") {
            columns = nil
            if isActions { add(String(line.dropFirst(2)), .open, number, &diagnostics, &people) } else { reading.privateCount += 1 }
        } else {
            columns = nil
            reading.privateCount += 1
        }
    }

    /// `- [ ] text`, `* [x] text`.
    private static func checked(_ line: String) -> (title: String, isDone: Bool)? {
        guard let first = line.first, "-*+".contains(first) else { return nil }
        let rest = line.dropFirst().drop { $0 == " " }
        guard rest.hasPrefix("["), rest.dropFirst(2).hasPrefix("]") else { return nil }
        let mark = rest.dropFirst().prefix(1).lowercased()
        guard mark == " " || mark == "x" else { return nil }
        return (String(rest.dropFirst(3)).trimmedSpaces, mark == "x")
    }

    private mutating func takeRow(_ line: String, _ number: Int, _ diagnostics: inout CSVDiagnostics, _ people: inout KnownPeople) {
        let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmedSpaces }
        if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { return }
        guard let columns, let title = columns[.title] else {
            let found = RetroWords.Column.found(in: cells)
            if columns == nil, found[.title] != nil { columns = found } else { reading.privateCount += 1 }
            return
        }
        func cell(_ column: RetroWords.Column) -> String { columns[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? "" }
        if !cell(.owner).isEmpty { people.add(name: cell(.owner)) }
        guard cells.indices.contains(title), !cells[title].isEmpty else { return }
        add(
            cells[title], RetroWords.state(cell(.status)), due: RetroWords.day(in: cell(.due)), doneOn: RetroWords.day(in: cell(.doneOn)),
            number, &diagnostics, &people)
    }

    private mutating func add(
        _ title: String, _ state: RetroNotes.Item.State, due: CalendarDay? = nil, doneOn: CalendarDay? = nil, _ number: Int,
        _ diagnostics: inout CSVDiagnostics, _ people: inout KnownPeople
    ) {
        guard let day else {
            diagnostics.add(
                .skipped, "no-day", line: number, "Nothing above says on which day this was noted.",
                advice: "Put a heading with a day above it, such as '## Retro 2026-03-14'.")
            return
        }
        // `@ann`, and a name in brackets at the end, say whose it is.
        for word in title.split(separator: " ") where word.first == "@" { people.add(name: String(word.dropFirst())) }
        var plain = title.replacing("**", with: "")
        if plain.last == ")", let open = plain.lastIndex(of: "(") {
            people.add(name: String(plain[plain.index(after: open)...].dropLast()))
            plain = String(plain[..<open]).trimmedSpaces
        }
        guard !plain.isEmpty else { return }
        reading.add(RetroNotes.Item(title: plain, state: doneOn == nil ? state : .done, due: due, doneOn: doneOn), on: day)
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmedSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
    }
}
