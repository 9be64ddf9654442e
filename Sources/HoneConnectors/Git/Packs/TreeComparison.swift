/// Finds the files in which two trees differ, in git's order.
struct TreeComparison: ~Copyable {
    private var reader: ObjectReader
    /// The folder that is being compared, with a slash at its end; empty at the top.
    private var folder: [UInt8] = []

    /// Folders in folders beyond this are left to git.
    private static let deepest = 512
    /// How often two trees are read until both are there at the same time.
    private static let mostTries = 3

    init(_ reader: consuming ObjectReader) { self.reader = reader }

    /// - Parameters:
    ///   - old: nil for an empty tree.
    ///   - new: likewise.
    mutating func compare(_ old: ObjectName?, _ new: ObjectName?, into paths: inout TouchedPaths) throws(Unreadable) {
        folder.removeAll(keepingCapacity: true)
        guard old != new else { return }
        try compare(old, new, depth: 0, &paths)
    }

    /// The tree that a commit names.
    mutating func tree(ofCommit name: ObjectName) throws(Unreadable) -> ObjectName {
        let bytes = reader.bytes(try reader.object(name, .commit))
        guard bytes.count >= 45, bytes[..<5].elementsEqual("tree ".utf8),
            let tree = ObjectName(hex: UnsafeRawBufferPointer(rebasing: bytes[5..<45]))
        else { throw Unreadable() }
        return tree
    }

    private struct Pair {
        let old: ObjectRing.Object
        let new: ObjectRing.Object
    }

    private mutating func compare(_ old: ObjectName?, _ new: ObjectName?, depth: Int, _ paths: inout TouchedPaths) throws(Unreadable) {
        guard depth < Self.deepest else { throw Unreadable() }
        var pair = try read(old, new)
        var a = try TreeCursor(reader.bytes(pair.old))
        var b = try TreeCursor(reader.bytes(pair.new))
        while true {
            try TreeCursor.skipEqual(&a, &b)
            var order = 0
            if a.isAtEnd {
                if b.isAtEnd { return }
                order = 1
            } else {
                try a.read()
                if b.isAtEnd { order = -1 }
            }
            if !b.isAtEnd { try b.read() }
            if order == 0 { order = TreeCursor.order(a, b) }
            let entry = order > 0 ? b : a
            var isDeeper = false
            if entry.isFolder {
                let (one, other) = (order <= 0 ? a.object : nil, order >= 0 ? b.object : nil)
                if one != other {
                    isDeeper = true
                    let length = folder.count
                    folder.append(contentsOf: entry.name)
                    folder.append(UInt8(ascii: "/"))
                    try compare(one, other, depth: depth + 1, &paths)
                    folder.removeLast(folder.count - length)
                }
            } else if order != 0 {
                try paths.add(order < 0 ? .deleted : .added, isModule: entry.isModule, folder: folder, name: entry.name)
            } else if a.object != b.object || a.mode != b.mode {
                try paths.add(.changed, isModule: a.isModule || b.isModule, folder: folder, name: entry.name)
            }
            if order <= 0 { a.advance() }
            if order >= 0 { b.advance() }
            if isDeeper, !isLive(pair) {
                pair = try read(old, new)
                try a.move(to: reader.bytes(pair.old))
                try b.move(to: reader.bytes(pair.new))
            }
        }
    }

    /// Reads both sides, so that both are there at the same time.
    private mutating func read(_ old: ObjectName?, _ new: ObjectName?) throws(Unreadable) -> Pair {
        for _ in 0..<Self.mostTries {
            let pair = Pair(old: try tree(old), new: try tree(new))
            if isLive(pair) { return pair }
        }
        throw Unreadable(isTooLarge: true)
    }

    private func isLive(_ pair: Pair) -> Bool { reader.isLive(pair.old) && reader.isLive(pair.new) }

    private mutating func tree(_ name: ObjectName?) throws(Unreadable) -> ObjectRing.Object {
        guard let name else { return try reader.emptyTree() }
        return try reader.object(name, .tree)
    }
}
