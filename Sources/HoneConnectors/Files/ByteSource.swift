#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The bytes of an open file, one piece after the other: as they are, or unpacked where they are gzip.
enum ByteSource {
    case plain(Int32)
    case packed(GzipStream)

    /// - Parameter descriptor: at the beginning of a regular file; whoever opened it closes it.
    init(_ descriptor: Int32) {
        var first: [UInt8] = [0, 0, 0]
        let count = pread(descriptor, &first, first.count, 0)
        if count == first.count, Gzip.isGzip(first), let stream = GzipStream(descriptor) {
            self = .packed(stream)
        } else {
            self = .plain(descriptor)
        }
    }

    var isPacked: Bool { if case .packed = self { true } else { false } }

    /// Fills the buffer as far as there are bytes; returns how many came, or nil after an error or at damage.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        switch self {
        case .plain(let descriptor): Self.read(descriptor, into: buffer)
        case .packed(let stream): stream.read(into: buffer)
        }
    }

    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var filled = 0
        while filled < buffer.count {
            #if canImport(Glibc)
                let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            #else
                let got = Darwin.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            #endif
            if got < 0 && errno == EINTR { continue }
            if got < 0 { return nil }
            if got == 0 { break }
            filled += got
        }
        return filled
    }
}
