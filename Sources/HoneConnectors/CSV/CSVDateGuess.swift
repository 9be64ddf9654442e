internal import HoneFacts

/// A guess of how the dates of several columns are written.
struct CSVDateGuess {
    /// Nil: ISO 8601, or no format that reads every date.
    let format: String?
    let remarks: [String]

    /// Formats in which the day and the month cannot be mistaken.
    private static let plain = [
        "iso", "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "dd.MM.yyyy", "d.M.yyyy", "d.M.yyyy HH:mm:ss", "d.M.yyyy HH:mm",
        "dd.MM.yy", "dd-MM-yyyy", "dd MMM yyyy", "d MMM yyyy", "d MMM yyyy HH:mm", "d MMM yyyy HH:mm:ss", "d MMM yy", "dd-MMM-yyyy",
        "d-MMM-yyyy", "d-MMM-yy", "dd/MMM/yy", "d/MMM/yy", "dd/MMM/yy h:mm a", "d/MMM/yy h:mm a", "d/MMM/yy HH:mm", "d/MMM/yyyy h:mm a",
        "MMM d, yyyy", "MMM d, yyyy h:mm a", "MMMM d, yyyy", "MMMM d, yyyy h:mm a", "EEE MMM d yyyy HH:mm:ss 'GMT'Z (z)",
        "EEE MMM d HH:mm:ss Z yyyy", "EEE, d MMM yyyy HH:mm:ss Z", "yyyy-MM-dd HH:mm:ss Z", "epoch-ms", "epoch",
    ]
    /// Of numbers that stand for whole months, quarters or weeks.
    private static let periods = [
        "yyyy-MM", "yyyy/MM", "MM/yyyy", "MM.yyyy", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM yy", "MMM-yy", "yyyy-'W'ww", "yyyy 'W'w",
        "'W'w yyyy", "yyyy-'KW'ww", "yyyy 'KW'w", "'KW' w yyyy", "'KW'w yyyy", "'KW'ww/yyyy", "'KW' w/yyyy", "yyyy-'Q'Q", "yyyy 'Q'Q",
        "'Q'Q yyyy", "'Q'Q/yyyy", "'Q'Q-yyyy", "yyyy'Q'Q",
    ]
    private static let dayFirst = ["dd/MM/yyyy", "d/M/yyyy"].flatMap(withClock)
    private static let monthFirst = ["MM/dd/yyyy", "M/d/yyyy"].flatMap(withClock)

    private static func withClock(_ day: String) -> [String] {
        [day, day + " HH:mm", day + " HH:mm:ss", day + " h:mm a", day + " h:mm:ss a", day + ", h:mm:ss a", day + ", HH:mm:ss"]
    }

    /// - Parameters:
    ///   - columns: the texts of each column that are known.
    ///   - withPeriods: whether they may be of whole months, quarters or weeks.
    init(_ columns: [[String]], path: String, withPeriods: Bool = false) {
        let columns = columns.filter { !$0.isEmpty }
        let choices = [Self.dayFirst, Self.monthFirst].map { Self.formats($0 + Self.plain, of: columns) }
        if withPeriods, choices[0] == nil, choices[1] == nil, let periods = Self.formats(Self.periods, of: columns) {
            format = periods.joined(separator: " | ")
            remarks = ["Each number of \(path) stands for a whole period, and is taken as that of its last day."]
            return
        }
        // Only people who write the month first write AM and PM.
        let isHalfDays = choices[1]?.contains { $0.hasSuffix("a") } == true
        guard let chosen = (isHalfDays ? choices[1] : choices[0]) ?? choices[0] ?? choices[1] else {
            (format, remarks) = (
                nil, ["No date format reads every date of \(path): set date_format, or mend the rows that hone sync names."]
            )
            return
        }
        format = chosen == ["iso"] || chosen.isEmpty ? nil : chosen.joined(separator: " | ")
        let isAmbiguous = choices[0] != nil && choices[1] != nil && choices[0] != choices[1]
        let order = chosen == choices[0] ? "day" : "month"
        remarks = isAmbiguous ? ["The dates of \(path) read as day/month and as month/day; \(order) first was taken."] : []
    }

    /// The fewest formats of a list that read all of the columns, each column in one of them; nil where one cannot be read.
    private static func formats(_ patterns: [String], of columns: [[String]]) -> [String]? {
        let formats = patterns.compactMap { try? DateFormat(pattern: $0) }
        var found: [String] = []
        for column in columns {
            let fitting = formats.filter { format in column.allSatisfy { format.instant($0, zone: .utc) != nil } }.map(\.pattern)
            guard let first = fitting.first(where: found.contains) ?? fitting.first else { return nil }
            if !found.contains(first) { found.append(first) }
        }
        return found
    }
}
