/// A pack and its index. Nothing of it is trusted: an offset is looked at before it is followed.
struct Pack {
    let index: PackIndex
    private let file: MappedFile
    private let bytes: UnsafeRawPointer
    /// Where objects end and the checksum begins.
    let end: Int

    /// How an object is kept.
    struct Entry {
        enum Content {
            case whole(ObjectKind)
            /// As the difference to an object of the same pack that begins there.
            case differenceToOffset(Int)
            case differenceToName(ObjectName)
        }
        let content: Content
        /// Bytes when inflated: of the object, or of the difference.
        let size: Int
        /// Where its compressed bytes begin.
        let start: Int
    }

    private static let headerBytes = 12

    /// - Parameter path: of both files, without their endings.
    init?(_ path: String) {
        guard let index = PackIndex(path + ".idx"), let file = MappedFile(path + ".pack"), let bytes = file.bytes.baseAddress,
            file.bytes.count >= Self.headerBytes + ObjectName.byteCount
        else { return nil }
        func number(_ offset: Int) -> UInt32 { UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        guard number(0) == 0x5041_434b, number(4) == 2 || number(4) == 3, Int(number(8)) == index.count else { return nil }
        (self.index, self.file, self.bytes) = (index, file, bytes)
        end = file.bytes.count - ObjectName.byteCount
    }

    /// The compressed bytes from a place on, to the end of the pack.
    func rest(from start: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes + start, count: end - start) }

    func entry(at offset: Int) throws(Unreadable) -> Entry {
        guard offset >= Self.headerBytes, offset < end else { throw Unreadable() }
        var place = offset
        func next() throws(Unreadable) -> UInt8 {
            guard place < end else { throw Unreadable() }
            defer { place += 1 }
            return bytes.load(fromByteOffset: place, as: UInt8.self)
        }
        var byte = try next()
        let type = byte >> 4 & 7
        var size = Int(byte & 15)
        var shift = 4
        while byte & 0x80 != 0 {
            byte = try next()
            guard shift <= 46 else { throw Unreadable() }
            size |= Int(byte & 0x7f) << shift
            shift += 7
        }
        switch type {
        case 6:
            byte = try next()
            var distance = Int(byte & 0x7f)
            while byte & 0x80 != 0 {
                byte = try next()
                guard distance < 1 << 48 else { throw Unreadable() }
                distance = (distance + 1) << 7 | Int(byte & 0x7f)
            }
            guard distance > 0, distance < offset else { throw Unreadable() }
            return Entry(content: .differenceToOffset(offset - distance), size: size, start: place)
        case 7:
            guard place + ObjectName.byteCount <= end else { throw Unreadable() }
            return Entry(
                content: .differenceToName(ObjectName(at: bytes + place)), size: size, start: place + ObjectName.byteCount)
        default:
            guard let kind = ObjectKind(rawValue: type) else { throw Unreadable() }
            return Entry(content: .whole(kind), size: size, start: place)
        }
    }
}

/// What an object is; numbered as packs do.
enum ObjectKind: UInt8 {
    case commit = 1
    case tree = 2
    case blob = 3
    case tag = 4
}
