/// A place in a tree. Its entries are read where they lie: a mode in octal digits, a space, a name, a NUL, and what object it is.
struct TreeCursor {
    private var bytes: UnsafeRawPointer
    let count: Int
    /// Where the entry begins; the count at the end.
    private(set) var place = 0
    /// Of the entry that was read last: its mode as git sees it, and its name.
    private(set) var mode: UInt32 = 0
    private(set) var nameStart = 0
    private(set) var nameEnd = 0

    private static let space = UInt8(ascii: " ")
    private static let folder: UInt32 = 0o40000
    private static let module: UInt32 = 0o160000

    init(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) {
        guard let start = bytes.baseAddress else { throw Unreadable() }
        self.bytes = start
        count = bytes.count
    }

    /// Goes on in the same bytes at another address.
    mutating func move(to bytes: UnsafeRawBufferPointer) throws(Unreadable) {
        guard let start = bytes.baseAddress, bytes.count == count else { throw Unreadable() }
        self.bytes = start
    }

    var isAtEnd: Bool { place >= count }
    var isFolder: Bool { mode == Self.folder }
    var isModule: Bool { mode == Self.module }
    var object: ObjectName { ObjectName(at: bytes + nameEnd + 1) }
    var name: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes + nameStart, count: nameEnd - nameStart) }

    /// Reads the entry at the place.
    mutating func read() throws(Unreadable) {
        let end = try self.end(ofEntry: place)
        var (digits, at): (UInt32, Int) = (0, place)
        while true {
            let byte = bytes.load(fromByteOffset: at, as: UInt8.self)
            at += 1
            if byte == Self.space { break }
            guard byte & 0xf8 == 0x30 else { throw Unreadable() }
            digits = digits << 3 | UInt32(byte & 7)
        }
        nameStart = at
        nameEnd = end - ObjectName.byteCount - 1
        guard nameStart > place + 1, nameEnd > nameStart else { throw Unreadable() }
        mode = Self.plain(digits)
    }

    /// Goes behind the entry that was read.
    mutating func advance() { place = nameEnd + 1 + ObjectName.byteCount }

    /// Modes as git compares them: some old ones have more bits.
    private static func plain(_ mode: UInt32) -> UInt32 {
        switch mode & 0o170000 {
        case 0o100000: mode & 0o100 == 0 ? 0o100644 : 0o100755
        case 0o120000: 0o120000
        case folder: folder
        default: module
        }
    }

    /// Where an entry ends: the next begins there.
    private func end(ofEntry start: Int) throws(Unreadable) -> Int {
        // A digit, a space and a letter come before the NUL at least.
        var at = start + 3
        while at + 8 <= count {
            let eight = Self.eight(bytes, at)
            let zeros = (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
            if zeros != 0 {
                let end = at + zeros.trailingZeroBitCount / 8 + 1 + ObjectName.byteCount
                guard end <= count else { throw Unreadable() }
                return end
            }
            at += 8
        }
        // The name of an object has more than eight bytes and stands at the end.
        throw Unreadable()
    }

    /// Passes over the entries that stand in both trees next, byte for byte the same.
    static func skipEqual(_ left: inout TreeCursor, _ right: inout TreeCursor) throws(Unreadable) {
        let (old, new) = (left.bytes + left.place, right.bytes + right.place)
        let most = min(left.count - left.place, right.count - right.place)
        var same = 0
        while same + 32 <= most, differs(old + same, new + same) == 0 { same += 32 }
        while same + 8 <= most, eight(old, same) == eight(new, same) { same += 8 }
        while same < most, old.load(fromByteOffset: same, as: UInt8.self) == new.load(fromByteOffset: same, as: UInt8.self) { same += 1 }
        let start = left.place
        let limit = start + same
        while left.place < limit {
            let end = try left.end(ofEntry: left.place)
            guard end <= limit else { break }
            left.place = end
        }
        right.place += left.place - start
    }

    /// Zero where 32 bytes are the same.
    private static func differs(_ old: UnsafeRawPointer, _ new: UnsafeRawPointer) -> UInt64 {
        (eight(old, 0) ^ eight(new, 0)) | (eight(old, 8) ^ eight(new, 8)) | (eight(old, 16) ^ eight(new, 16))
            | (eight(old, 24) ^ eight(new, 24))
    }

    private static func eight(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Which entry git puts first: by their names, the name of a folder with a slash behind it. Negative for the left one.
    static func order(_ left: TreeCursor, _ right: TreeCursor) -> Int {
        let (one, other) = (left.name, right.name)
        let shared = min(one.count, other.count)
        for index in 0..<shared where one[index] != other[index] { return Int(one[index]) - Int(other[index]) }
        func next(_ cursor: TreeCursor, _ name: UnsafeRawBufferPointer) -> Int {
            shared < name.count ? Int(name[shared]) : cursor.isFolder ? Int(UInt8(ascii: "/")) : 0
        }
        return next(left, one) - next(right, other)
    }
}
