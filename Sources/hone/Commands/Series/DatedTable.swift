import HoneConnectors
import HoneFacts
import HoneLoop

/// The columns of a file that make dated rows: its days and its values, without the rows in which either is blank.
struct DatedTable {
    private(set) var days: [CalendarDay] = []
    /// Rows that were left out.
    private(set) var blanks = 0
    private let kind: SeriesKind
    private var amounts: [Double] = []
    /// Of shares: k. Of counts: how many.
    private var numbers: [Int] = []
    /// Of shares: n.
    private var trials: [Int] = []

    /// - Parameter isRowAnEvent: each row counts one, whatever else is in it.
    init(
        _ table: NumberTable, kind: SeriesKind, value: String?, of: String?, isRowAnEvent: Bool, date: String?, format: DateFormat?,
        zone: ZoneTable
    ) throws {
        self.kind = kind
        guard of == nil || kind == .share else { throw Failure(.usage, "--of is for shares.") }
        guard !isRowAnEvent || kind == .count else { throw Failure(.usage, "--rows is for counts.") }
        do throws(NumberTableError) {
            let dateColumn = try table.dayColumn(named: date, format: format)
            let dates = try table.days(dateColumn, zone: zone, format: format)
            switch kind {
            case .duration: try readDurations(table, dates, try table.valueColumn(named: value, besides: [dateColumn]))
            case .share: try readShares(table, dates, dateColumn, value, of)
            case .count:
                let hasNumbers = value != nil || !table.numericColumns(besides: [dateColumn]).isEmpty
                let column = isRowAnEvent || !hasNumbers ? nil : try table.valueColumn(named: value, besides: [dateColumn])
                try readCounts(table, dates, column)
            }
        } catch {
            throw Failure(.badData, error.description)
        }
    }

    func values(unit: Double?) -> DatedRows.Values {
        switch kind {
        case .duration: .durations(amounts, smallestUnit: unit)
        case .share: .shares(successes: numbers, trials: trials)
        case .count: .counts(numbers)
        }
    }

    /// The smallest duration above 0.
    var smallestAmount: Double? { amounts.lazy.filter { $0 > 0 }.min() }

    private mutating func readDurations(_ table: NumberTable, _ dates: [CalendarDay?], _ column: Int) throws(NumberTableError) {
        for (row, cell) in try table.numbers(column).enumerated() {
            guard let day = dates[row], let cell else {
                blanks += 1
                continue
            }
            guard cell >= 0 else { throw table.refusal(row, column, "is negative, which no duration is", "Mend the row, or take it out.") }
            days.append(day)
            amounts.append(cell)
        }
    }

    /// Of two columns `k` and `n` nobody needs to say which is which.
    private mutating func readShares(
        _ table: NumberTable, _ dates: [CalendarDay?], _ dateColumn: Int, _ value: String?, _ of: String?
    ) throws(NumberTableError) {
        let isUsual = of == nil && (value == nil || value == "k") && table.column(exactly: "k") != nil && table.column(exactly: "n") != nil
        let whole: Int? = if let of { try table.column(named: of) } else if isUsual { table.column(exactly: "n") } else { nil }
        let part = try table.valueColumn(named: isUsual ? "k" : value, besides: [dateColumn] + (whole.map { [$0] } ?? []))
        let successes = try table.wholeNumbers(part)
        let all: [Int?] = if let whole { try table.wholeNumbers(whole) } else { successes.map { $0 == nil ? nil : 1 } }
        for row in successes.indices {
            guard let day = dates[row], let k = successes[row], let n = all[row] else {
                blanks += 1
                continue
            }
            guard k >= 0, k <= n else {
                let column = whole.map { "0 to the number in \(table.names[$0])" } ?? "0 or 1"
                throw table.refusal(row, part, "is not \(column)", "Mend the row, or name the column of n: --of NAME.")
            }
            days.append(day)
            numbers.append(k)
            trials.append(n)
        }
    }

    private mutating func readCounts(_ table: NumberTable, _ dates: [CalendarDay?], _ column: Int?) throws(NumberTableError) {
        let counts: [Int?] = if let column { try table.wholeNumbers(column) } else { dates.map { _ in 1 } }
        for row in counts.indices {
            guard let day = dates[row], let count = counts[row] else {
                blanks += 1
                continue
            }
            if let column, count < 0 { throw table.refusal(row, column, "is negative, which no count is", "Mend the row, or take it out.") }
            days.append(day)
            numbers.append(count)
        }
    }
}
