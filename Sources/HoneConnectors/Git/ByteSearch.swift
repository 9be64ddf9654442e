#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Looks for bytes in bytes, many at a time.
enum ByteSearch {
    /// Where a byte stands next, from a position on; nil where it does not.
    static func next(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Where a text begins in another, as indices of that one. Complexity: O(bytes) where its first byte is rare.
    static func occurrences(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> [Int] {
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        return bytes.withUnsafeBufferPointer { text in
            var found: [Int] = []
            var place = 0
            while let start = next(first, in: text, from: place), start + needle.count <= text.count {
                if text[start..<start + needle.count].elementsEqual(needle) { found.append(bytes.startIndex + start) }
                place = start + 1
            }
            return found
        }
    }

    static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var (all, place) = (UInt64(0), 0)
            while place + 8 <= bytes.count {
                all |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                place += 8
            }
            while place < bytes.count {
                all |= UInt64(bytes[place])
                place += 1
            }
            return all & 0x8080_8080_8080_8080 == 0
        }
    }
}
