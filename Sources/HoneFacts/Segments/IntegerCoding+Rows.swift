/// Looks at some rows of a column without decoding all of them.
extension IntegerCoding {
    /// A block whose numbers are decoded one by one.
    private struct Block {
        let least: Int64
        let width: Int
        private let mask: UInt64
        private let packed: UnsafeRawBufferPointer

        init(_ length: Int, from reader: inout SegmentReader) throws(SegmentDamage) {
            (least, width) = try readHead(from: &reader)
            packed = try reader.raw((length * width + 7) / 8)
            mask = width == 64 ? UInt64.max : (1 << UInt64(width)) - 1
        }

        /// No number is greater.
        var greatest: Int64 {
            guard width < 64, case (let sum, let isBeyond) = least.addingReportingOverflow(Int64(mask)), !isBeyond else { return .max }
            return sum
        }

        @inline(__always)
        subscript(index: Int) -> Int64 {
            let bit = index &* width
            guard width <= 57, bit &>> 3 &+ 8 <= packed.count else { return least &+ Int64(bitPattern: bits(of: packed, from: bit) & mask) }
            let word = UInt64(littleEndian: packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)) &>> UInt64(bit & 7)
            return least &+ Int64(bitPattern: word & mask)
        }
    }

    /// Goes through the numbers of a column in their order, block by block, and passes over blocks that are not asked for.
    /// - Parameters:
    ///   - mayHold: whether one from the first to the second number may be asked for.
    ///   - take: gets numbers of a block, which are there only until it returns, and the row of the first.
    /// - Complexity: O(count / 128 + numbers of blocks that may hold one), and O(count) of differences and where some are not known.
    static func forEachBlock(
        _ count: Int, from reader: inout SegmentReader, mayHold: (Int64, Int64) -> Bool, take: (UnsafeBufferPointer<Int64>, Int) -> Void
    ) throws(SegmentDamage) {
        var inside = reader
        guard count > 0, Form(rawValue: try inside.byte()) == .plain else {
            return try read(count, from: &reader).withUnsafeBufferPointer { take($0, 0) }
        }
        let decoded = UnsafeMutableBufferPointer<Int64>.allocate(capacity: blockLength)
        defer { decoded.deallocate() }
        for start in stride(from: 0, to: count, by: blockLength) {
            let numbers = UnsafeMutableBufferPointer(rebasing: decoded[..<min(blockLength, count - start)])
            var block = inside
            let head = try Block(numbers.count, from: &inside)
            guard mayHold(head.least, head.greatest) else { continue }
            _ = try readBlocks(into: numbers, from: &block, before: 0) { _, number in number }
            take(UnsafeBufferPointer(numbers), start)
        }
    }

    /// The numbers of some rows, which are ascending and below `count`.
    /// - Complexity: O(count / 128 + rows), of differences O(count), and O(count) where some are not known.
    static func numbers(of rows: [Int], _ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) -> [Int64] {
        var inside = reader
        switch count > 0 ? Form(rawValue: try inside.byte()) : nil {
        case .constant:
            let number = try inside.byte() == 1 ? Instant.missing : try inside.signed()
            return [Int64](repeating: number, count: rows.count)
        case .plain: return try blockNumbers(of: rows, count, from: &inside)
        case .differences:
            var (number, next) = (try inside.signed(), 0)
            var numbers: [Int64] = []
            numbers.reserveCapacity(rows.count)
            for start in stride(from: 0, to: count, by: blockLength) where next < rows.count {
                let length = min(blockLength, count - start)
                let block = try Block(length, from: &inside)
                for index in 0..<length {
                    number &+= SegmentWriter.unzigzag(UInt64(bitPattern: block[index]))
                    guard next < rows.count, rows[next] == start &+ index else { continue }
                    numbers.append(number)
                    next &+= 1
                }
            }
            return numbers
        case .sparse, nil:
            let all = try read(count, from: &reader)
            return rows.map { all[$0] }
        }
    }

    private static func blockNumbers(of rows: [Int], _ count: Int, from reader: inout SegmentReader) throws(SegmentDamage) -> [Int64] {
        var numbers: [Int64] = []
        numbers.reserveCapacity(rows.count)
        for start in stride(from: 0, to: count, by: blockLength) where numbers.count < rows.count {
            let block = try Block(min(blockLength, count - start), from: &reader)
            while numbers.count < rows.count, case let row = rows[numbers.count], row < start + blockLength {
                numbers.append(block[row - start])
            }
        }
        return numbers
    }
}
