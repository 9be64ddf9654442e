/// An object in a file of its own, packed whole: its kind, its size in decimal digits and a NUL stand before its bytes.
enum LooseObject {
    /// More than any header has.
    private static let headerBytes = 64

    /// - Parameter folder: one that holds objects.
    /// - Returns: nil where the object is not there.
    static func file(of name: ObjectName, in folder: String) -> MappedFile? {
        let hex = name.hex
        return MappedFile(folder + "/" + hex.prefix(2) + "/" + hex.dropFirst(2))
    }

    static func read(
        _ file: MappedFile, with inflater: borrowing Inflater, into ring: inout ObjectRing
    ) throws(Unreadable) -> ObjectRing.Object {
        try inflater.begin(file.bytes)
        var header = [UInt8](repeating: 0, count: headerBytes)
        let count: Int
        do {
            count = try header.withUnsafeMutableBytes { try inflater.next(into: $0) }
        } catch {
            throw Unreadable()
        }
        guard let end = header[..<count].firstIndex(of: 0), let space = header[..<end].firstIndex(of: UInt8(ascii: " ")),
            let kind = kind(header[..<space]), let size = ByteNumber.parse(header[(space + 1)..<end]), size >= 0
        else { throw Unreadable() }
        let object = try ring.add(kind, count: Int(size))
        let room = ring.room(object)
        let first = header[(end + 1)..<count]
        guard first.count <= room.count else { throw Unreadable() }
        room.copyBytes(from: first)
        try inflater.finish(into: UnsafeMutableRawBufferPointer(rebasing: room[first.count...]))
        return object
    }

    private static func kind(_ word: ArraySlice<UInt8>) -> ObjectKind? {
        if word.elementsEqual("tree".utf8) { return .tree }
        return word.elementsEqual("commit".utf8) ? .commit : nil
    }
}
