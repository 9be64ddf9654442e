package import HoneFacts

/// What a team's own notes of its retrospectives hold: when one was held, and what it meant to do.
///
/// What was said there (what went well, what did not) is private to the ceremony: it is counted and not kept.
package struct RetroNotes: Sendable {
    package struct Retro: Sendable, Equatable {
        package var day: CalendarDay
        package var items: [Item] = []
    }

    /// Something the team meant to do, without whose it is.
    package struct Item: Sendable, Equatable {
        package enum State: Sendable {
            case open, done, dropped
        }

        package var title: String
        package var state = State.open
        package var due: CalendarDay?
        package var doneOn: CalendarDay?
    }

    package private(set) var retros: [Retro] = []
    /// Lines about what was said, which are not kept.
    package private(set) var privateCount = 0
    package private(set) var diagnostics: [Diagnostic] = []

    /// Reads one file, Markdown or CSV, plain or gzip.
    /// - Parameter directory: where a relative path starts.
    package init(path: String, directory: String) {
        switch ExportFile(path: path, directory: directory).content() {
        case .refused(let diagnostic): diagnostics = [diagnostic]
        case .bytes(let bytes):
            var found = CSVDiagnostics(file: path)
            let isTable = path.lowercased().hasSuffix(".csv") || path.lowercased().hasSuffix(".csv.gz")
            var people = KnownPeople()
            var reading =
                isTable
                ? RetroTable.read(bytes, &found, &people)
                : RetroMarkdown(fileName: path).read(String(decoding: bytes, as: UTF8.self), &found, &people)
            // Only now is everybody known whom a title can name.
            let mask = NameMask(people)
            for retro in reading.retros.indices {
                for item in reading.retros[retro].items.indices {
                    reading.retros[retro].items[item].title = mask.masked(reading.retros[retro].items[item].title)
                }
            }
            retros = reading.retros.sorted { $0.day < $1.day }
            privateCount = reading.privateCount
            if retros.isEmpty {
                found.add(
                    .refused, "no-retro", line: nil, "The file names no day on which a retrospective was held.",
                    advice: "Begin each one with a heading such as '## Retro 2026-03-14', or give a CSV a column date.")
            }
            diagnostics = found.all
        }
    }
}

/// What a reader found, names not yet masked.
struct RetroReading {
    var retros: [RetroNotes.Retro] = []
    var privateCount = 0

    mutating func begin(_ day: CalendarDay) {
        if !retros.contains(where: { $0.day == day }) { retros.append(RetroNotes.Retro(day: day)) }
    }

    mutating func add(_ item: RetroNotes.Item, on day: CalendarDay) {
        begin(day)
        guard let place = retros.firstIndex(where: { $0.day == day }) else { return }
        retros[place].items.append(item)
    }
}
