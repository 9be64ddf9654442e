/// The records of a piece of a file, in their order: of plain ones the instants and where their texts lie, any other as it stands.
struct CSVCut: Sendable {
    enum Part: Sendable {
        /// Plain records by their numbers, each of them one line; the line of the first one.
        case plain(Range<Int>, line: Int)
        case odd(CSVRecords)
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
    /// Of the plain records: where the key of each starts and ends, two numbers a record.
    private(set) var keys: [UInt32] = []
    private(set) var changedAt: [Int64] = []
    /// Empty where no record says it.
    private(set) var requestedAt: [Int64] = []
    /// The texts beside the key.
    private(set) var texts: [CSVPieceTexts]

    /// - Parameters:
    ///   - textCount: texts of a record beside the key.
    ///   - rowCount: plain records that may come; others are taken as well.
    init(of window: CSVWindow, textCount: Int, rowCount: Int) {
        (bytes, isLast, fingerprint, byteCount) = (window.bytes, window.isAtEnd, window.fingerprint, window.byteCount)
        texts = (0..<textCount).map { _ in CSVPieceTexts(rowCount: rowCount) }
        keys.reserveCapacity(rowCount * 2)
        changedAt.reserveCapacity(rowCount)
    }

    /// Plain records.
    var rowCount: Int { changedAt.count }

    /// Takes plain records.
    /// - Parameters:
    ///   - ranges: of the text: where it starts and ends in each record. Text 0 is the key.
    ///   - requested: empty where no record says it.
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

    mutating func add(odd records: CSVRecords) { parts.append(.odd(records)) }
}
