/// Integers in few bits: blocks of 128 with their own least value and width, of the numbers or of their differences.
///
/// Source: frame of reference, Goldstein, Ramakrishnan and Shaft, "Compressing Relations and Indexes", ICDE 1998,
/// doi:10.1109/ICDE.1998.655800.
enum IntegerCoding {
    static let blockLength = 128

    enum Form: UInt8 {
        /// One value for all rows.
        case constant
        case plain
        /// Of the difference to the number before.
        case differences
        /// A bit for each row that says whether its value is known, then the known ones.
        case sparse
    }

    static func read(_ count: Int, missing: Int64 = Instant.missing, from reader: inout SegmentReader) throws(SegmentDamage) -> [Int64] {
        try read(count, missing: missing, from: &reader, as: Int64.self).values
    }

    /// The numbers of a column in a type of their own, and the greatest of them as if they had no sign: a negative one is greater
    /// than every other. A number that the type has no room for loses its high bits; the greatest one tells.
    static func read<Number: FixedWidthInteger>(
        _ count: Int, missing: Int64 = Instant.missing, from reader: inout SegmentReader, as type: Number.Type
    ) throws(SegmentDamage) -> (values: [Number], greatest: UInt64) {
        var (greatest, failure): (UInt64, SegmentDamage?) = (0, nil)
        let values = [Number](unsafeUninitializedCapacity: count) { values, initializedCount in
            do throws(SegmentDamage) {
                greatest = try read(into: UnsafeMutableBufferPointer(rebasing: values[..<count]), missing: missing, from: &reader)
                initializedCount = count
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return (values, greatest)
    }

    /// Sets every element of `values`, whose memory need not be initialized, unless it throws.
    private static func read<Number: FixedWidthInteger>(
        into values: UnsafeMutableBufferPointer<Number>, missing: Int64, from reader: inout SegmentReader
    ) throws(SegmentDamage) -> UInt64 {
        guard !values.isEmpty else { return 0 }
        switch Form(rawValue: try reader.byte()) {
        case .constant:
            let value = try reader.byte() == 1 ? missing : try reader.signed()
            values.initialize(repeating: Number(truncatingIfNeeded: value))
            return UInt64(bitPattern: value)
        case .plain:
            return try readBlocks(into: values, from: &reader, before: 0) { _, number in number }
        case .differences:
            // The first difference is zero.
            let first = try reader.signed()
            return try readBlocks(into: values, from: &reader, before: first) { before, difference in
                before &+ SegmentWriter.unzigzag(UInt64(bitPattern: difference))
            }
        case .sparse:
            let bits = try reader.raw((values.count + 7) / 8)
            var known = 0
            for row in values.indices where bits[row / 8] >> UInt8(row % 8) & 1 == 1 { known += 1 }
            let dense = try read(known, missing: missing, from: &reader, as: Number.self)
            var next = 0
            for row in values.indices {
                let isKnown = bits[row / 8] >> UInt8(row % 8) & 1 == 1
                values.initializeElement(at: row, to: isKnown ? dense.values[next] : Number(truncatingIfNeeded: missing))
                if isKnown { next += 1 }
            }
            return max(dense.greatest, UInt64(bitPattern: missing))
        case nil: throw SegmentDamage(description: "a column has an unknown form")
        }
    }

    /// Sets every element of `values` to what a number of the blocks means behind the value before, in their order; returns the greatest as
    /// if none had a sign.
    @inline(__always)
    static func readBlocks<Number: FixedWidthInteger>(
        into values: UnsafeMutableBufferPointer<Number>, from reader: inout SegmentReader, before first: Int64,
        meaning: (_ before: Int64, _ number: Int64) -> Int64
    ) throws(SegmentDamage) -> UInt64 {
        // What goes from number to number is in no closure: it would be kept in memory, and waited for at each of them.
        var (start, value, greatest) = (0, first, UInt64(0))
        while start < values.count {
            let length = min(blockLength, values.count - start)
            let (least, width) = try readHead(from: &reader)
            let behind = reader.rest
            let packed = try reader.raw((length * width + 7) / 8)
            // A number of up to 57 bits lies in the eight bytes that begin where it does. Bytes behind the block may be loaded, as
            // long as they are bytes of the segment.
            let near = width > 57 || behind.count < 8 ? 0 : width == 0 ? length : min(length, (behind.count - 8) * 8 / width + 1)
            let mask = width == 64 ? UInt64.max : (1 << UInt64(width)) - 1
            var bit = 0
            for index in 0..<near {
                let word = UInt64(littleEndian: behind.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)) &>> UInt64(bit & 7)
                value = meaning(value, least &+ Int64(bitPattern: word & mask))
                greatest = max(greatest, UInt64(bitPattern: value))
                values.initializeElement(at: start &+ index, to: Number(truncatingIfNeeded: value))
                bit &+= width
            }
            for index in near..<length {
                value = meaning(value, least &+ Int64(bitPattern: bits(of: packed, from: bit) & mask))
                greatest = max(greatest, UInt64(bitPattern: value))
                values.initializeElement(at: start + index, to: Number(truncatingIfNeeded: value))
                bit &+= width
            }
            start += length
        }
        return greatest
    }

    static func readHead(from reader: inout SegmentReader) throws(SegmentDamage) -> (least: Int64, width: Int) {
        let least = try reader.signed()
        let width = Int(try reader.byte())
        guard width <= 64 else { throw SegmentDamage(description: "a block is too wide") }
        return (least, width)
    }

    /// Bits from one on, as many of 64 as there are.
    static func bits(of packed: UnsafeRawBufferPointer, from bit: Int) -> UInt64 {
        let (first, shift) = (bit >> 3, UInt64(bit & 7))
        var word: UInt64 = 0
        for byte in first..<max(first, min(first + 8, packed.count)) { word |= UInt64(packed[byte]) << UInt64((byte - first) * 8) }
        word >>= shift
        if shift > 0, first + 8 < packed.count { word |= UInt64(packed[first + 8]) << (64 - shift) }
        return word
    }

    /// The one number that a column which is not empty holds; nil where there are several, and where it is not known.
    static func constant(from reader: inout SegmentReader) throws(SegmentDamage) -> Int64? {
        guard Form(rawValue: try reader.byte()) == .constant, try reader.byte() != 1 else { return nil }
        return try reader.signed()
    }

    /// The least of the numbers of a column which is not empty, as its blocks say it; nil where they do not.
    static func least(_ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) -> Int64? {
        switch Form(rawValue: try reader.byte()) {
        case .constant: return try reader.byte() != 1 ? try reader.signed() : nil
        case .plain:
            var least = Int64.max
            for start in stride(from: 0, to: count, by: blockLength) {
                let head = try readHead(from: &reader)
                least = min(least, head.least)
                _ = try reader.raw((min(blockLength, count - start) * head.width + 7) / 8)
            }
            return least
        case .differences, .sparse, nil: return nil
        }
    }

    /// Whether no number of a column which is not empty is missing.
    static func isKnown(from reader: inout SegmentReader) throws(SegmentDamage) -> Bool {
        switch Form(rawValue: try reader.byte()) {
        case .constant: try reader.byte() != 1
        case .plain, .differences: true
        case .sparse, nil: false
        }
    }

    /// Goes past a column of `count` numbers. Complexity: O(blocks), and O(rows) where some are not known.
    static func skip(_ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) {
        guard count > 0 else { return }
        switch Form(rawValue: try reader.byte()) {
        case .constant: if try reader.byte() != 1 { _ = try reader.signed() }
        case .plain: try skipBlocks(count, from: &reader)
        case .differences:
            _ = try reader.signed()
            try skipBlocks(count, from: &reader)
        case .sparse:
            let bits = try reader.raw((count + 7) / 8)
            var known = 0
            for row in 0..<count where bits[row / 8] >> UInt8(row % 8) & 1 == 1 { known += 1 }
            try skip(known, from: &reader)
        case nil: throw SegmentDamage(description: "a column has an unknown form")
        }
    }

    private static func skipBlocks(_ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) {
        for start in stride(from: 0, to: count, by: blockLength) {
            let width = try readHead(from: &reader).width
            _ = try reader.raw((min(blockLength, count - start) * width + 7) / 8)
        }
    }
}
