/// Numbers that were measured elsewhere, as columns ordered by name and instant. Instants are raw values.
package struct MeasurementHistories: Sendable {
    package private(set) var name: [String] = []
    package private(set) var unit: [String] = []
    package private(set) var measuredAt: [Int64] = []
    package private(set) var value: [Double] = []
    package var count: Int { name.count }

    package init() {}

    /// Complexity: O(measurements x log measurements).
    init(_ batches: FactBatches, _ zone: ZoneTable, now: Int64) {
        var entries: [(name: String, at: Int64, value: Double, unit: String)] = []
        for batch in batches {
            let (names, values, units) = (batch.texts("name"), batch.texts("value"), batch.texts("unit"))
            let measured = batch.integers("measured_at")
            for row in 0..<batch.count {
                guard let number = Double(values[row]), number.isFinite, Instant.isPlausible(measured[row]),
                    zone.seconds(Instant(rawValue: measured[row])) <= now
                else { continue }
                entries.append((names[row], measured[row], number, units[row]))
            }
        }
        for entry in entries.sorted(by: { ($0.name, $0.at, $0.unit, $0.value) < ($1.name, $1.at, $1.unit, $1.value) }) {
            name.append(entry.name)
            unit.append(entry.unit)
            measuredAt.append(entry.at)
            value.append(entry.value)
        }
    }

    /// Numbers of one name and one unit, by name and unit; the unit as it was written last. Complexity: O(measurements x log measures).
    package var measures: [(name: String, unit: String, rows: [Int])] {
        var rows: [[String]: [Int]] = [:]
        for row in 0..<count { rows[[name[row], unit[row].lowercased()], default: []].append(row) }
        return rows.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { key, rows in
            (key[0], rows.last.map { unit[$0] } ?? "", rows)
        }
    }
}
