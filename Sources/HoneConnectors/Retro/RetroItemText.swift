internal import HoneFacts

/// Takes apart the text of an improvement: what is to be done, and beside it owners, a due day and a status.
///
///     Automate the release notes (@anna, due 2026-04-01)
///     Automate the release notes - Anna - by 1 April 2026 - done
struct RetroItemText {
    private(set) var title = ""
    private(set) var dueOn: CalendarDay?
    private(set) var status: RetroStatus?
    private(set) var owners: [String] = []

    private let dates: RetroDates

    init(_ markdown: String, _ dates: RetroDates) {
        self.dates = dates
        let text = Self.plain(markdown)
        let isStruck = markdown.hasPrefix("~~") && markdown.hasSuffix("~~") && markdown.count > 4
        var pieces = Self.pieces(text)
        // What says what it is may stand anywhere; what only looks like it, at the end.
        pieces = pieces.enumerated().filter { $0.offset == 0 && !$0.element.isGroup || !take($0.element, isLabelled: true) }.map(\.element)
        while pieces.count > 1, let last = pieces.last, take(last, isLabelled: false) { pieces.removeLast() }
        title = RetroOwner.trimmed(pieces.map { $0.lead + $0.text }.joined())
        takeDueAtEnd()
        if let sign = title.first, let box = RetroStatus(box: sign), title.count > 1, sign != "-", !sign.isLetter {
            status = status ?? box
            title = RetroOwner.trimmed(title.dropFirst().drop { $0 == "\u{fe0f}" })
        }
        if isStruck { status = status ?? RetroStatus(.dropped) }
        // A mention in the sentence is masked there, and its name elsewhere too.
        owners += title.split(separator: " ").filter { $0.hasPrefix("@") }.map { String($0.prefix { $0 != "." && $0 != "," && $0 != ":" }) }
    }

    private struct Piece {
        let lead: String
        let text: String
        var isGroup: Bool { "([".contains(text.first ?? " ") }
        /// Whether a bare name may stand behind its separator.
        var isStrong: Bool { isGroup || !lead.contains { ",;".contains($0) } }
        var content: String { isGroup ? String(text.dropFirst().dropLast()) : text }
    }

    /// Without signs of Markdown; of a link only its text stays.
    static func plain(_ markdown: String) -> String {
        var text = markdown
        for sign in ["**", "__", "~~", "`"] where text.contains(sign) { text = text.split(separator: sign).joined(separator: "") }
        while let middle = text.firstRange(of: "]("), let end = text[middle.upperBound...].firstIndex(of: ")"),
            let start = text[..<middle.lowerBound].lastIndex(of: "[")
        {
            text = String(text[..<start] + text[text.index(after: start)..<middle.lowerBound] + text[text.index(after: end)...])
        }
        return RetroOwner.trimmed(text)
    }

    /// The text cut at brackets and at ` - `, ` | `, `, ` and their like.
    private static func pieces(_ text: String) -> [Piece] {
        let characters = Array(text)
        var pieces: [Piece] = []
        var lead = ""
        var piece = ""
        var index = 0
        func close() {
            if !(lead + piece).isEmpty { pieces.append(Piece(lead: lead, text: piece)) }
            (lead, piece) = ("", "")
        }
        while index < characters.count {
            let character = characters[index]
            let closing: Character? = character == "(" ? ")" : character == "[" ? "]" : nil
            if let closing, let end = characters[index...].prefix(400).firstIndex(of: closing) {
                close()
                pieces.append(Piece(lead: "", text: String(characters[index...end])))
                index = end + 1
                continue
            }
            let rest = characters[index...]
            if let sign = separators.first(where: { rest.starts(with: $0) }) {
                close()
                lead = String(sign)
                index += sign.count
                continue
            }
            piece.append(character)
            index += 1
        }
        close()
        return pieces
    }

    private static let separators = [" - ", " – ", " — ", " -- ", " | ", " → ", " -> ", " => ", " / ", "; ", ", "].map(Array.init)

    /// Keeps what a piece says; false where it says something else and belongs to the title.
    private mutating func take(_ piece: Piece, isLabelled: Bool) -> Bool {
        if RetroOwner.trimmed(piece.content).isEmpty { return piece.isGroup || !isLabelled }
        let parts =
            piece.isGroup ? piece.content.split { ",;|".contains($0) }.map { RetroOwner.trimmed($0) } : [RetroOwner.trimmed(piece.text)]
        var copy = self
        let others = parts.filter { !copy.take(part: $0, isStrong: piece.isStrong, isLabelled: isLabelled) }
        // Beside a due day in brackets, a word or two are whoever does it: `(anna, due 2026-04-01)`.
        guard others.isEmpty || (others.count < parts.count && others.allSatisfy { $0.split(separator: " ").count <= 2 }) else {
            return false
        }
        copy.owners += others.flatMap(RetroOwner.parts)
        self = copy
        return true
    }

    private mutating func take(part: String, isStrong: Bool, isLabelled: Bool) -> Bool {
        let (label, rest) = Self.label(part)
        if Self.ownerLabels.contains(label), !rest.isEmpty, part.contains(":") || RetroOwner.isNames(rest) || RetroOwner.role(rest) != nil {
            owners += RetroOwner.parts(rest)
            return true
        }
        let found = dates.dates(in: part)
        if Self.dueLabels.contains(label), let date = found.last {
            dueOn = date.day
            return true
        }
        if label == "status", let read = RetroStatus(rest, dates) {
            status = read
            return true
        }
        if isLabelled { return false }
        if let date = found.first, found.count == 1, date.range.count == part.count {
            dueOn = date.day
            return true
        }
        if let read = RetroStatus(part, dates) {
            status = read
            return true
        }
        guard part.hasPrefix("@") || RetroOwner.role(part) != nil || (isStrong && RetroOwner.isNames(part)) else { return false }
        owners += RetroOwner.parts(part)
        return true
    }

    private static let ownerLabels: Set<String> = [
        "owner", "owners", "owned", "who", "assignee", "assignees", "assigned", "responsible", "resp", "dri", "champion", "driver", "wer",
        "verantwortlich", "by", "lead",
    ]
    private static let dueLabels: Set<String> = [
        "due", "deadline", "until", "till", "by", "before", "bis", "fallig", "target", "eta", "when",
    ]

    /// The first word of a part, folded, and what follows it without `date`, `to`, `on`, `by`, `:`.
    private static func label(_ part: String) -> (label: String, rest: String) {
        let head = part.prefix { $0.isLetter }
        guard !head.isEmpty else { return ("", part) }
        var rest = part[head.endIndex...].drop { " :=".contains($0) }
        for word in ["date", "to", "on", "by"] where rest.lowercased().hasPrefix(word + " ") || rest.lowercased().hasPrefix(word + ":") {
            rest = rest.dropFirst(word.count).drop { " :=".contains($0) }
        }
        return (NameWord.folded(head), RetroOwner.trimmed(rest))
    }

    /// `… by 1 April 2026` at the end of the sentence.
    private mutating func takeDueAtEnd() {
        let characters = Array(title)
        guard dueOn == nil, let date = dates.dates(in: title).last,
            characters[date.range.upperBound...].allSatisfy({ ". ".contains($0) })
        else { return }
        let before = RetroOwner.trimmed(
            String(characters[..<date.range.lowerBound]).reversed().drop { $0 == ":" || $0 == " " }.reversed().map(String.init).joined())
        guard let word = before.split(separator: " ").last, Self.dueLabels.contains(NameWord.folded(word)) else { return }
        let rest = RetroOwner.trimmed(before.dropLast(word.count))
        guard !rest.isEmpty else { return }
        dueOn = date.day
        title = rest
    }
}
