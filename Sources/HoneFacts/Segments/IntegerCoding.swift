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
        guard count > 0 else { return [] }
        switch Form(rawValue: try reader.byte()) {
        case .constant:
            let value = try reader.byte() == 1 ? missing : try reader.signed()
            return [Int64](repeating: value, count: count)
        case .plain: return try readBlocks(count, from: &reader)
        case .differences:
            var value = try reader.signed()
            var values = try readBlocks(count, from: &reader)
            values[0] = value
            for index in 1..<values.count {
                value &+= SegmentWriter.unzigzag(UInt64(bitPattern: values[index]))
                values[index] = value
            }
            return values
        case .sparse:
            let bits = try reader.raw((count + 7) / 8)
            var known = 0
            for row in 0..<count where bits[row / 8] >> UInt8(row % 8) & 1 == 1 { known += 1 }
            let dense = try read(known, missing: missing, from: &reader)
            var values = [Int64](repeating: missing, count: count)
            var next = 0
            for row in 0..<count where bits[row / 8] >> UInt8(row % 8) & 1 == 1 {
                values[row] = dense[next]
                next += 1
            }
            return values
        case nil: throw SegmentDamage(description: "a column has an unknown form")
        }
    }

    private static func readBlocks(_ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) -> [Int64] {
        var values = [Int64](repeating: 0, count: count)
        var start = 0
        while start < count {
            let length = min(blockLength, count - start)
            let least = try reader.signed()
            let width = Int(try reader.byte())
            guard width <= 64 else { throw SegmentDamage(description: "a block is too wide") }
            let packed = try reader.raw((length * width + 7) / 8)
            values.withUnsafeMutableBufferPointer { all in
                unpack(packed, width, least, into: UnsafeMutableBufferPointer(rebasing: all[start..<start + length]))
            }
            start += length
        }
        return values
    }

    private static func unpack(
        _ packed: UnsafeRawBufferPointer, _ width: Int, _ least: Int64, into block: UnsafeMutableBufferPointer<Int64>
    ) {
        guard width > 0 else {
            for index in block.indices { block[index] = least }
            return
        }
        let mask = width == 64 ? UInt64.max : (1 << UInt64(width)) - 1
        var bit = 0
        for index in block.indices {
            let (byte, shift) = (bit >> 3, UInt64(bit & 7))
            var word: UInt64 = 0
            if byte + 8 <= packed.count {
                word = UInt64(littleEndian: packed.loadUnaligned(fromByteOffset: byte, as: UInt64.self)) >> shift
                if width > 57, byte + 8 < packed.count, shift > 0 { word |= UInt64(packed[byte + 8]) << (64 - shift) }
            } else {
                for offset in byte..<packed.count { word |= UInt64(packed[offset]) << UInt64((offset - byte) * 8) }
                word >>= shift
            }
            block[index] = least &+ Int64(bitPattern: word & mask)
            bit += width
        }
    }
}
