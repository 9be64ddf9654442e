/// The file lines of one origin's commits: for each commit its rows, paths as codes.
struct FileChanges {
    private(set) var paths: [String] = []
    private(set) var path: [Int32] = []
    /// Code of the path before a rename, or -1.
    private(set) var oldPath: [Int32] = []
    private(set) var added: [Int64] = []
    private(set) var deleted: [Int64] = []
    private var rows: [Int] = []
    private var offsets: [Int] = []
    private var codes: [String: Int32] = [:]

    /// Complexity: O(file lines + commits).
    init(_ batches: FactBatches, in graph: CommitGraph) {
        var commit: [Int] = []
        for batch in batches {
            let (sha, path, oldPath) = (batch.texts("sha"), batch.texts("path"), batch.texts("old_path"))
            commit += sha.mapped { graph.row(named: $0) ?? -1 }
            self.path += path.mapped { code(of: $0) }
            self.oldPath += oldPath.mapped { $0.isEmpty ? -1 : code(of: $0) }
            added += batch.integers("added")
            deleted += batch.integers("deleted")
        }
        offsets = [Int](repeating: 0, count: graph.count + 1)
        for row in commit where row >= 0 { offsets[row + 1] += 1 }
        for row in 0..<graph.count { offsets[row + 1] += offsets[row] }
        var next = offsets
        rows = [Int](repeating: 0, count: offsets[graph.count])
        for (row, commit) in commit.enumerated() where commit >= 0 {
            rows[next[commit]] = row
            next[commit] += 1
        }
        for commit in 0..<graph.count { sortByPath(offsets[commit]..<offsets[commit + 1]) }
    }

    /// Puts the rows of a commit in git's own order, by the bytes of their paths. They come in another one where some were
    /// counted later than the rest. Complexity: O(rows) where they are in order.
    private mutating func sortByPath(_ range: Range<Int>) {
        func isBefore(_ left: Int, _ right: Int) -> Bool {
            let (left, right) = (paths[Int(path[left])].utf8, paths[Int(path[right])].utf8)
            return left.lexicographicallyPrecedes(right)
        }
        let isInOrder = range.dropLast().allSatisfy { isBefore(rows[$0], rows[$0 + 1]) }
        if !isInOrder { rows[range].sort(by: isBefore) }
    }

    var hasCountedLines: Bool { added.contains { $0 != Instant.missing } }

    func rows(of commit: Int) -> ArraySlice<Int> { rows[offsets[commit]..<offsets[commit + 1]] }

    private mutating func code(of path: String) -> Int32 {
        if let known = codes[path] { return known }
        let code = Int32(paths.count)
        codes[path] = code
        paths.append(path)
        return code
    }
}
