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
        var (gap, filled): (Int, Int?) = (0, nil)
        bytes = [UInt8](unsafeUninitializedCapacity: Self.alignment + kept + Self.step) { next, count in
            let next = UnsafeMutableRawBufferPointer(next)
            gap = byteCount == 0 ? 0 : Self.gap(before: next.baseAddress?.advanced(by: kept))
            let start = gap + kept
            next[..<gap].initializeMemory(as: UInt8.self, repeating: 0)
            bytes[position...].withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: next[gap...]).copyMemory(from: $0) }
            filled = source.read(into: UnsafeMutableRawBufferPointer(rebasing: next[start..<start + Self.step]))
            count = start + (filled ?? 0)
        }
        guard let filled else { return false }
        position = gap
        byteCount += filled
        isAtEnd = filled < Self.step
        look(from: gap + kept)
        return true
    }

    /// Bytes are read to where a line of the processor's cache begins: to the first fifteen behind the beginning of a page, the
    /// kernel copies five times as slowly on some processors.
    private static let alignment = 64

    private static func gap(before address: UnsafeMutableRawPointer?) -> Int {
        (alignment - Int(bitPattern: address) & (alignment - 1)) & (alignment - 1)
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
