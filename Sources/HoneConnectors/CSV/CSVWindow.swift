/// A file seen through a window that moves forward, so that a large one is never in memory whole.
struct CSVWindow {
    /// What is here of the file; `position` is where the next record begins, and nothing before it counts.
    private(set) var bytes: [UInt8] = []
    var position = 0
    /// Of the record at `position`, 1-based.
    var line = 1
    /// Whether the last byte of the file is here.
    private(set) var isAtEnd = false
    private(set) var fingerprint = CSVFingerprint()
    /// Bytes that came into view so far.
    private(set) var byteCount = 0
    /// Whether a byte beyond ASCII has come into view.
    private(set) var hasWideBytes = false
    /// Whether all that came into view is valid UTF-8.
    private(set) var isUTF8 = true
    /// The first bytes of a character whose last ones are not here yet.
    private var openCount = 0

    /// Takes in the next piece and lets go of what was read, which the piece holds then.
    private mutating func take(_ piece: inout CSVPiece) {
        let kept = bytes.count - position
        swap(&bytes, &piece.bytes)
        if kept <= piece.start {
            bytes.withUnsafeMutableBytes { bytes in
                piece.bytes[position...].withUnsafeBytes { kept in
                    UnsafeMutableRawBufferPointer(rebasing: bytes[(piece.start - kept.count)...]).copyMemory(from: kept)
                }
            }
            position = piece.start - kept
        } else {
            bytes = Array(piece.bytes[position...] + bytes[piece.start...])
            position = 0
        }
        byteCount += bytes.count - position - kept
        isAtEnd = piece.isLast
        fingerprint = piece.fingerprint
        look(from: position + kept, isWide: piece.isWide)
    }

    /// Takes in the next piece of a file; false after a read error.
    mutating func take(from pieces: inout CSVPieces) -> Bool {
        guard var piece = pieces.next() else { return false }
        take(&piece)
        return true
    }

    /// Lets everything pass that is in view, but for a character that is not whole.
    mutating func pass() { position = bytes.count - openCount }

    private mutating func look(from first: Int, isWide: Bool) {
        guard isWide || openCount > 0 else { return }
        hasWideBytes = true
        let start = first - openCount
        let end = isAtEnd ? bytes.count : CSVText.lastBoundary(bytes)
        openCount = bytes.count - end
        if isUTF8 { isUTF8 = CSVText.isValid(bytes, start..<max(start, end)) }
    }
}
