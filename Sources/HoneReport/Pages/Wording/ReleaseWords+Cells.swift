import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStatistics

/// The numbers of one release, each with what it stands on.
extension ReleaseWords {
    /// A number and its n, or why there is none.
    struct Cell: Equatable {
        let value: String
        /// Empty where the value says all.
        let under: String

        var text: String { under.isEmpty ? value : "\(value) (\(under))" }
    }

    private static let noNumber = "–"

    func cells(_ row: ReleaseRow) -> [Cell] { zip(picture.columns, row.capability).map(Self.cell) }

    static func cell(_ column: ReleasesPicture.Column, _ observation: Observation) -> Cell {
        // A release brings merges and commits of the default branch; this number stands on the commits in them.
        let n = "n \(ValueText.grouped(observation.n))\(column.metric == "change-lead-time" ? " commits" : "")"
        if observation.n == 0 {
            let left = ObservationWords.counted(observation.excluded, CodeWords.exclusion)
            // To count nothing gives zero; a number of nothing is none.
            let value = column.metric == "throughput" ? "0" : Self.noNumber
            return Cell(value: value, under: left.isEmpty ? "" : "left out \(left)")
        }
        if column.isPercentile, observation.isSmallSample { return Cell(value: tooFew, under: n) }
        guard let value = column.isPercentile ? observation.percentiles?.p85 : observation.value else {
            guard let range = observation.interval, range.method == "unclassified" else { return Cell(value: Self.noNumber, under: n) }
            return Cell(
                value: ValueText.range(range.lower, range.upper, unit: observation.unit), under: "\(n), too few kinds known")
        }
        let text = ValueText.text(value, unit: observation.unit)
        guard column.metric == "throughput" else { return Cell(value: text, under: n) }
        // A count over days that differ in number says little by itself.
        let aWeek = value * 7 / Double(observation.window.length)
        return Cell(value: text, under: ValueText.text(aWeek, unit: .perWeek))
    }

    /// The capability side of a release in one line.
    func capability(_ row: ReleaseRow) -> String {
        zip(picture.columns, cells(row)).map { "\(Self.lowered($0.name)) \($1.text)" }.joined(separator: " · ")
    }

    static func lowered(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

    /// What stands before the numbers: the release, its days, what it brought.
    func leading(_ row: ReleaseRow) -> [Cell] {
        let length = row.isFirst ? "and all days before" : "\(DayText.length(row.window)) from \(DayText.day(row.window.from))"
        var cells = [Cell(value: names(row), under: ""), Cell(value: DayText.day(row.releasedOn), under: length)]
        if hasChanges { cells.append(Cell(value: row.brought.changes.map(ValueText.grouped) ?? "", under: "")) }
        if hasItems { cells.append(Cell(value: row.brought.itemCount.map(ValueText.grouped) ?? "", under: kinds(row))) }
        return cells
    }

    var hasItems: Bool { picture.rows.contains { $0.brought.items != nil } }
    var hasChanges: Bool { picture.rows.contains { $0.brought.changes != nil } }

    /// The rows as a table of texts: the release, its days, what it brought, then the numbers.
    var table: (headers: [String], rows: [[String]]) {
        let headers = ["release", "days"] + (hasChanges ? ["changes"] : []) + (hasItems ? ["items"] : [])
        let rows = picture.rows.map { row in
            [names(row), days(row)] + (hasChanges ? [row.brought.changes.map(ValueText.grouped) ?? ""] : [])
                + (hasItems ? [items(row) ?? ""] : []) + cells(row).map(\.text)
        }
        return (headers + picture.columns.map { Self.lowered($0.name) }, rows)
    }
}
