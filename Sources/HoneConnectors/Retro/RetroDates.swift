internal import HoneFacts

/// Finds dates as people write them: `2026-03-14`, `20260314`, `14.3.2026`, `14/03/2026`, `14 March 2026`, `March 14th, 2026`.
struct RetroDates {
    struct Match {
        let day: CalendarDay
        /// Where it stands, in characters.
        let range: Range<Int>
    }

    /// Whether `3/4/2026` is in March.
    let isMonthFirst: Bool
    /// Whether nothing in the notes tells which of day and month comes first.
    let isAssumed: Bool

    /// - Parameter text: all of the notes; one date such as `3/14/2026` in them tells the order of all.
    init(_ text: String) {
        var seen = false
        var (dayFirst, monthFirst) = (false, false)
        for line in text.split(whereSeparator: \.isNewline) where line.utf8.contains(47) && line.utf8.count <= RetroReader.longestLine {
            let tokens = Self.tokens(Array(line))
            for index in tokens.indices {
                guard let (first, second, _, sign) = Self.threeNumbers(tokens, index), sign == "/", first <= 31 else { continue }
                seen = true
                if first > 12 { dayFirst = true }
                if second > 12 { monthFirst = true }
            }
        }
        isMonthFirst = monthFirst && !dayFirst
        isAssumed = seen && dayFirst == monthFirst
    }

    func dates(in text: some StringProtocol) -> [Match] {
        let tokens = Self.tokens(Array(text))
        var matches: [Match] = []
        var index = 0
        while index < tokens.count {
            guard let (day, count) = date(tokens, index) else {
                index += 1
                continue
            }
            matches.append(Match(day: day, range: tokens[index].range.lowerBound..<tokens[index + count - 1].range.upperBound))
            index += count
        }
        return matches
    }

    private struct Token {
        let text: String
        let range: Range<Int>
        var number: Int? { text.utf8.allSatisfy { $0 &- 48 < 10 } ? Int(text) : nil }
        var digits: Int { text.utf8.count }
    }

    /// Runs of digits, runs of letters, and single other signs; spaces are left out.
    private static func tokens(_ text: [Character]) -> [Token] {
        var tokens: [Token] = []
        var start = 0
        while start < text.count {
            func kind(_ character: Character) -> Int { character.isASCII && character.isNumber ? 1 : character.isLetter ? 2 : 0 }
            let first = kind(text[start])
            var end = start + 1
            while first != 0, end < text.count, kind(text[end]) == first { end += 1 }
            if !text[start].isWhitespace { tokens.append(Token(text: String(text[start..<end]), range: start..<end)) }
            start = end
        }
        return tokens
    }

    /// Three numbers without spaces, apart by one sign twice.
    private static func threeNumbers(_ tokens: [Token], _ index: Int) -> (Int, Int, Int, String)? {
        guard index + 4 < tokens.count, let first = tokens[index].number, let second = tokens[index + 2].number,
            let third = tokens[index + 4].number, tokens[index + 1].text == tokens[index + 3].text,
            "-/._".contains(tokens[index + 1].text),
            (0..<4).allSatisfy({ tokens[index + $0].range.upperBound == tokens[index + $0 + 1].range.lowerBound })
        else { return nil }
        return (first, second, third, tokens[index + 1].text)
    }

    /// The date that begins at a token, and of how many tokens it is.
    private func date(_ tokens: [Token], _ index: Int) -> (CalendarDay, Int)? {
        if let number = tokens[index].number {
            if tokens[index].digits == 8 { return Self.day(number / 10_000, number / 100 % 100, number % 100).map { ($0, 1) } }
            if let (first, second, third, sign) = Self.threeNumbers(tokens, index) {
                if tokens[index].digits == 4 { return Self.day(first, second, third).map { ($0, 5) } }
                let isShort = tokens[index + 4].digits == 2 && (sign == "/" || (sign == "." && tokens[index + 2].digits == 2))
                guard tokens[index].digits <= 2, isShort || tokens[index + 4].digits == 4 else { return nil }
                let isSwapped = sign == "/" && (second > 12 || (isMonthFirst && first <= 12))
                let (month, day) = isSwapped ? (first, second) : (second, first)
                return Self.day(isShort ? 2000 + third : third, month, day).map { ($0, 5) }
            }
        }
        return writtenDate(tokens, index)
    }

    /// `14th of March, 2026` or `March 14th, 2026`.
    private func writtenDate(_ tokens: [Token], _ start: Int) -> (CalendarDay, Int)? {
        var (day, month) = (0, 0)
        for index in start..<min(tokens.count, start + 7) {
            let token = tokens[index]
            if let number = token.number {
                if token.digits == 4, day > 0, month > 0 { return Self.day(number, month, day).map { ($0, index - start + 1) } }
                guard token.digits <= 2, day == 0 else { return nil }
                day = number
            } else if month == 0, let found = Self.month(token.text) {
                month = found
            } else {
                guard index > start, [".", ",", "-", "/", "st", "nd", "rd", "th", "of", "de"].contains(token.text.lowercased()) else {
                    return nil
                }
            }
        }
        return nil
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
        (1970...2199).contains(year) ? CalendarDay(year: year, month: month, day: day) : nil
    }

    private static let months = [
        "january januar janvier enero januari", "february februar fevrier febrero februari", "march marz mrz mars marzo maart",
        "april avril abril", "may mai mayo mei", "june juni juin junio", "july juli juillet julio", "august aout agosto augustus",
        "september septembre septiembre", "october oktober octobre octubre", "november novembre noviembre",
        "december dezember decembre diciembre",
    ].map { $0.split(separator: " ") }

    /// A month by its name or the first letters of it, at least three.
    private static func month(_ word: String) -> Int? {
        let word = NameWord.folded(word)
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
    }
}
