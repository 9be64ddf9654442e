#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
    private let descriptor: Int32
    private static let step = 4 * CSVFingerprint.pieceSize

    /// - Parameter descriptor: at the beginning of a file; whoever opened it closes it.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Lets go of what was read and takes in the next bytes; false after a read error.
    mutating func advance() -> Bool {
        guard !isAtEnd else { return true }
        let kept = bytes.count - position
        if position > 0 {
            bytes.replaceSubrange(0..<kept, with: bytes[position...])
            bytes.removeLast(bytes.count - kept)
            position = 0
        }
        bytes.append(contentsOf: repeatElement(0, count: Self.step))
        var filled = 0
        let isRead = bytes.withUnsafeMutableBytes { buffer -> Bool in
            while filled < Self.step {
                let got = read(descriptor, buffer.baseAddress?.advanced(by: kept + filled), Self.step - filled)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { return false }
                if got == 0 {
                    isAtEnd = true
                    break
                }
                filled += got
            }
            return true
        }
        bytes.removeLast(Self.step - filled)
        look(from: kept)
        return isRead
    }

    private mutating func look(from first: Int) {
        bytes.withUnsafeBufferPointer { all in
            var start = first
            while start < all.count {
                let piece = UnsafeBufferPointer(rebasing: all[start..<min(start + CSVFingerprint.pieceSize, all.count)])
                fingerprint.add(piece)
                if !hasWideBytes { hasWideBytes = Self.isWide(piece) }
                start += CSVFingerprint.pieceSize
            }
        }
    }

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
