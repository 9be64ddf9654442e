/// Follows every file of one origin through its commits, oldest first: which path it has, whether it is there, who touched it.
///
/// A line of counts does not say whether it adds or deletes a file. A path that is not there begins a file; a change that adds
/// nothing and leaves no known line ends it. On a branch that does not know of a rename, the old path still means the same file.
struct FileWalk {
    let graph: CommitGraph
    let changes: FileChanges
    /// Place of each commit in the order of the walk.
    let position: [Int]

    /// By file, in order of first appearance.
    private(set) var path: [Int32] = []
    private(set) var isThere: [Bool] = []
    private(set) var isCounted: [Bool] = []
    private(set) var firstCommit: [Int] = []
    private(set) var lastCommit: [Int] = []
    private var balance: [Int64] = []

    /// By touch, in order of the walk.
    private(set) var touchFile: [Int32] = []
    private(set) var touchCommit: [Int] = []
    private(set) var touchKind: [FileHistories.Touch] = []
    /// Row of the counted lines in `changes`.
    private(set) var touchRow: [Int] = []

    /// By path: the file that it means or meant last, or -1, and the commit that moved the file away from it.
    private(set) var fileAt: [Int32]
    private var movedBy: [Int]

    init(graph: CommitGraph, changes: FileChanges, position: [Int]) {
        self.graph = graph
        self.changes = changes
        self.position = position
        fileAt = [Int32](repeating: -1, count: changes.paths.count)
        movedBy = [Int](repeating: -1, count: changes.paths.count)
    }

    mutating func visit(_ commit: Int) {
        // Renames first: they look at the paths as the commit found them.
        let rows = changes.rows(of: commit)
        for row in rows where changes.oldPath[row] >= 0 {
            let file = rename(from: changes.oldPath[row], to: changes.path[row], commit)
            count(row, file)
            touch(file, commit, row, .changed)
        }
        for row in rows where changes.oldPath[row] < 0 { change(row, commit) }
    }

    private mutating func rename(from old: Int32, to new: Int32, _ commit: Int) -> Int {
        let known = Int(fileAt[Int(old)])
        let file = known >= 0 ? known : begin(old, commit)
        let replaced = Int(fileAt[Int(new)])
        if replaced >= 0, replaced != file, path[replaced] == new { isThere[replaced] = false }
        if path[file] != new {
            movedBy[Int(path[file])] = commit
            movedBy[Int(old)] = commit
        }
        path[file] = new
        fileAt[Int(new)] = Int32(file)
        isThere[file] = true
        return file
    }

    private mutating func change(_ row: Int, _ commit: Int) {
        let now = changes.path[row]
        var known = Int(fileAt[Int(now)])
        if known >= 0, path[known] != now, graph.isAncestor(movedBy[Int(now)], of: commit, position: position) { known = -1 }
        var kind = FileHistories.Touch.changed
        if known < 0 || !isThere[known], changes.deleted[row] == Instant.missing || changes.deleted[row] == 0 { kind = .added }
        let file = known >= 0 ? known : begin(now, commit)
        isThere[file] = true
        count(row, file)
        if kind == .changed, changes.added[row] == 0, balance[file] == 0 {
            kind = .deleted
            isThere[file] = false
        }
        touch(file, commit, row, kind)
    }

    private mutating func begin(_ now: Int32, _ commit: Int) -> Int {
        let file = path.count
        path.append(now)
        isThere.append(true)
        isCounted.append(false)
        firstCommit.append(commit)
        lastCommit.append(commit)
        balance.append(0)
        fileAt[Int(now)] = Int32(file)
        return file
    }

    /// Keeps the number of lines that the changes seen so far leave.
    private mutating func count(_ row: Int, _ file: Int) {
        guard changes.added[row] != Instant.missing, changes.deleted[row] != Instant.missing else { return }
        isCounted[file] = true
        balance[file] = max(0, balance[file].addingOrMost(changes.added[row]).addingOrMost(-changes.deleted[row]))
    }

    private mutating func touch(_ file: Int, _ commit: Int, _ row: Int, _ kind: FileHistories.Touch) {
        lastCommit[file] = commit
        touchFile.append(Int32(file))
        touchCommit.append(commit)
        touchKind.append(kind)
        touchRow.append(row)
    }
}
