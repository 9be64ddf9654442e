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
    /// Whether a byte beyond ASCII has come into view.
    private(set) var hasWideBytes = false
    /// Whether all that came into view is valid UTF-8.
    private(set) var isUTF8 = true
    /// The first bytes of a character whose last ones are not here yet.
    private var openCount = 0
    private let source: ByteSource
    private static let step = 4 * CSVFingerprint.pieceSize

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
        isAtEnd = filled < Self.step
        look(from: kept)
        return true
    }

    /// Lets everything pass that is in view, but for a character that is not whole.
    mutating func pass() { position = bytes.count - openCount }

    private mutating func look(from first: Int) {
        let isWide = bytes.withUnsafeBufferPointer { all in
            var isWide = openCount > 0
            var start = first
            while start < all.count {
                let piece = UnsafeBufferPointer(rebasing: all[start..<min(start + CSVFingerprint.pieceSize, all.count)])
                fingerprint.add(piece)
                if !isWide { isWide = Self.isWide(piece) }
                start += CSVFingerprint.pieceSize
            }
            return isWide
        }
        guard isWide else { return }
        hasWideBytes = true
        let start = first - openCount
        let end = isAtEnd ? bytes.count : CSVText.lastBoundary(bytes)
        openCount = bytes.count - end
        if isUTF8 { isUTF8 = CSVText.isValid(bytes, start..<max(start, end)) }
    }

    /// Eight bytes a step.
    private static func isWide(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(piece)
        var signs: UInt64 = 0
        var offset = 0
        while offset + 8 <= raw.count {
            signs |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            offset += 8
        }
        while offset < raw.count {
            signs |= UInt64(raw[offset])
            offset += 1
        }
        return signs & 0x8080_8080_8080_8080 != 0
    }
}
