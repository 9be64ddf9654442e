/// A file seen through a window that moves forward, so that a large one is never in memory whole.
struct CSVWindow {
    /// What is here of the file; `position` is where the next record begins.
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
    private let source: ByteSource
    /// A piece is still in the processor's cache when its records are cut.
    private static let step = CSVFingerprint.pieceSize

    /// - Parameter descriptor: at the beginning of a file; whoever opened it closes it.
    init(_ descriptor: Int32) {
        source = ByteSource(descriptor)
    }

    var isPacked: Bool { source.isPacked }

    /// Lets go of what was read and takes in the next bytes; false after a read error.
    mutating func advance() -> Bool {
        guard !isAtEnd else { return true }
        let kept = bytes.count - position
        var filled: Int?
        bytes = [UInt8](unsafeUninitializedCapacity: kept + Self.step) { next, count in
            let next = UnsafeMutableRawBufferPointer(next)
            bytes[position...].withUnsafeBytes { next.copyMemory(from: $0) }
            filled = source.read(into: UnsafeMutableRawBufferPointer(rebasing: next[kept..<kept + Self.step]))
            count = kept + (filled ?? 0)
        }
        guard let filled else { return false }
        position = 0
        byteCount += filled
        isAtEnd = filled < Self.step
        look(from: kept)
        return true
    }

    /// Lets everything pass that is in view, but for a character that is not whole.
    mutating func pass() { position = bytes.count - openCount }

    private mutating func look(from first: Int) {
        let isWide = bytes.withUnsafeBufferPointer { fingerprint.add(UnsafeBufferPointer(rebasing: $0[first...])) }
        guard isWide || openCount > 0 else { return }
        hasWideBytes = true
        let start = first - openCount
        let end = isAtEnd ? bytes.count : CSVText.lastBoundary(bytes)
        openCount = bytes.count - end
        if isUTF8 { isUTF8 = CSVText.isValid(bytes, start..<max(start, end)) }
    }
}
