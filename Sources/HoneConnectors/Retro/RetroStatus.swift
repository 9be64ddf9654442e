internal import HoneFacts

/// What a cell or a mark says became of an improvement: `done`, `[x]`, `closed 2026-03-20`, `declined: too costly`.
struct RetroStatus {
    let state: RetroNotes.State
    let closedOn: CalendarDay?
    /// What follows the word, where it was dropped.
    let reason: String

    init(_ state: RetroNotes.State, closedOn: CalendarDay? = nil, reason: String = "") {
        self.state = state
        self.closedOn = closedOn
        self.reason = reason
    }

    /// Reads a check box by its sign; nil where it is none.
    init?(box sign: Character) {
        switch sign {
        case " ", "/", ">", "☐": self.init(.open)
        case "x", "X", "✓", "✔", "☑", "✅": self.init(.done)
        case "-", "~": self.init(.dropped)
        default: return nil
        }
    }

    /// Reads a text that is a status and nothing else but a date or, where dropped, a reason; nil for any other.
    init?(_ text: String, _ dates: RetroDates) {
        let plain = text.filter { !"[]()*_~".contains($0) && $0 != "\u{fe0f}" }
        let trimmed = String(plain.drop(while: \.isWhitespace))
        if trimmed.isEmpty, text.contains("[") {
            self.init(.open)
            return
        }
        if let sign = trimmed.first, !sign.isLetter, sign != "-", sign != "~", sign != "/", sign != ">", let box = RetroStatus(box: sign) {
            let rest = String(trimmed.dropFirst())
            self = RetroStatus(rest, dates) ?? RetroStatus(box.state, closedOn: dates.dates(in: rest).first?.day)
            return
        }
        let folded = NameWord.words(in: trimmed)
        guard let match = Self.longest(folded) else {
            guard let date = dates.dates(in: trimmed).first, date.range.count == trimmed.count else { return nil }
            self.init(.done, closedOn: date.day)
            return
        }
        let date = dates.dates(in: trimmed).first
        let end = Self.end(of: match.count, in: trimmed)
        let rest = trimmed.enumerated().filter { $0.offset >= end && date?.range.contains($0.offset) != true }.map(\.element)
        let reason = rest.drop { !$0.isLetter && !$0.isNumber }
        guard match.state == .dropped || reason.isEmpty || date != nil else { return nil }
        self.init(
            match.state, closedOn: match.state == .open ? nil : date?.day,
            reason: match.state == .dropped ? RetroOwner.trimmed(String(reason)) : "")
    }

    private static let words: [(state: RetroNotes.State, phrases: [String])] = [
        (
            .dropped,
            [
                "dropped", "declined", "cancelled", "canceled", "wontfix", "won t fix", "won t do", "will not do", "rejected", "abandoned",
                "obsolete", "withdrawn", "not doing", "not needed", "discarded", "verworfen", "abgelehnt", "abgebrochen",
            ]
        ),
        (
            .open,
            [
                "open", "new", "no", "false", "nein", "in progress", "ongoing", "doing", "wip", "started", "planned", "pending", "to do",
                "todo", "not started", "not done", "not yet", "blocked", "waiting", "on hold", "carried over", "reopened", "offen",
                "in arbeit", "laufend", "0",
            ]
        ),
        (
            .done,
            [
                "done", "x", "yes", "y", "true", "ja", "closed", "complete", "completed", "finished", "resolved", "fixed", "implemented",
                "erledigt", "fertig", "100", "1",
            ]
        ),
    ]

    private static func longest(_ folded: [String]) -> (state: RetroNotes.State, count: Int)? {
        for count in [3, 2, 1] where folded.count >= count {
            let phrase = folded.prefix(count).joined(separator: " ")
            if let entry = words.first(where: { $0.phrases.contains(phrase) }) { return (entry.state, count) }
        }
        return nil
    }

    /// Where the first words of a text end, in characters.
    private static func end(of words: Int, in text: String) -> Int {
        var (count, isInside) = (0, false)
        for (index, character) in text.enumerated() {
            let isWord = character.isLetter || character.isNumber
            if isInside, !isWord {
                count += 1
                if count == words { return index }
            }
            isInside = isWord
        }
        return text.count
    }
}
