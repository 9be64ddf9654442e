import HoneConnectors
import HoneFacts
import HoneLoop
import HoneStatistics

/// The groups of a file, each as a series of weekly or monthly values over the same span.
struct GroupedTable {
    private(set) var series: [(name: String, series: WeeklySeries)] = []
    private(set) var blanks = 0

    /// - Parameters:
    ///   - group: the column with the names of the groups; nil for one group of all rows.
    ///   - months: the column that numbers the months, 0 that of the change; nil for dated rows, by week.
    ///   - dated: reads the dated rows of a part of the table.
    init(
        _ table: NumberTable, kind: SeriesKind, group: String?, months: String?, value: String?, unit: Double?,
        dated: (NumberTable) throws -> DatedTable
    ) throws {
        guard kind != .count else {
            throw Failure(.usage, "Groups differ in size, so counts of them are not pooled. Compare durations or shares: --kind.")
        }
        if let months {
            guard kind == .duration else { throw Failure(.usage, "--months is for durations: one amount a row.") }
            try readMonths(table, group: group, months: months, value: value, unit: unit)
        } else {
            try readWeeks(table, group: group, unit: unit, dated)
        }
        guard !series.isEmpty else {
            throw Failure(.badData, "\(table.path): There is no row with a group, a time and a value. Fill them in, or name other columns.")
        }
    }

    private static func parts(_ table: NumberTable, by group: String?) throws -> [(name: String, table: NumberTable)] {
        guard let group else { return [("all rows", table)] }
        do throws(NumberTableError) {
            let column = try table.column(named: group)
            guard !PeoplesData.isNamed(in: table.names[column]) else {
                throw table.lacking(
                    table.names[column],
                    "Group by products, teams or kinds of work: people are never compared. \(PeoplesData.ifAsked)")
            }
            return table.groups(column)
        } catch {
            throw Failure(.badData, error.description)
        }
    }

    private mutating func readMonths(_ table: NumberTable, group: String?, months: String, value: String?, unit: Double?) throws {
        var rows: [(name: String, months: [Int], amounts: [Double])] = []
        for part in try Self.parts(table, by: group) {
            do throws(NumberTableError) {
                let column = try part.table.column(named: months)
                let numbers = try part.table.wholeNumbers(column)
                let valueColumn = try table.valueColumn(named: value, besides: [column])
                let cells = try part.table.numbers(valueColumn)
                if let row = numbers.firstIndex(where: { $0.map { abs($0) > 10_000 } ?? false }) {
                    throw part.table.refusal(row, column, "is no number of a month near 0", "Count months from that of the change.")
                }
                if let row = cells.firstIndex(where: { ($0 ?? 0) < 0 }) {
                    throw part.table.refusal(row, valueColumn, "is negative, which no duration is", "Mend the row, or take it out.")
                }
                let known = zip(numbers, cells).compactMap { month, cell in month.flatMap { month in cell.map { (month, $0) } } }
                blanks += numbers.count - known.count
                rows.append((part.name, known.map(\.0), known.map(\.1)))
            } catch {
                throw Failure(.badData, error.description)
            }
        }
        let all = rows.flatMap(\.months)
        guard let first = all.min(), let last = all.max() else { return }
        let smallest = unit ?? rows.lazy.flatMap(\.amounts).filter { $0 > 0 }.min() ?? 1
        series = rows.compactMap { row in
            WeeklySeries.durations(row.amounts, weeks: row.months, smallestUnit: smallest, span: first..<last + 1).map { (row.name, $0) }
        }
    }

    private mutating func readWeeks(_ table: NumberTable, group: String?, unit: Double?, _ dated: (NumberTable) throws -> DatedTable) throws
    {
        let whole = try dated(table)
        let span = DatedRows(days: whole.days, values: whole.values(unit: unit)).wholeWeeks
        let covered = Window(from: CalendarDay(week: span.lowerBound), to: CalendarDay(week: span.upperBound))
        let smallest = unit ?? whole.smallestAmount
        blanks = whole.blanks
        series = try Self.parts(table, by: group).compactMap { part in
            let read = try dated(part.table)
            let rows = DatedRows(days: read.days, values: read.values(unit: smallest), covered: covered)
            return WeeklyRecord(rows).map { (part.name, $0.series) }
        }
    }
}
