/// A sign of a unit that a sheet writes beside its numbers: `4.2 %`, `$1,307`, `12 €`.
enum CSVUnitSign {
    private static let signs: [Character] = ["%", "$", "€", "£", "¥"]

    /// The number without the sign and the spaces at it, and the sign; empty where there is none. A minus before a leading sign stays,
    /// and a number in brackets is below zero, as bookkeepers write it.
    static func split(_ text: String) -> (number: String, sign: String) {
        if text.first == "(", text.last == ")" {
            let inner = split(trimmed(text.dropFirst().dropLast()))
            let isNumber = inner.number.first.map { $0.isNumber } ?? false
            return isNumber ? ("-" + inner.number, inner.sign) : (text, "")
        }
        let text = steadied(text)
        for code in codes {
            if text.hasPrefix(code + " ") { return (trimmed(text.dropFirst(code.count)), code) }
            if text.hasSuffix(" " + code) { return (trimmed(text.dropLast(code.count)), code) }
        }
        if let last = text.last, signs.contains(last) { return (trimmed(text.dropLast()), String(last)) }
        let minus = text.hasPrefix("-") ? "-" : ""
        let rest = text.dropFirst(minus.count)
        guard let first = rest.first, signs.contains(first), first != "%" else { return (text, "") }
        return (minus + trimmed(rest.dropFirst()), String(first))
    }

    private static let codes = ["EUR", "USD", "CHF", "GBP", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK"]

    /// With a plain minus, at the number: `−5`, `- 5`.
    private static func steadied(_ text: String) -> String {
        guard let first = text.first, first == "-" || first == "−" else { return text }
        return "-" + text.dropFirst().drop { $0.isWhitespace }
    }

    /// Without spaces at either end, those that do not break too.
    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
