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
    static let version: UInt64 = 1

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
        let layout = try SegmentLayout(body)
        var columns: [SegmentColumn] = []
        for place in layout.places {
            let values = try layout.numbers(at: place, as: Int64.self).values
            columns.append(SegmentColumn(name: place.name, isText: place.isText, values: values))
        }
        return (columns, layout.rowCount)
    }

    static let (largestColumnCount, unknownFormat) = (1_000, SegmentDamage(description: "its format is not known"))

    /// Rows of one segment are never more.
    package static let largestRowCount = 65_536
}

/// Where the columns of a body stand: each is decoded when somebody asks for it.
struct SegmentLayout {
    private let body: [UInt8]
    let rowCount: Int
    private(set) var places: [Place] = []

    struct Place {
        let name: String
        let isText: Bool
        fileprivate let position: Int
    }

    /// Complexity: O(columns x rows / 128), and O(rows) for a column with rows that are not known.
    init(_ body: [UInt8]) throws(SegmentDamage) {
        self.body = body
        (rowCount, places) = try Self.reading(body, at: 0) { reader throws(SegmentDamage) in
            guard try reader.number() == SegmentBody.version else { throw SegmentBody.unknownFormat }
            let rowCount = try reader.count(limit: SegmentBody.largestRowCount)
            var places: [Place] = []
            for _ in 0..<(try reader.count(limit: SegmentBody.largestColumnCount)) {
                let (name, isText) = (try reader.text(), try reader.byte() == 1)
                places.append(Place(name: name, isText: isText, position: reader.position))
                try IntegerCoding.skip(rowCount, from: &reader)
            }
            guard reader.isAtEnd else { throw SegmentDamage(description: "something follows its last column") }
            return (rowCount, places)
        }
    }

    /// The rows of a body. Complexity: O(1).
    static func rowCount(_ body: [UInt8]) throws(SegmentDamage) -> Int {
        try reading(body, at: 0) { reader throws(SegmentDamage) in
            guard try reader.number() == SegmentBody.version else { throw SegmentBody.unknownFormat }
            return try reader.count(limit: SegmentBody.largestRowCount)
        }
    }

    subscript(name: String) -> Place? { places.first { $0.name == name } }

    /// The numbers of a column, and the greatest of them without a sign. Complexity: O(rows).
    func numbers<Number: FixedWidthInteger>(
        at place: Place, as type: Number.Type
    ) throws(SegmentDamage) -> (values: [Number], greatest: UInt64) {
        try Self.reading(body, at: place.position) { reader throws(SegmentDamage) in
            try IntegerCoding.read(rowCount, from: &reader, as: type)
        }
    }

    /// The numbers of some rows of a column, ascending; nil for all. Complexity: O(rows) at most, as `IntegerCoding.numbers` says.
    func numbers(at place: Place, of rows: [Int]?) throws(SegmentDamage) -> [Int64] {
        guard let rows, rows.count < rowCount / 8 else {
            let values = try numbers(at: place, as: Int64.self).values
            return rows.map { rows in rows.map { values[$0] } } ?? values
        }
        return try Self.reading(body, at: place.position) { reader throws(SegmentDamage) in
            try IntegerCoding.numbers(of: rows, rowCount, from: &reader)
        }
    }

    /// The codes of some rows of a column of texts, all of them below a limit.
    func codes(at place: Place, of rows: [Int]?, limit: Int) throws(SegmentDamage) -> [Int32] {
        guard let rows else { return try codes(at: place, limit: limit) }
        let numbers = try numbers(at: place, of: rows)
        guard numbers.allSatisfy({ (0..<Int64(limit)).contains($0) }) else { throw Self.noText(place) }
        return numbers.map { Int32(truncatingIfNeeded: $0) }
    }

    /// Rows that speak of one of some items, by a column of their codes, and these codes; nil where the body has no such column.
    /// Columns behind it are not looked at.
    static func rows(of items: LiveItems, in body: [UInt8], column name: String) throws(SegmentDamage) -> (rows: [Int], codes: [Int32])? {
        try reading(body, at: 0) { reader throws(SegmentDamage) in
            guard try reader.number() == SegmentBody.version else { throw SegmentBody.unknownFormat }
            let rowCount = try reader.count(limit: SegmentBody.largestRowCount)
            for _ in 0..<(try reader.count(limit: SegmentBody.largestColumnCount)) {
                let isAsked = try reader.text() == name
                _ = try reader.byte()
                guard isAsked else {
                    try IntegerCoding.skip(rowCount, from: &reader)
                    continue
                }
                var (rows, codes): ([Int], [Int32]) = ([], [])
                try IntegerCoding.forEachBlock(rowCount, from: &reader, mayHold: { items.mayHold($0, $1) }) { block, first in
                    items.find(in: block) { row, code in
                        rows.append(first + row)
                        codes.append(code)
                    }
                }
                return (rows, codes)
            }
            return nil
        }
    }

    /// What all rows of a column have; nil where they differ, and where none is known. Complexity: O(1).
    func constant(at place: Place) throws(SegmentDamage) -> Int64? {
        try Self.reading(body, at: place.position) { reader throws(SegmentDamage) in try IntegerCoding.constant(from: &reader) }
    }

    /// The least number of a column, where that can be told without decoding it. Complexity: O(rows / 128).
    func least(at place: Place) throws(SegmentDamage) -> Int64? {
        try Self.reading(body, at: place.position) { reader throws(SegmentDamage) in
            try IntegerCoding.least(rowCount, from: &reader)
        }
    }

    /// Whether every row of a column is known. Complexity: O(1).
    func isKnown(at place: Place) throws(SegmentDamage) -> Bool {
        try Self.reading(body, at: place.position) { reader throws(SegmentDamage) in try IntegerCoding.isKnown(from: &reader) }
    }

    /// The codes of a column of texts, all of them below a limit. Complexity: O(rows).
    func codes(at place: Place, limit: Int) throws(SegmentDamage) -> [Int32] {
        let (codes, greatest) = try numbers(at: place, as: Int32.self)
        guard codes.isEmpty || greatest < UInt64(limit) else { throw Self.noText(place) }
        return codes
    }

    private static func noText(_ place: Place) -> SegmentDamage {
        SegmentDamage(description: "column \(place.name) names a text that is not there")
    }

    private static func reading<Result>(
        _ body: [UInt8], at position: Int, _ read: (inout SegmentReader) throws(SegmentDamage) -> Result
    ) throws(SegmentDamage) -> Result {
        var result: Swift.Result<Result, SegmentDamage> = .failure(SegmentBody.unknownFormat)
        body.withUnsafeBytes { bytes in
            var reader = SegmentReader(bytes, at: position)
            do throws(SegmentDamage) { result = .success(try read(&reader)) } catch { result = .failure(error) }
        }
        return try result.get()
    }
}
