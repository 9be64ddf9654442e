/// Where the fields of the next records end: all signs of a stretch of bytes that may end one, found before any of them is looked at.
///
/// Finding them apart from reading them leaves a processor nothing to guess: how long fields are changes from row to row.
///
/// Source: G. Langdale and D. Lemire, Parsing gigabytes of JSON per second, The VLDB Journal 28, 2019, doi:10.1007/s00778-019-00578-5,
/// sections 3.1.1 and 3.1.5.
struct CSVStops {
    /// Where stops are noted: room for `room(needed:)`, which is the same from call to call.
    typealias Places = UnsafeMutableBufferPointer<Int>

    private let delimiter: UInt8
    /// Places that are noted.
    private var count = 0
    /// The first of them that is not taken. Whoever takes many counts for himself meanwhile.
    var next = 0

    private static let blockLength = 64
    /// Blocks of a look, unless they hold fewer stops than are needed: some dozen records.
    private static let mostBlocks = 16
    /// Places written at once, of which those behind the last stop of a block are written over.
    private static let group = 8

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Places that a look may write to.
    static func room(needed: Int) -> Int { mostBlocks * blockLength + needed + blockLength + group }

    /// Passes the stops before a position, and finds those behind it where fewer are known than are needed; false where the bytes do
    /// not hold as many.
    @inline(__always)
    mutating func seek(_ bytes: UnsafeRawBufferPointer, from position: Int, needed: Int, _ places: Places) -> Bool {
        while next < count, places[next] < position { next &+= 1 }
        if count &- next >= needed { return true }
        look(bytes, from: position, needed: needed, places)
        return count >= needed
    }

    /// Complexity: O(bytes looked at).
    private mutating func look(_ bytes: UnsafeRawBufferPointer, from position: Int, needed: Int, _ places: Places) {
        (count, next) = (0, 0)
        var (block, blockCount) = (position, 0)
        while block < bytes.count, blockCount < Self.mostBlocks || count < needed {
            var marks = marks(bytes, from: block)
            var place = count
            count &+= marks.nonzeroBitCount
            while place < count {
                for step in 0..<Self.group {
                    // The highest bit stands for "no stop": its place is written over or never read.
                    places[place &+ step] = block &+ (marks | 1 << 63).trailingZeroBitCount
                    marks &= marks &- 1
                }
                place &+= Self.group
            }
            block &+= Self.blockLength
            blockCount &+= 1
        }
    }

    /// A bit for each of the 64 bytes from `start` on, the first one lowest, that is a stop: it ends a field outside of quotes, or makes
    /// its record one that is not plain.
    @inline(__always)
    private func marks(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        guard start &+ Self.blockLength <= bytes.count else { return lastMarks(bytes, from: start) }
        let delimiters = SIMD16<UInt8>(repeating: delimiter)
        let (lineFeeds, returns, nuls) = (SIMD16<UInt8>(repeating: 10), SIMD16<UInt8>(repeating: 13), SIMD16<UInt8>(repeating: 0))
        var result: UInt64 = 0
        for quarter in 0..<4 {
            let signs = bytes.loadUnaligned(fromByteOffset: start &+ quarter &* 16, as: SIMD16<UInt8>.self)
            // With vectors on both sides: beside a number the comparison is made sign by sign.
            let isStop = (signs .== delimiters) .| (signs .== lineFeeds) .| (signs .== returns) .| (signs .== nuls)
            // A bit of its own for each of eight signs: their sum, which a product gathers, holds all of them.
            let bits = unsafeBitCast(unsafeBitCast(isStop, to: SIMD16<UInt8>.self) & Self.bits, to: SIMD2<UInt64>.self)
            let low = (bits[0].littleEndian &* 0x0101_0101_0101_0101) &>> 56
            let high = (bits[1].littleEndian &* 0x0101_0101_0101_0101) &>> 56
            result |= (low | high &<< 8) &<< UInt64(quarter &* 16)
        }
        return result
    }

    private static var bits: SIMD16<UInt8> {
        @inline(__always) get { SIMD16(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128) }
    }

    private func lastMarks(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var result: UInt64 = 0
        for place in start..<min(start + Self.blockLength, bytes.count) where [delimiter, 10, 13, 0].contains(bytes[place]) {
            result |= 1 << UInt64(place - start)
        }
        return result
    }
}
