/// Which deployment first brought each commit to users.
package struct DeploymentReach: Sendable {
    /// By row of a commit: the first deployment that holds it, or -1.
    package private(set) var ofCommit: [Int] = []
    /// By row of a deployment: commits, merges left out, that it was the first to bring; -1 where nobody can tell.
    package private(set) var commitCount: [Int] = []
    /// By row of a deployment: whether it is the first of a whole history, so that it brings everything before it.
    package private(set) var isBackFill: [Bool] = []
    private var bySHA: [String: Int] = [:]

    package init() {}

    /// The first deployment that holds a commit of this name.
    package func deployment(ofSHA sha: String) -> Int? { bySHA[sha.lowercased()] }

    /// Complexity: O(commits + deployments x log commits) for each history.
    init(_ deployments: DeploymentHistories, commits facts: FactBatches, git: GitHistories) {
        guard deployments.count > 0 else { return }
        ofCommit = Array(repeating: -1, count: git.commits.count)
        commitCount = Array(repeating: -1, count: deployments.count)
        isBackFill = Array(repeating: false, count: deployments.count)
        let shipped = (0..<deployments.count).filter(deployments.hasShipped)
        let namesCommits = shipped.contains { !deployments.sha[$0].isEmpty || !deployments.commits[$0].isEmpty }
        let graphs = namesCommits ? facts.origins.map { CommitNames(CommitGraph(facts.of($0))) } : []
        addListed(deployments, shipped, graphs)
        for names in graphs { addReached(deployments, shipped, names) }
        for commit in 0..<git.commits.count {
            guard let deployment = bySHA[git.commits.sha[commit].lowercased()] else { continue }
            ofCommit[commit] = deployment
        }
    }

    /// Deployments that hold commits whose names begin so, with seven signs and more; none where several commits' names do.
    /// Complexity: O(commits x different lengths).
    func deployments(ofBeginnings beginnings: Set<String>) -> [String: Int] {
        let short = beginnings.filter { (7..<40).contains($0.utf8.count) }
        guard !short.isEmpty else { return [:] }
        let lengths = Set(short.map(\.count))
        var found: [String: (deployment: Int, count: Int)] = [:]
        for (sha, deployment) in bySHA {
            for length in lengths where sha.utf8.count > length {
                let beginning = String(sha.prefix(length))
                if short.contains(beginning) { found[beginning] = (deployment, found[beginning, default: (0, 0)].count + 1) }
            }
        }
        return found.filter { $0.value.count == 1 }.mapValues(\.deployment)
    }

    /// Commits that a deployment lists, by their whole names or the beginnings of them.
    private mutating func addListed(_ deployments: DeploymentHistories, _ shipped: [Int], _ graphs: [CommitNames]) {
        for deployment in shipped where !deployments.commits[deployment].isEmpty {
            commitCount[deployment] = 0
            for name in deployments.commits[deployment].split(separator: " ").map(String.init) {
                let known = graphs.lazy.compactMap { names in names.row(of: name).map { (names.graph, $0) } }.first
                let sha = known.map { graph, row in graph.sha[row] } ?? name
                guard bySHA[sha] == nil else { continue }
                bySHA[sha] = deployment
                if known.map({ graph, row in graph.parentCount[row] < 2 }) ?? true { commitCount[deployment] += 1 }
            }
        }
    }

    /// Commits that the deployed one reaches, and no deployment before did.
    private mutating func addReached(_ deployments: DeploymentHistories, _ shipped: [Int], _ names: CommitNames) {
        let graph = names.graph
        var isTaken = [Bool](repeating: false, count: graph.count)
        var isFirst = true
        for deployment in shipped where deployments.commits[deployment].isEmpty {
            guard let tip = names.row(of: deployments.sha[deployment]) else { continue }
            var count = 0
            graph.walk(from: tip) { commit in
                guard !isTaken[commit] else { return false }
                isTaken[commit] = true
                if bySHA[graph.sha[commit]] == nil {
                    bySHA[graph.sha[commit]] = deployment
                    if graph.parentCount[commit] < 2 { count += 1 }
                }
                return true
            }
            commitCount[deployment] = max(0, commitCount[deployment]) + count
            isBackFill[deployment] = isFirst
            isFirst = false
        }
    }
}

/// Finds commits by their names, whole or cut short to seven signs and more.
private struct CommitNames {
    let graph: CommitGraph
    private let sorted: [Int]

    init(_ graph: CommitGraph) {
        self.graph = graph
        sorted = (0..<graph.count).sorted { graph.sha[$0] < graph.sha[$1] }
    }

    /// Nil where no commit, or more than one, has a name that begins so.
    func row(of name: String) -> Int? {
        if let row = graph.row(named: name) { return row }
        guard name.utf8.count >= 7 else { return nil }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if graph.sha[sorted[middle]] < name { low = middle + 1 } else { high = middle }
        }
        guard low < sorted.count, graph.sha[sorted[low]].hasPrefix(name) else { return nil }
        if low + 1 < sorted.count, graph.sha[sorted[low + 1]].hasPrefix(name) { return nil }
        return sorted[low]
    }
}
