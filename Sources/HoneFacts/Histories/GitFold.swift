/// Folds the git facts of each origin: which commits HEAD reaches, which release first reached them, what each change brought.
struct GitFold {
    let interpretation: Interpretation
    let now: Int64
    private var histories = GitHistories()
    private(set) var remarks: [Histories.Remark] = []
    /// Rows of releases and commits that another source of the same repository brought before: two folders of one monorepo.
    private var releaseRows: [String: Int] = [:]
    private var knownCommits: Set<String> = []
    private var integrationRows: [String: Int] = [:]
    /// Commits of releases that HEAD does not reach.
    private var sideCommits: Set<String> = []

    /// Whether another source may bring the same commits: one alone has each of them once, and need not look.
    private let hasSeveral: Bool

    init(interpretation: Interpretation, now: Int64, sources: Int) {
        self.interpretation = interpretation
        self.now = now
        hasSeveral = sources > 1
    }

    func result() -> GitHistories { histories }

    mutating func add(head: FactBatch, _ graph: CommitGraph, tags: FactBatches) {
        guard head.count > 0 else { return }
        if head.integers("is_shallow").contains(1) { histories.isShallow = true }
        guard let tip = graph.row(named: head.texts("sha")[0]) else {
            remarks.append(.init(id: "head-not-read", subject: head.origin, count: 1))
            return
        }
        let isReached = graph.reached(from: tip)
        let releaseOf = releases(tags, graph: graph, origin: head.origin)
        let integrationOf = addIntegrations(graph, tip: tip, releaseOf: releaseOf)
        var future = 0
        var dateless = 0
        for row in 0..<graph.count {
            if Instant.isPlausible(graph.committedAt[row]), graph.committedAt[row] >> 1 > now { future += 1 }
            guard isReached[row] else {
                histories.unreachableCount += 1
                if hasSeveral, releaseOf[row] >= 0 { sideCommits.insert(graph.sha[row]) }
                continue
            }
            guard graph.isInside[row] else { continue }
            guard Instant.isPlausible(graph.committedAt[row]) else {
                dateless += 1
                continue
            }
            guard !hasSeveral || knownCommits.insert(graph.sha[row]).inserted else { continue }
            histories.commits.sha.append(graph.sha[row])
            histories.commits.committedAt.append(graph.committedAt[row])
            histories.commits.isMerge.append(graph.parentCount[row] > 1)
            histories.commits.isBot.append(graph.isBot[row])
            histories.commits.release.append(releaseOf[row])
            histories.commits.origin.append(head.origin)
            histories.commits.authoredAt.append(graph.authoredAt[row])
            histories.commits.keys.append(graph.keys[row])
            histories.commits.changeNumber.append(graph.changeNumber[row])
            histories.commits.integration.append(integrationOf[row])
            histories.commits.readsLikeUpkeep.append(graph.readsLikeUpkeep[row])
        }
        if dateless > 0 { remarks.append(.init(id: "commit-without-date", subject: head.origin, count: dateless)) }
        if future > 0 { remarks.append(.init(id: "commit-in-the-future", subject: head.origin, count: future)) }
    }

    /// Appends the origin's releases and returns, for each commit, the row of the first release that reaches it, or -1.
    private mutating func releases(_ tags: FactBatches, graph: CommitGraph, origin: String) -> [Int] {
        var byCommit: [String: (names: [String], at: Int64)] = [:]
        for batch in tags {
            let (name, sha, taggedAt) = (batch.texts("name"), batch.texts("sha"), batch.integers("tagged_at"))
            for row in 0..<batch.count {
                guard Instant.isPlausible(taggedAt[row]) else {
                    remarks.append(.init(id: "tag-without-date", subject: name[row], count: 1))
                    continue
                }
                guard interpretation.releasePattern.matches(name[row]) else {
                    histories.otherTagCount += 1
                    continue
                }
                let known = byCommit[sha[row]]
                byCommit[sha[row]] = ((known?.names ?? []) + [name[row]], min(taggedAt[row], known?.at ?? .max))
            }
        }
        let ordered = byCommit.map { (sha: $0.key, names: $0.value.names.sorted(by: Self.saysMore), at: $0.value.at) }
            .sorted { ($0.at, $0.names[0], $0.sha) < ($1.at, $1.names[0], $1.sha) }
        var releaseOf = [Int](repeating: -1, count: graph.count)
        let first = ordered.first { graph.row(named: $0.sha) != nil }?.sha
        for release in ordered {
            let row = releaseRows[release.sha] ?? histories.releases.count
            if row == histories.releases.count {
                releaseRows[release.sha] = row
                histories.releases.name.append(release.names[0])
                histories.releases.otherNames.append(Array(release.names.dropFirst()))
                histories.releases.commitCount.append(0)
                histories.releases.releasedAt.append(release.at)
                histories.releases.origin.append(origin)
                histories.releases.isKnown.append(graph.row(named: release.sha) != nil)
                histories.releases.isFirst.append(release.sha == first)
            }
            guard let tip = graph.row(named: release.sha) else { continue }
            var count = 0
            graph.walk(from: tip) { commit in
                guard releaseOf[commit] < 0 else { return false }
                releaseOf[commit] = row
                if isCounted(commit, graph) { count += 1 }
                return true
            }
            histories.releases.commitCount[row] += count
        }
        return releaseOf
    }

    /// Whether a commit is one of a batch, and no other source brought it before.
    private func isCounted(_ commit: Int, _ graph: CommitGraph) -> Bool {
        guard graph.isInside[commit], graph.parentCount[commit] < 2, Instant.isPlausible(graph.committedAt[commit]) else { return false }
        return knownCommits.isEmpty || !(knownCommits.contains(graph.sha[commit]) || sideCommits.contains(graph.sha[commit]))
    }

    /// Whether a tag says more of which release it is: has more parts of a version (`v26.6.0`, not `v26`), or says it shorter (`1.0.0`, not
    /// `1.0.0-rc1`).
    private static func saysMore(_ name: String, _ other: String) -> Bool {
        func parts(_ text: String) -> Int {
            text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }.split(separator: ".").count
        }
        return (parts(other), name.count, name) < (parts(name), other.count, other)
    }

    /// Appends the integrations into the default branch: its first-parent chain, oldest first, each with what it brought.
    /// Returns, for each commit, the row of the integration that brought it, or -1.
    private mutating func addIntegrations(_ graph: CommitGraph, tip: Int, releaseOf: [Int]) -> [Int] {
        var integrationOf = [Int](repeating: -1, count: graph.count)
        var chain: [Int] = []
        var next: Int? = tip
        while let commit = next {
            chain.append(commit)
            next = graph.parents(of: commit).first
        }
        var isTaken = [Bool](repeating: false, count: graph.count)
        for commit in chain { isTaken[commit] = true }
        var brought: [Int] = []
        for commit in chain.reversed() {
            brought.removeAll(keepingCapacity: true)
            brought.append(commit)
            var openedAt = Instant.isPlausible(graph.authoredAt[commit]) ? graph.authoredAt[commit] : graph.committedAt[commit]
            var isInside = graph.isInside[commit]
            let parents = graph.parents(of: commit)
            if parents.count > 1 { openedAt = graph.committedAt[commit] }
            for parent in parents.dropFirst() {
                graph.walk(from: parent) { other in
                    guard !isTaken[other] else { return false }
                    isTaken[other] = true
                    brought.append(other)
                    if graph.isInside[other] { isInside = true }
                    if Instant.isPlausible(graph.authoredAt[other]) { openedAt = min(openedAt, graph.authoredAt[other]) }
                    return true
                }
            }
            guard isInside, Instant.isPlausible(graph.committedAt[commit]) else { continue }
            let row = hasSeveral ? integrationRows[graph.sha[commit]] ?? histories.integrations.count : histories.integrations.count
            for other in brought { integrationOf[other] = row }
            guard row == histories.integrations.count else { continue }
            if hasSeveral { integrationRows[graph.sha[commit]] = row }
            histories.integrations.sha.append(graph.sha[commit])
            histories.integrations.openedAt.append(min(openedAt, graph.committedAt[commit]))
            histories.integrations.mergedAt.append(graph.committedAt[commit])
            histories.integrations.release.append(releaseOf[commit])
            histories.integrations.isMerge.append(parents.count > 1)
        }
        return integrationOf
    }
}
