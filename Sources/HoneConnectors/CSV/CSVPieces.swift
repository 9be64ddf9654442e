/// A piece of a file, with room in front of it for what is left of the one before.
struct CSVPiece {
    var bytes: [UInt8]
    /// Where the piece begins in `bytes`.
    let start: Int
    let isLast: Bool
    /// Whether a byte beyond ASCII is among its bytes.
    let isWide: Bool
    /// Of the file up to the end of the piece.
    let fingerprint: CSVFingerprint
}

/// The pieces of a file, one after the other.
struct CSVPieces {
    private let source: ByteSource
    private var fingerprint = CSVFingerprint()
    private var isFirst = true
    /// A piece is still in the processor's cache when its records are cut.
    private static let size = CSVFingerprint.pieceSize
    /// For a record that began in the piece before; a longer one has both copied.
    private static let room = 65_536
    /// Bytes are read to where a line of the processor's cache begins: to the first fifteen behind the beginning of a page, the
    /// kernel copies five times as slowly on some processors.
    private static let alignment = 64

    /// - Parameter descriptor: at the beginning of a file; whoever opened it closes it.
    init(_ descriptor: Int32) {
        source = ByteSource(descriptor)
    }

    var isPacked: Bool { source.isPacked }

    /// The next piece, empty behind the last one; nil after a read error or at damage. Complexity: O(bytes read).
    mutating func next() -> CSVPiece? {
        let room = isFirst ? 0 : Self.room
        isFirst = false
        var (start, filled): (Int, Int?) = (0, nil)
        let bytes = [UInt8](unsafeUninitializedCapacity: room + Self.alignment + Self.size) { piece, count in
            let piece = UnsafeMutableRawBufferPointer(piece)
            start = room == 0 ? 0 : room + Self.gap(before: piece.baseAddress?.advanced(by: room))
            piece[..<start].initializeMemory(as: UInt8.self, repeating: 0)
            filled = source.read(into: UnsafeMutableRawBufferPointer(rebasing: piece[start..<start + Self.size]))
            count = start + (filled ?? 0)
        }
        guard let filled else { return nil }
        let isWide = bytes.withUnsafeBufferPointer { fingerprint.add(UnsafeBufferPointer(rebasing: $0[start...])) }
        return CSVPiece(bytes: bytes, start: start, isLast: filled < Self.size, isWide: isWide, fingerprint: fingerprint)
    }

    private static func gap(before address: UnsafeMutableRawPointer?) -> Int {
        (alignment - Int(bitPattern: address) & (alignment - 1)) & (alignment - 1)
    }
}
