/// A column as a segment holds it: integers, or codes of texts in the log's numbering.
package struct SegmentColumn: Sendable {
    package let name: String
    package let isText: Bool
    package let values: [Int64]

    package init(name: String, isText: Bool, values: [Int64]) {
        self.name = name
        self.isText = isText
        self.values = values
    }

    /// Native ids, and whether a row takes its fact back.
    package static let (id, retracted) = ("#id", "#retracted")
}

/// Named columns of one length as bytes. A column that is unknown in every row is left out.
package enum SegmentBody {
    private static let version: UInt64 = 1

    package static func bytes(_ columns: [SegmentColumn], rowCount: Int) -> [UInt8] { bytes(columns, rows: 0..<rowCount) }

    /// Some rows of longer columns.
    package static func bytes(_ columns: [SegmentColumn], rows: Range<Int>) -> [UInt8] {
        var writer = SegmentWriter()
        writer.number(version)
        writer.number(rows.count)
        writer.number(columns.count)
        for column in columns {
            writer.text(column.name)
            writer.byte(column.isText ? 1 : 0)
            column.values.withUnsafeBufferPointer { IntegerCoding.write(UnsafeBufferPointer(rebasing: $0[rows]), to: &writer) }
        }
        return writer.bytes
    }

    /// What `bytes` wrote. Complexity: O(rows x columns).
    package static func columns(of body: [UInt8]) throws(SegmentDamage) -> (columns: [SegmentColumn], rowCount: Int) {
        try columns(of: body) { _ in true } ?? ([], 0)
    }

    /// What `bytes` wrote, column after column for as long as `goesOn` says so; nil where it ended the reading.
    static func columns(
        of body: [UInt8], goesOn: (SegmentColumn) -> Bool
    ) throws(SegmentDamage) -> (columns: [SegmentColumn], rowCount: Int)? {
        var result: ([SegmentColumn], Int)? = ([], 0)
        var failure: SegmentDamage?
        body.withUnsafeBytes { bytes in
            var reader = SegmentReader(bytes)
            do throws(SegmentDamage) {
                guard try reader.number() == version else { throw SegmentDamage(description: "its format is not known") }
                let rowCount = try reader.count(limit: largestRowCount)
                var columns: [SegmentColumn] = []
                for _ in 0..<(try reader.count(limit: 1_000)) {
                    let name = try reader.text()
                    let isText = try reader.byte() == 1
                    let column = SegmentColumn(name: name, isText: isText, values: try IntegerCoding.read(rowCount, from: &reader))
                    columns.append(column)
                    guard goesOn(column) else {
                        result = nil
                        return
                    }
                }
                result = (columns, rowCount)
                guard reader.isAtEnd else { throw SegmentDamage(description: "something follows its last column") }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return result
    }

    /// Rows of one segment are never more.
    package static let largestRowCount = 65_536
}
