/// Folds facts into histories under an interpretation. Pure: the same facts, interpretation and clock give the same histories.
///
/// - Parameter now: seconds since 1970. Item events after it have not happened yet and are only counted; commits and tags with
///   a date after it count on the date they carry, and are counted as odd.
/// - Complexity: O(facts x log facts).
package func fold(_ facts: FactTables, _ interpretation: Interpretation, now: Int64) -> Histories {
    let needsPaths = interpretation.workKindRules.contains { !$0.paths.isEmpty }
    let changed = needsPaths ? ChangedPaths(commits: facts[.commit], files: facts[.fileChange]) : ChangedPaths()
    var items = ItemFold(interpretation: interpretation, changed: changed, now: now)
    for origin in facts[.item].origins {
        func only(_ family: FactFamily) -> FactBatches { facts[family].of(origin) }
        items.add(only(.item), transitions: only(.transition), blocks: only(.block), workLogs: only(.workLog))
    }
    var git = GitFold(interpretation: interpretation, now: now, sources: facts[.head].reduce(0) { $0 + $1.count })
    var files = FileFold()
    for head in facts[.head] {
        func only(_ family: FactFamily) -> FactBatches { facts[family].of(head.origin) }
        let graph = CommitGraph(only(.commit))
        git.add(head: head, graph, tags: only(.tag))
        files.add(head: head, graph, commits: only(.commit), changes: only(.fileChange), tree: only(.file))
    }
    let changes = ChangeHistories(changes: facts[.change], reviews: facts[.review])
    let itemHistories = items.result
    let gitHistories = git.result()
    let commitRows = gitHistories.commits.rows
    let iterations = IterationHistories(facts[.iteration], memberships: facts[.iterationItem], items: itemHistories)
    let joins = Joins(
        items: itemHistories, changes: changes, git: gitHistories, iterations: iterations, versions: facts[.version])
    let zone = interpretation.zone
    let deployments = DeploymentHistories(facts[.deployment], interpretation, now: now)
    let reach = DeploymentReach(deployments, commits: facts[.commit], git: gitHistories)
    let incidents = IncidentHistories(facts[.incident], deployments: deployments, reach: reach, interpretation, now: now)
    return Histories(
        items: itemHistories, git: gitHistories, changes: changes,
        iterations: iterations, joins: joins,
        files: files.histories(rows: commitRows), people: CommitPeople(facts[.commit], of: gitHistories.commits, rows: commitRows),
        versions: VersionHistories(facts[.version]), statuses: StatusTrails(facts[.transition]), deployments: deployments, reach: reach,
        incidents: incidents, builds: BuildHistories(facts[.build], zone, now: now),
        plan: PlanHistories(facts[.planLine], interpretation), measurements: MeasurementHistories(facts[.measurement], zone, now: now),
        now: now, remarks: items.remarks + git.remarks + joins.remarks + deployments.remarks + incidents.remarks,
        gitOrigins: facts[.head].origins)
}
