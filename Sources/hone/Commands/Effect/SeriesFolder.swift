import Foundation
import HoneConnectors
import HoneLoop
import HoneStatistics

/// A folder of weekly series, one CSV file each, in the order of their names.
struct SeriesFolder {
    let series: [BenchmarkSeries]

    init(_ folder: String) throws {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw Failure(
                .badData, "\(folder): There is no folder here that can be read. Name the one that holds the series: --series DIR.")
        }
        let files = entries.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".csv.gz") }.sorted()
        guard !files.isEmpty else { throw Failure(.badData, "\(folder): There is no CSV file in it. Name the folder with the series.") }
        series = try files.map { try Self.series(folder + "/" + $0, name: String($0.prefix { $0 != "." })) }
    }

    private static func series(_ path: String, name: String) throws -> BenchmarkSeries {
        let table = try TableArguments.table(path, delimiter: nil)
        do throws(NumberTableError) {
            guard let week = table.column(exactly: "week") else { throw table.lacking("week", "Number the weeks from 0 in a column week.") }
            let weeks = try table.wholeNumbers(week)
            if let part = table.column(exactly: "k"), let whole = table.column(exactly: "n") {
                let (rows, span) = try filled(table, weeks, [try table.wholeNumbers(part), try table.wholeNumbers(whole)], week)
                let sums = [0, 1].map { column in
                    WeeklySeries.sums(rows.map { $0.cells[column] }, weeks: rows.map(\.week), span: span)
                }
                return try made(.shares(successes: sums[0], trials: sums[1], firstWeek: span.lowerBound), name, table, part)
            }
            if let count = table.column(exactly: "count") {
                let (rows, span) = try filled(table, weeks, [try table.wholeNumbers(count)], week)
                let sums = WeeklySeries.sums(rows.map { $0.cells[0] }, weeks: rows.map(\.week), span: span)
                return try made(.counts(sums, firstWeek: span.lowerBound), name, table, count)
            }
            let value = try table.valueColumn(named: nil, besides: [week])
            let (rows, span) = try filled(table, weeks, [try table.numbers(value)], week)
            let amounts = rows.map { $0.cells[0] }
            let unit = amounts.filter { $0 > 0 }.min() ?? 1
            let values = WeeklySeries.durations(amounts, weeks: rows.map(\.week), smallestUnit: unit, span: span)
            return try made(values, name, table, value, isTied: BenchmarkSeries.isTied(amounts))
        } catch {
            throw Failure(.badData, error.description)
        }
    }

    /// The rows, all of whose cells must be filled, and the weeks from 0 to the last.
    private static func filled<Cell>(
        _ table: NumberTable, _ weeks: [Int?], _ columns: [[Cell?]], _ weekColumn: Int
    ) throws(NumberTableError) -> (rows: [(week: Int, cells: [Cell])], span: Range<Int>) {
        var rows: [(week: Int, cells: [Cell])] = []
        for row in weeks.indices {
            let cells = columns.compactMap { $0[row] }
            guard let week = weeks[row], (-100_000...100_000).contains(week), cells.count == columns.count else {
                throw table.refusal(row, weekColumn, "is no week with its values", "Fill the row in with plain numbers, or take it out.")
            }
            rows.append((week, cells))
        }
        let numbers = rows.map(\.week)
        return (rows, min(0, numbers.min() ?? 0)..<(numbers.max() ?? -1) + 1)
    }

    private static func made(
        _ values: WeeklySeries?, _ name: String, _ table: NumberTable, _ column: Int, isTied: Bool = false
    ) throws(NumberTableError) -> BenchmarkSeries {
        guard let values else {
            throw table.lacking(table.names[column], "Durations and counts are 0 or more, and k is at most n: mend the file.")
        }
        // More finished is better, but not more incidents.
        let isTrouble = values.kind == .counts && name.contains("incident")
        return BenchmarkSeries(
            name: name, values: values, better: isTrouble ? .lower : BenchmarkSeries.usualDirection(values.kind), isTied: isTied)
    }
}
