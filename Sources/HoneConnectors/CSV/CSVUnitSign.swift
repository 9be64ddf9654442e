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
        if let last = text.last, signs.contains(last) { return (trimmed(text.dropLast()), String(last)) }
        let minus = text.hasPrefix("-") ? "-" : ""
        let rest = text.dropFirst(minus.count)
        guard let first = rest.first, signs.contains(first), first != "%" else { return (text, "") }
        return (minus + trimmed(rest.dropFirst()), String(first))
    }

    /// Without spaces at either end, those that do not break too.
    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
