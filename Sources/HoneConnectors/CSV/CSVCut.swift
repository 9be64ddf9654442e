/// The records of a piece of a file, in their order: of plain ones the instants and where their texts lie, any other as it stands.
struct CSVCut: Sendable {
    enum Part {
        /// Plain records by their numbers, each of them one line; the line of the first one.
        case plain(Range<Int>, line: Int)
        /// A record of `odd`.
        case odd(Int)
    }

    /// Where texts lie is told in four bytes.
    static let mostBytes = Int(UInt32.max)

    /// What the places of texts count in: the piece, and in front of it what was left of the one before.
    let bytes: [UInt8]
    /// Whether the last byte of the file is among its own.
    let isLast: Bool
    /// Of the file up to the end of the piece, as `byteCount`.
    let fingerprint: CSVFingerprint
    let byteCount: Int
    private(set) var parts: [Part] = []
    /// One that is in no part is not all here.
    private(set) var odd: CSVRecords
    /// Of the plain records: where the key of each starts and ends, two numbers a record.
    private(set) var keys: [UInt32] = []
    private(set) var changedAt: [Int64] = []
    /// Empty where it is not mapped.
    private(set) var requestedAt: [Int64] = []
    /// The texts beside the key.
    private(set) var texts: [CSVPieceTexts]

    /// - Parameters:
    ///   - textCount: texts of a record beside the key.
    ///   - rowCount: plain records that may come; others are taken as well.
    init(of window: CSVWindow, textCount: Int, rowCount: Int) {
        (bytes, isLast, fingerprint, byteCount) = (window.bytes, window.isAtEnd, window.fingerprint, window.byteCount)
        odd = CSVRecords(bytes: bytes)
        texts = (0..<textCount).map { _ in CSVPieceTexts(rowCount: rowCount) }
        keys.reserveCapacity(rowCount * 2)
        changedAt.reserveCapacity(rowCount)
    }

    /// Plain records.
    var rowCount: Int { changedAt.count }

    /// Takes plain records.
    /// - Parameters:
    ///   - ranges: of the text: where it starts and ends in each record. Text 0 is the key.
    ///   - requested: empty where it is not mapped.
    mutating func add(
        changed: UnsafeBufferPointer<Int64>, requested: UnsafeBufferPointer<Int64>, ranges: (Int) -> UnsafeBufferPointer<UInt32>
    ) {
        changedAt.append(contentsOf: changed)
        requestedAt.append(contentsOf: requested)
        keys.append(contentsOf: ranges(0))
        bytes.withUnsafeBytes { bytes in
            for text in texts.indices { texts[text].add(ranges(text + 1), of: bytes) }
        }
    }

    /// - Parameter first: plain record that is in no part yet.
    mutating func closePart(from first: Int, line: Int) {
        if first < rowCount { parts.append(.plain(first..<rowCount, line: line)) }
    }

    /// Takes the record that a reader stands at in the right and slow way, unless it passes a blank line.
    /// - Parameter isWhole: whether all of it is here, by where the reader stands behind it.
    /// - Returns: false where it is not.
    mutating func addOdd(from reader: inout some RecordReader, isWhole: (Int) -> Bool) -> Bool {
        let place = odd.count
        reader.next(into: &odd)
        guard isWhole(reader.position) else { return false }
        if odd.count > place { parts.append(.odd(place)) }
        return true
    }
}
