/// Reads objects of a repository as its files hold them: packs, and files of one object each.
///
/// Whether an object has its name is not computed again, as git does not either when it reads a pack; zlib's own sums are looked at.
struct ObjectReader: ~Copyable {
    private let packs: [Pack]
    private let folders: [String]
    private let inflater: Inflater
    private var ring: ObjectRing
    private var difference: UnsafeMutableRawBufferPointer
    /// The pack in which the last object was found: the next one is likely to be there too.
    private var lastPack = 0
    /// Where objects are that were asked for last.
    private var places = [Place?](repeating: nil, count: placeCount)

    /// Objects on the way from one to what it is the difference to.
    private var chain: [(offset: Int, entry: Pack.Entry)] = []

    private struct Place {
        let name: ObjectName
        let pack: Int
        let offset: Int
    }

    private static let placeCount = 4_096
    /// Longer chains of differences are not git's, which makes none of more than 4,095.
    private static let longestChain = 4_096

    /// - Parameters:
    ///   - folder: where the repository keeps its objects.
    ///   - capacity: bytes of objects that are kept, a power of two.
    init(_ folder: String, capacity: Int) throws(Unreadable) {
        let all = try ObjectFolders.all(from: folder)
        let tables = try Inflater()
        folders = all
        // A pack that cannot be opened is passed over: an object that is nowhere else is missed.
        packs = all.flatMap { ObjectFolders.packs(in: $0) }.compactMap { Pack($0) }
        inflater = tables
        ring = ObjectRing(capacity: capacity)
        difference = .allocate(byteCount: 4_096, alignment: 16)
    }

    deinit {
        difference.deallocate()
    }

    func isLive(_ object: ObjectRing.Object) -> Bool { ring.isLive(object) }

    /// Good as long as the object is live, and no longer than this reader.
    func bytes(_ object: ObjectRing.Object) -> UnsafeRawBufferPointer { ring.bytes(object) }

    mutating func emptyTree() throws(Unreadable) -> ObjectRing.Object { try ring.add(.tree, count: 0) }

    /// Complexity: O(its bytes and those of the objects that it is the difference to).
    mutating func object(_ name: ObjectName, _ kind: ObjectKind) throws(Unreadable) -> ObjectRing.Object {
        let object = try object(name)
        guard object.kind == kind else { throw Unreadable() }
        return object
    }

    private mutating func object(_ name: ObjectName) throws(Unreadable) -> ObjectRing.Object {
        let slot = Int(truncatingIfNeeded: name.first) & (Self.placeCount - 1)
        if let place = places[slot], place.name == name { return try object(at: place.offset, in: place.pack) }
        for step in 0..<packs.count {
            let pack = lastPack + step < packs.count ? lastPack + step : lastPack + step - packs.count
            if let offset = packs[pack].index.offset(of: name) {
                lastPack = pack
                places[slot] = Place(name: name, pack: pack, offset: offset)
                return try object(at: offset, in: pack)
            }
        }
        return try looseObject(name)
    }

    /// Goes down the chain of differences to what is known or whole, and up again.
    private mutating func object(at offset: Int, in pack: Int) throws(Unreadable) -> ObjectRing.Object {
        func key(_ offset: Int) -> ObjectRing.Key { ObjectRing.Key(first: UInt64(offset), second: UInt64(pack)) }
        if let known = ring.object(key(offset)) { return known }
        chain.removeAll(keepingCapacity: true)
        var place = offset
        var object: ObjectRing.Object?
        while object == nil {
            guard chain.count < Self.longestChain else { throw Unreadable() }
            let entry = try packs[pack].entry(at: place)
            switch entry.content {
            case .whole(let kind):
                let made = try ring.add(kind, count: entry.size)
                try inflater.inflate(packs[pack].rest(from: entry.start), into: ring.room(made))
                ring.note(made, key(place))
                object = made
                continue
            case .differenceToOffset(let base):
                chain.append((place, entry))
                place = base
            case .differenceToName(let name):
                guard let base = packs[pack].index.offset(of: name) else { throw Unreadable() }
                chain.append((place, entry))
                place = base
            }
            object = ring.object(key(place))
        }
        guard var result = object else { throw Unreadable() }
        while let (offset, entry) = chain.popLast() {
            result = try made(entry, of: result, in: pack)
            ring.note(result, key(offset))
        }
        return result
    }

    /// The object that an entry is the difference to `base` of.
    private mutating func made(
        _ entry: Pack.Entry, of base: ObjectRing.Object, in pack: Int
    ) throws(Unreadable) -> ObjectRing.Object {
        guard entry.size <= ring.largest else { throw Unreadable(isTooLarge: true) }
        if difference.count < entry.size + Inflater.slack {
            difference.deallocate()
            difference = .allocate(byteCount: entry.size + 65_536, alignment: 16)
        }
        let steps = UnsafeMutableRawBufferPointer(rebasing: difference[..<entry.size])
        try inflater.inflate(packs[pack].rest(from: entry.start), into: steps)
        let read = try Difference(UnsafeRawBufferPointer(steps))
        let result = try ring.add(base.kind, count: read.size)
        guard ring.isLive(base) else { throw Unreadable() }
        try read.apply(to: ring.bytes(base), into: ring.room(result))
        return result
    }

    private mutating func looseObject(_ name: ObjectName) throws(Unreadable) -> ObjectRing.Object {
        let key = ObjectRing.Key(first: name.first, second: name.second)
        if let known = ring.object(key) { return known }
        if name == .emptyTree { return try emptyTree() }
        for folder in folders {
            if let file = LooseObject.file(of: name, in: folder) {
                let object = try LooseObject.read(file, with: inflater, into: &ring)
                ring.note(object, key)
                return object
            }
        }
        throw Unreadable()
    }
}
