/// Folds facts into histories under an interpretation. Pure: the same facts, interpretation and clock give the same histories.
///
/// - Parameter now: seconds since 1970. Item events after it have not happened yet and are only counted; commits and tags with
///   a date after it count on the date they carry, and are counted as odd.
/// - Complexity: O(facts x log facts).
package func fold(_ facts: FactTables, _ interpretation: Interpretation, now: Int64) -> Histories {
    let heads = Heads(facts)
    return histories(
        facts, interpretation, now: now, itemFold(facts, interpretation, now: now),
        CommitFold(heads, facts, interpretation, now: now), FileFold(heads, facts))
}

/// The same histories, those of files made beside the others.
package func foldOnAllCores(_ facts: FactTables, _ interpretation: Interpretation, now: Int64) async -> Histories {
    let heads = Heads(facts)
    async let files = FileFold(heads, facts)
    let items = itemFold(facts, interpretation, now: now)
    let commits = CommitFold(heads, facts, interpretation, now: now)
    return await histories(facts, interpretation, now: now, items, commits, files)
}

private func itemFold(_ facts: FactTables, _ interpretation: Interpretation, now: Int64) -> ItemFold {
    let needsPaths = interpretation.workKindRules.contains { !$0.paths.isEmpty }
    let changed = needsPaths ? ChangedPaths(commits: facts[.commit], files: facts[.fileChange]) : ChangedPaths()
    var items = ItemFold(interpretation: interpretation, changed: changed, now: now)
    for origin in facts[.item].origins {
        func only(_ family: FactFamily) -> FactBatches { facts[family].of(origin) }
        items.add(only(.item), transitions: only(.transition), blocks: only(.block), workLogs: only(.workLog))
    }
    return items
}

/// HEAD of each repository, and the graph of its commits.
private struct Heads {
    let all: [(batch: FactBatch, graph: CommitGraph)]

    init(_ facts: FactTables) { all = facts[.head].map { ($0, CommitGraph(facts[.commit].of($0.origin))) } }
}

/// What the commits of all repositories give, their files left out.
private struct CommitFold {
    let histories: GitHistories
    /// Row of each commit by its full name.
    let rows: [String: Int32]
    let people: CommitPeople
    let remarks: [Histories.Remark]

    init(_ heads: Heads, _ facts: FactTables, _ interpretation: Interpretation, now: Int64) {
        var git = GitFold(interpretation: interpretation, now: now, sources: heads.all.reduce(0) { $0 + $1.batch.count })
        for (head, graph) in heads.all { git.add(head: head, graph, tags: facts[.tag].of(head.origin)) }
        (histories, remarks) = (git.result(), git.remarks)
        rows = histories.commits.rows
        people = CommitPeople(facts[.commit], of: histories.commits, rows: rows)
    }
}

extension FileFold {
    fileprivate init(_ heads: Heads, _ facts: FactTables) {
        self.init()
        for (head, graph) in heads.all {
            func only(_ family: FactFamily) -> FactBatches { facts[family].of(head.origin) }
            add(head: head, graph, commits: only(.commit), changes: only(.fileChange), tree: only(.file))
        }
    }
}

/// All that is folded, joined.
private func histories(
    _ facts: FactTables, _ interpretation: Interpretation, now: Int64, _ itemFold: ItemFold, _ commits: CommitFold, _ files: FileFold
) -> Histories {
    let (items, git, zone) = (itemFold.result, commits.histories, interpretation.zone)
    let changes = ChangeHistories(changes: facts[.change], reviews: facts[.review])
    let iterations = IterationHistories(facts[.iteration], memberships: facts[.iterationItem], items: items)
    let joins = Joins(items: items, changes: changes, git: git, iterations: iterations, versions: facts[.version])
    let deployments = DeploymentHistories(facts[.deployment], interpretation, now: now)
    let reach = DeploymentReach(deployments, commits: facts[.commit], git: git)
    let incidents = IncidentHistories(facts[.incident], deployments: deployments, reach: reach, interpretation, now: now)
    return Histories(
        items: items, git: git, changes: changes, iterations: iterations, joins: joins, files: files.histories(rows: commits.rows),
        people: commits.people, versions: VersionHistories(facts[.version]), statuses: StatusTrails(facts[.transition]),
        deployments: deployments, reach: reach, incidents: incidents, builds: BuildHistories(facts[.build], zone, now: now),
        plan: PlanHistories(facts[.planLine], interpretation), measurements: MeasurementHistories(facts[.measurement], zone, now: now),
        now: now, remarks: itemFold.remarks + commits.remarks + joins.remarks + deployments.remarks + incidents.remarks,
        gitOrigins: facts[.head].origins)
}
