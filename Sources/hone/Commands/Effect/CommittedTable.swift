import Foundation
import HoneConnectors
import HoneLoop

/// The table of an earlier run, as `--write` wrote it.
enum CommittedTable {
    /// - Returns: nil where there is no such file.
    static func power(in path: String) throws -> CommittedPower? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let table = try TableArguments.table(path, delimiter: nil)
        do throws(NumberTableError) {
            let names = table.texts(try table.column(named: "series"))
            var columns: [[Double?]] = []
            for column in ["power1", "power2", "power3"] { columns.append(try table.numbers(try table.column(named: column))) }
            var shares: [String: [Double]] = [:]
            for row in names.indices {
                guard let name = names[row] else { continue }
                let found = columns.compactMap { $0[row] }
                if found.count == columns.count { shares[name] = found }
            }
            return CommittedPower(shares: shares)
        } catch {
            throw Failure(.badData, error.description)
        }
    }
}
