/// The trees of commits, and those of their parents.
struct CommitTrees {
    private let headers: GitHeaders
    private var names: [ObjectName] = []
    private var trees: [ObjectName] = []
    /// Numbers of commits by their names, plus one; zero where there is none.
    private var slots: [Int32]

    /// Complexity: O(commits).
    init(_ headers: GitHeaders) throws(Unreadable) {
        self.headers = headers
        var count = 16
        while count < headers.count * 2 { count *= 2 }
        slots = [Int32](repeating: 0, count: count)
        names.reserveCapacity(headers.count)
        trees.reserveCapacity(headers.count)
        for commit in 0..<headers.count {
            guard let name = ObjectName(hex: headers.bytes(.sha, of: commit)), let tree = ObjectName(hex: headers.bytes(.tree, of: commit))
            else { throw Unreadable() }
            names.append(name)
            trees.append(tree)
            var slot = first(name)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(commit + 1)
        }
    }

    private func first(_ name: ObjectName) -> Int { Int(truncatingIfNeeded: name.first) & (slots.count - 1) }

    subscript(commit: Int) -> ObjectName { trees[commit] }

    /// The tree of a commit's only parent; nil where it has none.
    /// - Parameter comparison: reads a parent that is not among the commits.
    func before(_ commit: Int, _ comparison: inout TreeComparison) throws(Unreadable) -> ObjectName? {
        let parents = headers.bytes(.parents, of: commit)
        if parents.isEmpty { return nil }
        guard let parent = ObjectName(hex: parents) else { throw Unreadable() }
        // In a history without branches the parent is next.
        if commit + 1 < names.count, names[commit + 1] == parent { return trees[commit + 1] }
        var slot = first(parent)
        while slots[slot] != 0 {
            let other = Int(slots[slot] - 1)
            if names[other] == parent { return trees[other] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return try comparison.tree(ofCommit: parent)
    }
}
