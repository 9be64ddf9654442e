extension SettledItems {
    /// Items of one chunk of bytes.
    package static let chunkLength = SegmentBody.largestRowCount

    /// The items from `first` on as bytes, at most `chunkLength` of them.
    package func bytes(from first: Int) -> (bytes: [UInt8], count: Int) {
        let rows = first..<Swift.min(count, first + Self.chunkLength)
        let columns = [
            ("ended_on", endedOn[rows].map(Int64.init)), ("first_end_on", firstEndOn[rows].map(Int64.init)),
            ("born_on", bornOn[rows].map(Int64.init)), ("marks", marks[rows].map(Int64.init)),
        ]
        return (
            SegmentBody.bytes(columns.map { SegmentColumn(name: $0, isText: false, values: $1) }, rowCount: rows.count), rows.count
        )
    }

    /// Appends what `bytes(from:)` wrote.
    package mutating func append(_ bytes: [UInt8]) throws(SegmentDamage) {
        let (columns, rowCount) = try SegmentBody.columns(of: bytes)
        let values = Dictionary(columns.map { ($0.name, $0.values) }) { $1 }
        for name in ["ended_on", "first_end_on", "born_on", "marks"] where values[name]?.count != rowCount {
            throw SegmentDamage(description: "the column \(name) of the items that were kept is not there")
        }
        func days(_ name: String) -> [Int32] { (values[name] ?? []).map { Int32(clamping: $0) } }
        add(
            endedOn: days("ended_on"), firstEndOn: days("first_end_on"), bornOn: days("born_on"),
            marks: (values["marks"] ?? []).map { UInt8(clamping: $0) })
    }

    /// Whether the items of a chunk are the same as those of another.
    package func isSame(as other: SettledItems, from first: Int) -> Bool {
        let rows = first..<Swift.min(count, first + Self.chunkLength)
        guard rows.upperBound == Swift.min(other.count, first + Self.chunkLength) else { return false }
        return endedOn[rows] == other.endedOn[rows] && firstEndOn[rows] == other.firstEndOn[rows] && bornOn[rows] == other.bornOn[rows]
            && marks[rows] == other.marks[rows]
    }
}
