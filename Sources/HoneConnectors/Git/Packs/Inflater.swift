internal import CZlib

/// Unpacks many small pieces with one set of tables.
struct Inflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(Unreadable) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            stream.deallocate()
            throw Unreadable()
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Bytes behind what is unpacked that may be written to where it is more than it should be. With them zlib goes its fast way to the
    /// end, which it takes only as long as there is room for the longest run of bytes that it knows.
    static let slack = 320

    /// Unpacks exactly as many bytes as the target has; anything else is damage.
    /// - Parameters:
    ///   - source: begins with the packed bytes; what follows them is not looked at.
    ///   - target: with slack behind it.
    func inflate(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws(Unreadable) {
        try begin(source)
        try finish(into: target)
    }

    func begin(_ source: UnsafeRawBufferPointer) throws(Unreadable) {
        guard inflateReset(stream) == Z_OK else { throw Unreadable() }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(clamping: source.count)
    }

    /// Unpacks what there is room for, and says how much that was: less where there is no more.
    func next(into target: UnsafeMutableRawBufferPointer) throws(Unreadable) -> Int {
        aim(target, 0)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        guard status == Z_OK || status == Z_STREAM_END else { throw Unreadable() }
        return target.count - Int(stream.pointee.avail_out)
    }

    /// Unpacks the rest, of which the size is known.
    /// - Parameter target: with slack behind it.
    func finish(into target: UnsafeMutableRawBufferPointer) throws(Unreadable) {
        aim(target, Self.slack)
        guard CZlib.inflate(stream, Z_FINISH) == Z_STREAM_END, stream.pointee.avail_out == Self.slack else { throw Unreadable() }
    }

    private func aim(_ target: UnsafeMutableRawBufferPointer, _ slack: Int) {
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: target.count + slack)
    }
}
