/// The way a source writes its dates, as a pattern of `yyyy yy MM M MMM dd d HH H hh h mm ss a` and signs between them.
///
/// Every other letter is an error; text that is meant literally stands in single quotes. `yy` is 1970 to 2069.
package struct DateFormat: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, shortYear
        case month, shortMonth, namedMonth
        case day, shortDay
        case hour, shortHour, minute, second
        /// 1 to 12, which need AM or PM.
        case halfDayHour, shortHalfDayHour, halfOfDay
        case literal(UInt8)
    }

    package let pattern: String
    let parts: [Part]

    /// Whether the pattern has a clock time; without one its dates are whole days.
    package var hasTime: Bool { parts.contains(.hour) || parts.contains(.shortHour) || parts.contains(.halfOfDay) }

    package init(pattern: String) throws(DateFormatError) {
        var parts: [Part] = []
        var isQuoted = false
        var rest = Substring(pattern)
        while let first = rest.first {
            if first == "'" {
                isQuoted.toggle()
                rest.removeFirst()
            } else if isQuoted || !first.isLetter {
                parts += String(first).utf8.map { .literal($0) }
                rest.removeFirst()
            } else {
                let run = rest.prefix { $0 == first }
                parts.append(try Self.part(String(run), in: pattern))
                rest.removeFirst(run.count)
            }
        }
        self.pattern = pattern
        self.parts = parts
        try checkParts(isQuoted)
    }

    private static func part(_ run: String, in pattern: String) throws(DateFormatError) -> Part {
        switch run {
        case "yyyy": return .year
        case "yy": return .shortYear
        case "MM": return .month
        case "M": return .shortMonth
        case "MMM": return .namedMonth
        case "dd": return .day
        case "d": return .shortDay
        case "HH": return .hour
        case "H": return .shortHour
        case "hh": return .halfDayHour
        case "h": return .shortHalfDayHour
        case "a": return .halfOfDay
        case "mm": return .minute
        case "ss": return .second
        default: throw DateFormatError(message: "The date format '\(pattern)' has '\(run)', which stands for nothing.")
        }
    }

    private func checkParts(_ hasOpenQuote: Bool) throws(DateFormatError) {
        func count(_ wanted: Part...) -> Int { parts.count { wanted.contains($0) } }
        let days = [count(.year, .shortYear), count(.month, .shortMonth, .namedMonth), count(.day, .shortDay)]
        let clock = [count(.hour, .shortHour, .halfDayHour, .shortHalfDayHour), count(.minute), count(.second)]
        if hasOpenQuote { throw DateFormatError(message: "The date format '\(pattern)' has a quote that is not closed.") }
        if days != [1, 1, 1] {
            throw DateFormatError(message: "The date format '\(pattern)' needs one year, one month (MM) and one day.")
        }
        if count(.halfDayHour, .shortHalfDayHour) != count(.halfOfDay) {
            throw DateFormatError(message: "The date format '\(pattern)' has hours to 12 (h) without AM or PM (a), or the reverse.")
        }
        if clock.contains(where: { $0 > 1 }) || clock[0] < clock[1] || clock[1] < clock[2] {
            throw DateFormatError(message: "The date format '\(pattern)' has minutes (mm) without hours, or a part twice.")
        }
    }
}

/// Why a date format cannot be used, and what to write.
package struct DateFormatError: Error, Hashable, CustomStringConvertible {
    package let message: String
    package let advice =
        "Write it with yyyy yy MM M MMM dd d HH H hh h mm ss a, for example dd/MM/yyyy or 'd.M.yyyy HH:mm:ss'; other letters in single quotes."

    package var description: String { "\(message) \(advice)" }
}
