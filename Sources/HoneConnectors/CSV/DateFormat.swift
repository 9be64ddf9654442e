/// The ways a source writes its dates: patterns, or `iso`, `epoch` and `epoch-ms` for seconds and milliseconds since 1970, with
/// `|` between several. The first that fits a text is used.
package struct DateFormat: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        case iso
        /// A whole number of so many parts of a second.
        case epoch(perSecond: Int64)
        case pattern(DatePattern)
    }

    /// What patterns are written with.
    package static let letters = "yyyy yy MM M MMM MMMM dd d EEE HH H hh h mm ss a Z z Q w ww"

    package let pattern: String
    let forms: [Form]

    package init(pattern: String) throws(DateFormatError) {
        var forms: [Form] = []
        for text in Self.alternatives(pattern) {
            switch text {
            case "iso": forms.append(.iso)
            case "epoch": forms.append(.epoch(perSecond: 1))
            case "epoch-ms": forms.append(.epoch(perSecond: 1_000))
            default: forms.append(.pattern(try DatePattern(text)))
            }
        }
        self.pattern = pattern
        self.forms = forms
    }

    /// Whether one of the ways has no day, so that it stands for whole months, quarters or weeks.
    var isOfPeriods: Bool {
        forms.contains { form in
            if case .pattern(let pattern) = form { pattern.isOfPeriods } else { false }
        }
    }

    /// Parts between bars that are not quoted, without spaces around them.
    private static func alternatives(_ text: String) -> [String] {
        var (parts, isQuoted) = ([""], false)
        for character in text {
            if character == "'" { isQuoted.toggle() }
            if character == "|", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        guard parts.count > 1 else { return parts }
        return parts.map { part in
            let start = part.drop { $0 == " " }
            return String(start.reversed().drop { $0 == " " }.reversed())
        }
    }
}

/// Why a date format cannot be used, and what to write.
package struct DateFormatError: Error, Hashable, CustomStringConvertible {
    package let message: String
    package let advice =
        "Write it with \(DateFormat.letters), for example dd/MM/yyyy or 'd.M.yyyy HH:mm:ss'; other letters in single quotes. Several ways stand with | between them."

    package var description: String { "\(message) \(advice)" }
}
