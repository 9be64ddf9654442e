internal import CZlib

/// Unpacks gzip from an open file while it is read; memory does not grow with the file.
final class GzipStream {
    private let descriptor: Int32
    /// zlib remembers where it lies.
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    /// Behind the end of a member.
    private var isBetween = false
    private var isOver = false
    private var isInputOver = false
    private var count = 0

    /// Nil where there is no memory for it.
    init?(_ descriptor: Int32) {
        self.descriptor = descriptor
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: 262_144, alignment: 16)
        // 15 bits of window, plus 16: gzip.
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Fills the buffer as far as there are bytes; returns how many came, or nil where the file is damaged, cut off, or unpacks to
    /// more than `Gzip.largestByteCount`. Complexity: O(bytes out).
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var filled = 0
        while filled < buffer.count, !isOver {
            if stream.pointee.avail_in == 0, !isInputOver {
                guard let got = ByteSource.read(descriptor, into: input) else { return nil }
                isInputOver = got < input.count
                stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_in = UInt32(got)
            }
            if isBetween {
                isOver = stream.pointee.avail_in == 0
                guard !isOver else { break }
                // Another member follows.
                guard inflateReset(stream) == Z_OK else { return nil }
            }
            let space = UInt32(clamping: buffer.count - filled)
            stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: filled)
            stream.pointee.avail_out = space
            let status = inflate(stream, Z_NO_FLUSH)
            filled += Int(space - stream.pointee.avail_out)
            isBetween = status == Z_STREAM_END
            // Without input there is no progress: the file is cut off.
            guard isBetween || status == Z_OK else { return nil }
        }
        count += filled
        return count <= Gzip.largestByteCount ? filled : nil
    }
}
