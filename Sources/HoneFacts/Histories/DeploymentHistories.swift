/// Deployments as columns, in the order in which they finished. Instants are raw values, `Instant.missing` where unknown.
package struct DeploymentHistories: Sendable {
    package private(set) var origin: [String] = []
    package private(set) var key: [String] = []
    package private(set) var service: [String] = []
    package private(set) var isProduction: [Bool] = []
    package private(set) var outcome: [RunOutcome] = []
    package private(set) var startedAt: [Int64] = []
    package private(set) var finishedAt: [Int64] = []
    /// Name of the commit that was deployed, perhaps cut short; empty where nobody says.
    package private(set) var sha: [String] = []
    /// Names of the commits that it brought, apart by spaces, where the source lists them.
    package private(set) var commits: [String] = []
    /// Keys of the items that it brought, apart by spaces.
    package private(set) var items: [String] = []
    /// Whether it was unplanned work to mend what users met; nil where nobody says.
    package private(set) var isRework: [Bool?] = []
    package private(set) var remarks: [Histories.Remark] = []

    package var count: Int { key.count }

    /// Whether users got something with it: it went to production and was there, though perhaps not for long.
    package func hasShipped(_ row: Int) -> Bool {
        isProduction[row] && (outcome[row] == .succeeded || outcome[row] == .rolledBack)
    }

    /// What a row is called on a page: its key, or its service.
    package func name(_ row: Int) -> String { key[row].isEmpty ? service[row] : key[row] }

    package init() {}

    /// One deployment on its way into the columns.
    private struct Entry {
        var origin: String
        var key: String
        var service: String
        var environment: String
        var status: String
        var startedAt: Int64
        var finishedAt: Int64
        var sha: String
        var commits: String
        var items: String
        var isRework: Bool?
    }

    /// Complexity: O(deployments x log deployments).
    init(_ batches: FactBatches, _ interpretation: Interpretation, now: Int64) {
        var entries: [Entry] = []
        var future = 0
        var dateless = 0
        for batch in batches {
            let (started, finished) = (batch.integers("started_at"), batch.integers("finished_at"))
            let unplanned = batch.integers("is_unplanned")
            let columns = ["key", "service", "environment", "status", "sha", "commits", "items", "repairs"].map { batch.texts($0) }
            // A source that says of one deployment which incident it repairs says so of all.
            let namesRepairs = (0..<batch.count).contains { !columns[7].isEmpty($0) }
            for row in 0..<batch.count {
                let outcome = RunOutcome(columns[3][row])
                guard Instant.isPlausible(finished[row]) else {
                    if outcome != .unfinished { dateless += 1 }
                    continue
                }
                guard interpretation.zone.seconds(Instant(rawValue: finished[row])) <= now else {
                    future += 1
                    continue
                }
                let said: Bool? = unplanned[row] == Instant.missing ? (namesRepairs ? false : nil) : unplanned[row] == 1
                entries.append(
                    Entry(
                        origin: batch.origin, key: columns[0][row], service: columns[1][row], environment: columns[2][row],
                        status: columns[3][row], startedAt: started[row], finishedAt: finished[row],
                        sha: columns[4][row].lowercased(), commits: columns[5][row].lowercased(), items: columns[6][row],
                        isRework: columns[7].isEmpty(row) ? said : true))
            }
        }
        entries.sort { ($0.finishedAt, $0.service, $0.key, $0.sha) < ($1.finishedAt, $1.service, $1.key, $1.sha) }
        var unknown: [String: Int] = [:]
        var spelling: [String: String] = [:]
        for entry in entries {
            let outcome = RunOutcome(entry.status)
            if outcome == .unknown { unknown[entry.status, default: 0] += 1 }
            origin.append(entry.origin)
            key.append(entry.key)
            service.append(spelling.spelled(entry.service))
            isProduction.append(interpretation.delivery.isProduction(entry.environment))
            self.outcome.append(outcome)
            startedAt.append(entry.startedAt)
            finishedAt.append(entry.finishedAt)
            sha.append(entry.sha)
            commits.append(entry.commits)
            items.append(entry.items)
            isRework.append(entry.isRework)
        }
        remarks = unknown.sorted { $0.key < $1.key }.map { .init(id: "deployment-status-not-known", subject: $0.key, count: $0.value) }
        if dateless > 0 { remarks.append(.init(id: "deployment-without-date", subject: "", count: dateless)) }
        if future > 0 { remarks.append(.init(id: "date-in-the-future", subject: "deployments", count: future)) }
    }
}

extension [String: String] {
    /// A name as it was written when it was first met, in whatever case it is written now.
    mutating func spelled(_ name: String) -> String {
        let key = name.lowercased()
        if let known = self[key] { return known }
        self[key] = name
        return name
    }
}
