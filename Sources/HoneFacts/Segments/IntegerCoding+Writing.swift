extension IntegerCoding {
    /// Complexity: O(values).
    static func write(_ values: UnsafeBufferPointer<Int64>, missing: Int64 = Instant.missing, to writer: inout SegmentWriter) {
        guard let first = values.first else { return }
        guard values.contains(where: { $0 != first }) else {
            writer.byte(Form.constant.rawValue)
            // The least number of all stands for "not known" and has no room in a difference.
            writer.byte(first == missing ? 1 : 0)
            if first != missing { writer.signed(first) }
            return
        }
        let extent = Extent(values)
        if extent.least <= missing, values.contains(missing) {
            writer.byte(Form.sparse.rawValue)
            var bits = [UInt8](repeating: 0, count: (values.count + 7) / 8)
            var known: [Int64] = []
            for (row, value) in values.enumerated() where value != missing {
                bits[row / 8] |= 1 << UInt8(row % 8)
                known.append(value)
            }
            writer.raw(bits)
            known.withUnsafeBufferPointer { write($0, missing: missing, to: &writer) }
        } else if extent.differenceBits < extent.bits {
            writer.byte(Form.differences.rawValue)
            writer.signed(first)
            writeBlocks(values.count, to: &writer) { row in row == 0 ? 0 : difference(values, row) }
        } else {
            writer.byte(Form.plain.rawValue)
            writeBlocks(values.count, to: &writer) { values[$0] }
        }
    }

    /// A number minus the one before it, small ones of either sign small.
    @inline(__always)
    private static func difference(_ values: UnsafeBufferPointer<Int64>, _ row: Int) -> Int64 {
        Int64(bitPattern: SegmentWriter.zigzag(values[row] &- values[row &- 1]))
    }

    /// What decides how numbers are written, found in one walk over them.
    private struct Extent {
        var least = Int64.max
        /// What all blocks take, of the numbers and of their differences.
        var (bits, differenceBits) = (0, 0)

        init(_ values: UnsafeBufferPointer<Int64>) {
            var start = 0
            var before = values[0]
            while start < values.count {
                let end = min(start + blockLength, values.count)
                var (low, high) = (values[start], values[start])
                var (lowStep, highStep) = (Int64.max, Int64.min)
                for row in start..<end {
                    let value = values[row]
                    let step = Int64(bitPattern: SegmentWriter.zigzag(value &- before))
                    (low, high) = (min(low, value), max(high, value))
                    (lowStep, highStep) = (min(lowStep, step), max(highStep, step))
                    before = value
                }
                bits += width(low, high) * (end - start)
                differenceBits += width(lowStep, highStep) * (end - start)
                least = min(least, low)
                start = end
            }
        }
    }

    /// Bits that a number between two others takes beside the first of them.
    @inline(__always)
    private static func width(_ least: Int64, _ greatest: Int64) -> Int {
        64 - UInt64(bitPattern: greatest &- least).leadingZeroBitCount
    }

    @inline(__always)
    private static func writeBlocks(_ count: Int, to writer: inout SegmentWriter, _ value: (Int) -> Int64) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: blockLength * 2) { space in
            // The numbers of a block, then the words they are packed into.
            let words = UnsafeMutableBufferPointer(rebasing: space[blockLength...])
            var start = 0
            while start < count {
                let length = min(blockLength, count - start)
                var (least, greatest) = (Int64.max, Int64.min)
                for row in 0..<length {
                    let number = value(start &+ row)
                    space[row] = UInt64(bitPattern: number)
                    (least, greatest) = (min(least, number), max(greatest, number))
                }
                let width = width(least, greatest)
                writer.signed(least)
                writer.byte(UInt8(width))
                if width > 0 {
                    pack(UnsafeMutableBufferPointer(rebasing: space[..<length]), less: UInt64(bitPattern: least), width, into: words)
                    writer.raw(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(words)[..<((length * width + 7) / 8)]))
                }
                start += length
            }
        }
    }

    /// - Parameter width: 1 to 64 bits, of which every number less `least` has no more.
    @inline(__always)
    private static func pack(
        _ numbers: UnsafeMutableBufferPointer<UInt64>, less least: UInt64, _ width: Int, into words: UnsafeMutableBufferPointer<UInt64>
    ) {
        var (pending, filled, word): (UInt64, Int, Int) = (0, 0, 0)
        for entry in numbers {
            let number = entry &- least
            pending |= number << UInt64(filled)
            filled &+= width
            if filled >= 64 {
                words[word] = pending.littleEndian
                word &+= 1
                filled &-= 64
                pending = filled == 0 ? 0 : number >> UInt64(width &- filled)
            }
        }
        if filled > 0 { words[word] = pending.littleEndian }
    }
}
