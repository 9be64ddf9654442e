/// Paths that commits touched, one after the other in one piece of memory.
struct TouchedPaths: Sendable {
    enum Change {
        case added
        case deleted
        case changed
    }

    private(set) var bytes: [UInt8] = []
    /// Where each path ends.
    private var ends: [UInt32] = []
    private var hasAdded = false
    private var hasDeleted = false
    private var hasModule = false

    /// Nobody's history has paths of four gigabytes, but a tree can be made that unfolds to more.
    private static let mostBytes = Int(UInt32.max)

    var count: Int { ends.count }

    func range(_ path: Int) -> Range<Int> { (path == 0 ? 0 : Int(ends[path - 1]))..<Int(ends[path]) }

    /// Paths that follow are those of another commit.
    mutating func begin() { (hasAdded, hasDeleted, hasModule) = (false, false, false) }

    /// Whether git may tell the commit's files otherwise than by comparing trees: what was added may be what was deleted under another
    /// name, and a checkout may hide a submodule.
    var isForGit: Bool { hasAdded && hasDeleted || hasModule }

    /// Takes back all paths but so many.
    mutating func keep(first count: Int) {
        ends.removeLast(ends.count - count)
        bytes.removeLast(bytes.count - Int(ends.last ?? 0))
    }

    mutating func add(_ change: Change, isModule: Bool, folder: [UInt8], name: UnsafeRawBufferPointer) throws(Unreadable) {
        switch change {
        case .added: hasAdded = true
        case .deleted: hasDeleted = true
        case .changed: break
        }
        if isModule { hasModule = true }
        guard bytes.count + folder.count + name.count <= Self.mostBytes else { throw Unreadable() }
        bytes.append(contentsOf: folder)
        bytes.append(contentsOf: name)
        ends.append(UInt32(bytes.count))
    }
}
