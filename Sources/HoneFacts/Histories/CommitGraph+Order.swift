extension CommitGraph {
    /// The commits that a tip reaches, by commit date and each after its parents: a parent with a later date is pulled forward.
    ///
    /// - Complexity: O(commits x log commits).
    func oldestFirst(from tip: Int) -> [Int] {
        let isReached = reached(from: tip)
        let byDate = (0..<count).filter { isReached[$0] }
            .sorted { committedAt[$0] != committedAt[$1] ? committedAt[$0] < committedAt[$1] : sha[$0] < sha[$1] }
        var rank = [Int](repeating: 0, count: count)
        for (position, commit) in byDate.enumerated() { rank[commit] = position }
        var isDone = [Bool](repeating: false, count: count)
        var order: [Int] = []
        order.reserveCapacity(byDate.count)
        for commit in byDate where !isDone[commit] {
            var stack = [commit]
            while let next = stack.last {
                let waiting = parents(of: next).filter { !isDone[$0] }.min { rank[$0] < rank[$1] }
                if let waiting {
                    stack.append(waiting)
                } else {
                    stack.removeLast()
                    isDone[next] = true
                    order.append(next)
                }
            }
        }
        return order
    }

    /// Whether a commit's history holds an older one.
    ///
    /// - Parameter position: place of each commit in an order in which parents come before their children.
    /// - Complexity: O(commits between the two places).
    func isAncestor(_ old: Int, of commit: Int, position: [Int]) -> Bool {
        var seen: Set<Int> = []
        var isFound = false
        walk(from: commit) { next in
            if next == old { isFound = true }
            return !isFound && position[next] > position[old] && seen.insert(next).inserted
        }
        return isFound
    }
}
