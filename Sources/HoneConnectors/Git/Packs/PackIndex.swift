/// Where the objects of a pack begin, by their names: a `.idx` file of version 2.
struct PackIndex {
    let count: Int
    private let file: MappedFile
    private let bytes: UnsafeRawPointer

    private static let fanout = 8
    private static let names = 8 + 256 * 4
    private static let trailerBytes = 40

    /// Nil for another version and for a file that is too short.
    init?(_ path: String) {
        guard let file = MappedFile(path), let bytes = file.bytes.baseAddress, file.bytes.count >= Self.names + Self.trailerBytes else {
            return nil
        }
        func number(_ offset: Int) -> UInt32 { UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        guard number(0) == 0xff74_4f63, number(4) == 2 else { return nil }
        var last: UInt32 = 0
        for bucket in 0..<256 {
            let end = number(Self.fanout + bucket * 4)
            guard end >= last else { return nil }
            last = end
        }
        // Of each object a name, a checksum and an offset.
        guard file.bytes.count >= Self.names + Int(last) * (ObjectName.byteCount + 8) + Self.trailerBytes else { return nil }
        (count, self.file, self.bytes) = (Int(last), file, bytes)
    }

    /// Where an object begins; nil where it is not in this pack. Whoever takes it checks that it lies in the pack.
    ///
    /// Names are evenly spread, so that a guess from their first bytes is nearly right. Complexity: O(log objects).
    func offset(of name: ObjectName) -> Int? {
        let bucket = Int(name.first >> 56)
        var low = bucket == 0 ? 0 : Int(number(Self.fanout + bucket * 4 - 4))
        var high = Int(number(Self.fanout + bucket * 4))
        let wanted = Self.value(name)
        var (least, most) = (0, 0x1_0000_0000)
        var guesses = 4
        while low < high {
            var middle = (low + high) / 2
            if guesses > 0, least <= wanted, wanted < most, high - low < 1 << 30 {
                middle = low + (high - low) * (wanted - least) / (most - least)
                guesses -= 1
            }
            let found = ObjectName(at: bytes + Self.names + middle * ObjectName.byteCount)
            if found == name { return offset(middle) }
            if found < name {
                (low, least) = (middle + 1, Self.value(found))
            } else {
                (high, most) = (middle, Self.value(found) + 1)
            }
        }
        return nil
    }

    /// The 32 bits behind the first byte: what is alike in a bucket says nothing.
    private static func value(_ name: ObjectName) -> Int { Int(name.first >> 24 & 0xffff_ffff) }

    private func offset(_ position: Int) -> Int? {
        let offsets = Self.names + count * (ObjectName.byteCount + 4)
        let short = number(offsets + position * 4)
        guard short & 0x8000_0000 != 0 else { return Int(short) }
        // Packs of more than 2 GiB have a table of long offsets behind the short ones.
        let place = offsets + count * 4 + Int(short & 0x7fff_ffff) * 8
        guard place + 8 + Self.trailerBytes <= file.bytes.count else { return nil }
        return Int(exactly: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }

    private func number(_ offset: Int) -> UInt32 { UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
}
