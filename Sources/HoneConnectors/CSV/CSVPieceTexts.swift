/// The texts of one field in a piece of a file by codes: of short ones few have to be looked up then, however many records name them.
struct CSVPieceTexts: Sendable {
    /// By record. Code 0 is the empty text.
    private(set) var codes: [Int32] = []
    /// Where the text of each code from 1 on starts and ends, two numbers a code. A text that is long, at an edge of the piece, or was not
    /// named for some records has a new code each time.
    private(set) var ranges: [UInt32] = []
    private var recent = CSVRecentTexts()

    /// - Parameter rowCount: records that may come.
    init(rowCount: Int) { codes.reserveCapacity(rowCount) }

    /// Takes the texts of records, each from one number of `places` to the next. Complexity: O(records).
    mutating func add(_ places: UnsafeBufferPointer<UInt32>, of bytes: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: places.count / 2) { found in
            for row in found.indices { found.initializeElement(at: row, to: code(places[row &* 2], places[row &* 2 &+ 1], bytes)) }
            codes.append(contentsOf: found)
        }
    }

    @inline(__always)
    private mutating func code(_ start: UInt32, _ end: UInt32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard let text = CSVRecentTexts.Text(bytes, Int(start), Int(end)) else { return start == end ? 0 : new(start, end) }
        let known = recent.code(text)
        if known >= 0 { return known }
        let code = new(start, end)
        recent.keep(code, text)
        return code
    }

    private mutating func new(_ start: UInt32, _ end: UInt32) -> Int32 {
        ranges.append(start)
        ranges.append(end)
        return Int32(truncatingIfNeeded: ranges.count / 2)
    }
}
