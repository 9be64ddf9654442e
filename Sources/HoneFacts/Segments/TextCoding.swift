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

    /// Appends `count` texts to a table.
    package static func read(_ body: [UInt8], count: Int, into table: inout TextTable) throws(SegmentDamage) {
        var text: [UInt8] = []
        var failure: SegmentDamage?
        body.withUnsafeBytes { bytes in
            var reader = SegmentReader(bytes)
            do throws(SegmentDamage) {
                for _ in 0..<count {
                    let shared = try reader.count(limit: text.count)
                    let rest = try reader.raw(reader.count(limit: bytes.count))
                    text.removeLast(text.count - shared)
                    text.append(contentsOf: rest)
                    text.withUnsafeBufferPointer { table.append(new: $0) }
                }
                if !reader.isAtEnd { failure = SegmentDamage(description: "something follows the last text") }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
