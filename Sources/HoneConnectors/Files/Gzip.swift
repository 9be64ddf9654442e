internal import CZlib

/// Unpacks gzip, with a limit: a few bytes can stand for any number.
package enum Gzip {
    /// More is refused.
    static let largestByteCount = 4_294_967_296

    package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.count > 2 && bytes[0] == 0x1f && bytes[1] == 0x8b }

    /// The bytes behind one or several gzip members; nil where they are damaged, cut off, or more than `limit`.
    /// Complexity: O(bytes out).
    package static func inflated(_ bytes: [UInt8], limit: Int = largestByteCount) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, plus 32: the header says whether it is gzip or zlib.
        guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 262_144)
        var input = bytes
        let isWhole = input.withUnsafeMutableBufferPointer { source -> Bool in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            while true {
                let status = chunk.withUnsafeMutableBufferPointer { target -> Int32 in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                output += chunk[..<(chunk.count - Int(stream.avail_out))]
                guard output.count <= limit else { return false }
                if status == Z_STREAM_END {
                    if stream.avail_in == 0 { return true }
                    // Another member follows.
                    guard inflateReset(&stream) == Z_OK else { return false }
                } else if status != Z_OK {
                    return false
                }
            }
        }
        return isWhole ? output : nil
    }
}
