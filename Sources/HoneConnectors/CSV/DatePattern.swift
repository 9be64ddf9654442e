/// One way to write dates, as a pattern of `DateFormat.letters` and signs between them.
///
/// Every other letter is an error; text that is meant literally stands in single quotes. `yy` is 1970 to 2069. A pattern without a day
/// is for numbers of whole months, quarters or weeks of ISO 8601: it stands for the last day of each.
struct DatePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, shortYear
        case month, shortMonth, namedMonth, longMonth
        case day, shortDay
        case quarter, week, shortWeek
        /// A word that says what the day says too.
        case weekday
        case hour, shortHour, minute, second
        /// 1 to 12, which need AM or PM.
        case halfDayHour, shortHalfDayHour, halfOfDay
        /// `Z`, `+01:00`, `+0100` or `+01`.
        case offset
        /// What a zone is called, up to a closing bracket or the end; the offset says which it is.
        case zoneName
        case literal(UInt8)
    }

    let parts: [Part]

    /// Whether the pattern has a clock time; without one its dates are whole days.
    var hasTime: Bool { parts.contains(.hour) || parts.contains(.shortHour) || parts.contains(.halfOfDay) }

    /// Whether it has no day, so that it stands for whole months, quarters or weeks.
    var isOfPeriods: Bool { !parts.contains(.day) && !parts.contains(.shortDay) }

    init(_ pattern: String) throws(DateFormatError) {
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
        self.parts = parts
        try check(pattern, hasOpenQuote: isQuoted)
    }

    private static func part(_ run: String, in pattern: String) throws(DateFormatError) -> Part {
        switch run {
        case "yyyy": return .year
        case "yy": return .shortYear
        case "MM": return .month
        case "M": return .shortMonth
        case "MMM": return .namedMonth
        case "MMMM": return .longMonth
        case "dd": return .day
        case "d": return .shortDay
        case "EEE", "EEEE": return .weekday
        case "Q": return .quarter
        case "ww": return .week
        case "w": return .shortWeek
        case "HH": return .hour
        case "H": return .shortHour
        case "hh": return .halfDayHour
        case "h": return .shortHalfDayHour
        case "a": return .halfOfDay
        case "mm": return .minute
        case "ss": return .second
        case "Z": return .offset
        case "z": return .zoneName
        default: throw DateFormatError(message: "The date format '\(pattern)' has '\(run)', which stands for nothing.")
        }
    }

    private func check(_ pattern: String, hasOpenQuote: Bool) throws(DateFormatError) {
        func count(_ wanted: Part...) -> Int { parts.count { wanted.contains($0) } }
        let year = count(.year, .shortYear)
        let months = count(.month, .shortMonth, .namedMonth, .longMonth)
        let periods = count(.quarter, .week, .shortWeek)
        let isWhole = year == 1 && months == 1 && count(.day, .shortDay) == 1 && periods == 0
        let clock = [count(.hour, .shortHour, .halfDayHour, .shortHalfDayHour), count(.minute), count(.second)]
        if hasOpenQuote { throw DateFormatError(message: "The date format '\(pattern)' has a quote that is not closed.") }
        let isPeriod = isOfPeriods && year == 1 && months + periods == 1 && !parts.contains(.weekday) && !hasTime && clock == [0, 0, 0]
        if !isWhole && !isPeriod {
            throw DateFormatError(
                message:
                    "The date format '\(pattern)' needs one year, one month (MM) and one day; or, for numbers of whole months, quarters or weeks, a year and one of MM, Q and ww."
            )
        }
        if count(.halfDayHour, .shortHalfDayHour) != count(.halfOfDay) {
            throw DateFormatError(message: "The date format '\(pattern)' has hours to 12 (h) without AM or PM (a), or the reverse.")
        }
        if clock.contains(where: { $0 > 1 }) || clock[0] < clock[1] || clock[1] < clock[2] {
            throw DateFormatError(message: "The date format '\(pattern)' has minutes (mm) without hours, or a part twice.")
        }
        if count(.offset) > clock[0] || count(.zoneName) > count(.offset) {
            throw DateFormatError(
                message: "The date format '\(pattern)' has an offset (Z) without hours, or the name of a zone (z) without an offset.")
        }
    }
}
