/// Folds the commits, file lines and trees of git origins into the histories of their files.
///
/// Which files are at HEAD says the tree, where the source read it; otherwise the counted lines do, which misses some deletions.
struct FileFold {
    private(set) var result = FileHistories()
    private var developers: [String: Int32] = [:]
    /// Full name of each commit of the result.
    private var sha: [String] = []
    /// Paths that another source of the same repository brought before, by the commit of HEAD: two folders of one monorepo.
    private var knownPaths: [String: Set<String>] = [:]

    /// Complexity: O(commits x log commits + file lines), and a walk over the commits since for each path that is used again
    /// after its file was renamed.
    mutating func add(head: FactBatch, _ graph: CommitGraph, commits batches: FactBatches, changes: FactBatches, tree: FactBatches) {
        guard head.count > 0 else { return }
        let sha = head.texts("sha")[0]
        guard let tip = graph.row(named: sha) else { return }
        let order = graph.oldestFirst(from: tip)
        var position = [Int](repeating: -1, count: graph.count)
        for (place, commit) in order.enumerated() { position[commit] = place }
        let firstCommit = result.commitAt.count
        addCommits(order, graph, batches)
        var walk = FileWalk(graph: graph, changes: FileChanges(changes, in: graph), position: position)
        for commit in order where graph.isInside[commit] { walk.visit(commit) }
        result.origins.append(head.origin)
        result.uncountedCommitCount += head.integers("uncounted_commits").reduce(0) { $0 + Int(max($1, 0)) }
        addFiles(of: walk, tree: FileTree(tree), sha: sha) { Int32(firstCommit + position[$0]) }
    }

    /// The histories, with the row that each commit has in those of git, given by full name. Complexity: O(commits).
    func histories(rows: [String: Int32]) -> FileHistories {
        var linked = result
        linked.gitCommit = sha.map { rows[$0] ?? -1 }
        return linked
    }

    private mutating func addCommits(_ order: [Int], _ graph: CommitGraph, _ batches: FactBatches) {
        var author: [Int32] = []
        for batch in batches {
            author += batch.texts("author").mapped { $0.isEmpty ? -1 : code(of: $0) }
        }
        for commit in order {
            result.commitAt.append(graph.committedAt[commit])
            sha.append(graph.sha[commit])
            result.commitDeveloper.append(graph.isBot[commit] ? -1 : author[commit])
            if graph.isBot[commit] { result.programCommitCount += 1 }
        }
        result.developerCount = developers.count
    }

    private mutating func code(of developer: String) -> Int32 {
        if let known = developers[developer] { return known }
        let code = Int32(developers.count)
        developers[developer] = code
        return code
    }

    private mutating func addFiles(of walk: FileWalk, tree: FileTree, sha: String, commitRow: (Int) -> Int32) {
        let touches = Touches(walk)
        let areLinesCounted = walk.changes.hasCountedLines
        var known = knownPaths[sha] ?? []
        let wasRead = knownPaths[sha] != nil
        var seen: Set<String> = []
        for file in walk.path.indices {
            let path = walk.changes.paths[Int(walk.path[file])]
            if wasRead, known.contains(path) { continue }
            let isCurrent = Int(walk.fileAt[Int(walk.path[file])]) == file
            let isAtHead = isCurrent && (tree.isEmpty ? walk.isThere[file] : tree.contains(path))
            if isAtHead { seen.insert(path) }
            append(path, isAtHead: isAtHead, tree: tree)
            result.bornAt.append(walk.graph.committedAt[walk.firstCommit[file]])
            result.goneAt.append(isAtHead ? Instant.missing : walk.graph.committedAt[walk.lastCommit[file]])
            result.isBinary.append(areLinesCounted && !walk.isCounted[file])
            for touch in touches.of(file) {
                result.touchCommit.append(commitRow(walk.touchCommit[touch]))
                result.touchKind.append(walk.touchKind[touch])
                let row = walk.touchRow[touch]
                let isCounted = walk.changes.added[row] != Instant.missing && walk.changes.deleted[row] != Instant.missing
                result.touchAdded.append(isCounted ? Int32(clamping: walk.changes.added[row]) : -1)
                result.touchDeleted.append(isCounted ? Int32(clamping: walk.changes.deleted[row]) : -1)
            }
            result.touchOffsets.append(result.touchCommit.count)
        }
        for path in tree.paths where !seen.contains(path) && !(wasRead && known.contains(path)) {
            seen.insert(path)
            append(path, isAtHead: true, tree: tree)
            result.bornAt.append(Instant.missing)
            result.goneAt.append(Instant.missing)
            result.isBinary.append(false)
            result.touchOffsets.append(result.touchCommit.count)
        }
        known.formUnion(seen)
        knownPaths[sha] = known
    }

    private mutating func append(_ path: String, isAtHead: Bool, tree: FileTree) {
        let size = isAtHead ? tree.size(of: path) : nil
        result.path.append(path)
        result.origin.append(result.origins.count - 1)
        result.isAtHead.append(isAtHead)
        result.lines.append(size?.lines ?? Instant.missing)
        result.indentationSum.append(size?.indentationSum ?? Instant.missing)
        result.markerCount.append(size?.markerCount ?? Instant.missing)
        result.oldestMarkerAt.append(size?.oldestMarkerAt ?? Instant.missing)
    }
}

/// The tree at HEAD as a source read it.
private struct FileTree {
    private(set) var paths: [String] = []
    private var sizes: [String: Size] = [:]

    struct Size {
        let lines: Int64
        let indentationSum: Int64
        let markerCount: Int64
        let oldestMarkerAt: Int64
    }

    var isEmpty: Bool { paths.isEmpty }

    init(_ batches: FactBatches) {
        for batch in batches {
            let (path, lines, sum) = (batch.texts("path"), batch.integers("lines"), batch.integers("indentation_sum"))
            let (markers, oldest) = (batch.integers("marker_count"), batch.integers("oldest_marker_at"))
            for row in 0..<batch.count {
                paths.append(path[row])
                sizes[path[row]] = Size(
                    lines: lines[row], indentationSum: sum[row], markerCount: markers[row], oldestMarkerAt: oldest[row])
            }
        }
        paths.sort()
    }

    func contains(_ path: String) -> Bool { sizes[path] != nil }

    func size(of path: String) -> Size? { sizes[path] }
}

/// The touches of a walk by file.
private struct Touches {
    private var offsets: [Int]
    private var rows: [Int]

    init(_ walk: FileWalk) {
        offsets = [Int](repeating: 0, count: walk.path.count + 1)
        for file in walk.touchFile { offsets[Int(file) + 1] += 1 }
        for file in walk.path.indices { offsets[file + 1] += offsets[file] }
        var next = offsets
        rows = [Int](repeating: 0, count: walk.touchFile.count)
        for (row, file) in walk.touchFile.enumerated() {
            rows[next[Int(file)]] = row
            next[Int(file)] += 1
        }
    }

    func of(_ file: Int) -> ArraySlice<Int> { rows[offsets[file]..<offsets[file + 1]] }
}
