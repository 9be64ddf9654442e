internal import HoneFacts

/// The words that teams use in notes of retrospectives.
enum RetroWords {
    private static let actions = [
        "action", "next step", "improvement", "to do", "todo", "follow-up", "follow up", "we will", "experiment", "commitment", "maßnahme",
    ]

    /// Whether a heading begins what the team means to do.
    static func isActions(_ heading: String) -> Bool { actions.contains { heading.lowercased().contains($0) } }

    /// Whether a column holds what to do, whose it is, until when, how it stands, or when it was done.
    enum Column: CaseIterable {
        case day, title, owner, due, doneOn, status

        private var words: [String] {
            switch self {
            case .day: ["date", "retro", "held", "meeting", "day"]
            case .title: ["action", "item", "improvement", "title", "task", "what", "measure"]
            case .owner: ["owner", "who", "assignee", "responsible", "person"]
            case .due: ["due", "until", "deadline", "target"]
            case .doneOn: ["done on", "finished on", "closed on", "completed"]
            case .status: ["status", "state", "done"]
            }
        }

        /// The column of each meaning; the more telling ones take theirs first.
        static func found(in names: [String]) -> [Column: Int] {
            var places: [Column: Int] = [:]
            for column in [Column.doneOn, .due, .owner, .status, .title, .day] {
                let free = names.indices.first { index in
                    !places.values.contains(index) && column.words.contains { names[index].lowercased().contains($0) }
                }
                if let free { places[column] = free }
            }
            return places
        }
    }

    /// How something stands, from what is written in its status; open where nothing else is said.
    static func state(_ text: String) -> RetroNotes.Item.State {
        let text = text.lowercased()
        if ["drop", "declin", "cancel", "wontfix", "won't", "rejected", "abandon"].contains(where: text.contains) { return .dropped }
        if ["not done", "in progress", "open", "no"].contains(where: { text == $0 }) { return .open }
        return ["done", "closed", "finished", "complete", "yes", "x", "✓", "✅", "[x]"].contains { text.hasPrefix($0) } ? .done : .open
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// The first day that a text names: `2026-03-14`, `14 March 2026`, `March 14, 2026`, `14.03.2026`.
    static func day(in text: String) -> CalendarDay? {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }.map(String.init)
        for (index, word) in words.enumerated() {
            // Also inside a longer word, such as the name of a file.
            let signs = Array(word)
            for start in signs.indices where signs[start].isNumber && (start == 0 || !signs[start - 1].isNumber) {
                if let iso = CalendarDay(iso: String(signs[start...].prefix(10))) { return iso }
            }
            let parts = word.split(separator: ".").compactMap { Int($0) }
            if parts.count == 3, parts[2] > 1900, let day = CalendarDay(year: parts[2], month: parts[1], day: parts[0]) { return day }
            guard let month = months.firstIndex(where: { word.count >= 3 && word.lowercased().hasPrefix($0) }) else { continue }
            let near = [index - 1, index + 1].filter { words.indices.contains($0) }
            let number = near.lazy.compactMap { Int(words[$0].prefix { $0.isNumber }) }.first { (1...31).contains($0) }
            let year = words[index...].dropFirst().prefix(2).lazy.compactMap { Int($0) }.first { $0 > 1900 }
            if let number, let year, let day = CalendarDay(year: year, month: month + 1, day: number) { return day }
        }
        return nil
    }
}
