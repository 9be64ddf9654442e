/// A run of new texts of a table, each as what it shares with the one before and the rest.
package enum TextCoding {
    /// The texts from `first` on. Complexity: O(bytes).
    package static func body(_ table: TextTable, from first: Int) -> [UInt8] {
        var writer = SegmentWriter()
        var before = 0..<0
        table.bytes.withUnsafeBufferPointer { bytes in
            for code in first..<table.count {
                let range = table.range(Int32(code))
                var shared = 0
                while shared < min(range.count, before.count), bytes[range.lowerBound + shared] == bytes[before.lowerBound + shared] {
                    shared += 1
                }
                writer.number(shared)
                writer.number(range.count - shared)
                writer.raw(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range.lowerBound + shared..<range.upperBound])))
                before = range
            }
        }
        return writer.bytes
    }

    /// Appends `count` texts to a table. Complexity: O(bytes).
    package static func read(_ body: [UInt8], count: Int, into table: inout TextTable) throws(SegmentDamage) {
        var ends: [UInt32] = []
        ends.reserveCapacity(count)
        var failure: SegmentDamage?
        let texts = body.withUnsafeBytes { bytes in
            do throws(SegmentDamage) {
                var reader = SegmentReader(bytes)
                let length = try length(of: count, from: &reader)
                guard reader.isAtEnd else { throw SegmentDamage(description: "something follows the last text") }
                return [UInt8](unsafeUninitializedCapacity: length) { texts, filled in
                    let texts = UnsafeMutableRawBufferPointer(texts)
                    var (reader, start) = (SegmentReader(bytes), 0)
                    do throws(SegmentDamage) {
                        for _ in 0..<count {
                            let (shared, rest) = try next(from: &reader, before: filled - start)
                            UnsafeMutableRawBufferPointer(rebasing: texts[filled...])
                                .copyMemory(from: UnsafeRawBufferPointer(rebasing: texts[start..<start + shared]))
                            UnsafeMutableRawBufferPointer(rebasing: texts[(filled + shared)...]).copyMemory(from: rest)
                            (start, filled) = (filled, filled + shared + rest.count)
                            ends.append(UInt32(filled))
                        }
                    } catch {
                        failure = error
                    }
                }
            } catch {
                failure = error
                return []
            }
        }
        if let failure { throw failure }
        table.append(new: texts, ends: ends)
    }

    /// Bytes of all texts together.
    private static func length(of count: Int, from reader: inout SegmentReader) throws(SegmentDamage) -> Int {
        var (length, before) = (0, 0)
        for _ in 0..<count {
            let (shared, rest) = try next(from: &reader, before: before)
            before = shared + rest.count
            length += before
        }
        return length
    }

    /// How many bytes a text shares with the one before it, and its rest.
    @inline(__always)
    private static func next(
        from reader: inout SegmentReader, before: Int
    ) throws(SegmentDamage) -> (shared: Int, rest: UnsafeRawBufferPointer) {
        let shared = try reader.count(limit: before)
        return (shared, try reader.raw(reader.count(limit: reader.bytes.count)))
    }
}
