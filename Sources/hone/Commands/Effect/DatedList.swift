import ArgumentParser
import Foundation
import HoneConnectors
import HoneFacts
import HoneLoop

/// A list of dated files, each of which is read as `hone series compare` reads one, as series of the benchmark.
struct DatedList {
    let series: [BenchmarkSeries]

    /// - Parameter folder: of the files; nil for that of the list.
    init(_ path: String, folder: String?) throws {
        let table = try TableArguments.table(path, delimiter: nil)
        let place = folder ?? URL(fileURLWithPath: path).deletingLastPathComponent().path
        var cells: [String: [String?]] = [:]
        do throws(NumberTableError) {
            for name in Self.columns { cells[name] = table.texts(try table.column(named: name)) }
        } catch {
            throw Failure(.badData, error.description)
        }
        series = try (0..<table.rowCount).flatMap { row in
            let entry = Entry { (cells[$0] ?? [])[row] }
            guard let entry else {
                throw Failure(
                    .badData, "\(path), line \(table.lines[row]): The row names no name, kind, better and file. Fill them in.")
            }
            return try entry.series(in: place)
        }
    }

    private static let columns = ["name", "kind", "better", "file", "date", "format", "value", "of", "group", "delimiter"]

    private struct Entry {
        let name: String
        let kind: SeriesKind
        let better: EffectTerms.Direction
        let file: String
        let cell: (String) -> String?

        init?(_ cell: @escaping (String) -> String?) {
            guard let name = cell("name"), let kind = cell("kind").flatMap(SeriesKind.init(rawValue:)),
                let better = cell("better").flatMap(EffectTerms.Direction.init(rawValue:)), let file = cell("file")
            else { return nil }
            self.name = name
            self.kind = kind
            self.better = better
            self.file = file
            self.cell = cell
        }

        /// One, or one a group.
        func series(in folder: String) throws -> [BenchmarkSeries] {
            let table = try TableArguments.table(folder + "/" + file, delimiter: cell("delimiter"))
            guard let group = cell("group") else { return [try series(table, name)] }
            do {
                return try table.groups(try table.column(named: group)).map { try series($0.table, name + " " + $0.name, of: name) }
            } catch let error as NumberTableError {
                throw Failure(.badData, error.description)
            }
        }

        private func series(_ table: NumberTable, _ name: String, of whole: String? = nil) throws -> BenchmarkSeries {
            let format = try cell("format").map { pattern in
                do { return try DateFormat(pattern: pattern) } catch { throw Failure(.badData, "\(name): \(error)") }
            }
            let read = try DatedTable(
                table, kind: kind, value: cell("value"), of: cell("of"), isRowAnEvent: kind == .count && cell("value") == nil,
                date: cell("date"), format: format, zone: .utc)
            let values = read.values(unit: nil)
            guard let record = WeeklyRecord(DatedRows(days: read.days, values: values)) else {
                throw Failure(.badData, "\(name): The values are none of their kind. Mend the list.")
            }
            let isTied = if case .durations(let amounts, _) = values { BenchmarkSeries.isTied(amounts) } else { false }
            return BenchmarkSeries(name: name, of: whole, values: record.series, better: better, isTied: isTied)
        }
    }
}
