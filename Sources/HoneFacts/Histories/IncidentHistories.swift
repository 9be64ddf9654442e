/// Incidents as columns, each laid to the deployment that caused it, where one did. Instants are raw values.
///
/// The rule, first that fits: the source says that no change caused it; it names the deployment, or a commit that a deployment
/// brought; it opened within a time after the latest deployment of its service; otherwise it was not caused by a change.
package struct IncidentHistories: Sendable {
    /// Why an incident is laid to a deployment, or to none.
    package enum Tie: Sendable, Equatable {
        case linked, withinWindow
        /// The source says that no change caused it.
        case saidToBeNone
        /// No deployment was near.
        case noneNear
        /// The source names a deployment or a commit that nothing is known of.
        case lostLink
    }

    package private(set) var origin: [String] = []
    package private(set) var key: [String] = []
    package private(set) var service: [String] = []
    package private(set) var openedAt: [Int64] = []
    /// Missing while it is open.
    package private(set) var resolvedAt: [Int64] = []
    package private(set) var tie: [Tie] = []
    /// Row of the deployment that it is laid to, or -1.
    package private(set) var deployment: [Int] = []
    package private(set) var remarks: [Histories.Remark] = []
    package var count: Int { key.count }

    package init() {}

    /// Complexity: O((incidents + deployments) x log deployments).
    init(
        _ batches: FactBatches, deployments: DeploymentHistories, reach: DeploymentReach, _ interpretation: Interpretation, now: Int64
    ) {
        let finder = DeploymentFinder(deployments, interpretation.zone)
        var spelling = Dictionary(deployments.service.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let names = batches.map { batch in (0..<batch.count).map { batch.texts("sha")[$0].lowercased() } }
        let short = reach.deployments(ofBeginnings: Set(names.joined()))
        var (future, dateless, lost) = (0, 0, 0)
        for batch in batches {
            let (opened, resolved, said) = (batch.integers("opened_at"), batch.integers("resolved_at"), batch.integers("is_from_change"))
            let (keys, services) = (batch.texts("key"), batch.texts("service"))
            let (links, shas) = (batch.texts("deployment"), batch.texts("sha"))
            for row in 0..<batch.count {
                guard Instant.isPlausible(opened[row]) else {
                    dateless += 1
                    continue
                }
                let openedSeconds = interpretation.zone.seconds(Instant(rawValue: opened[row]))
                guard openedSeconds <= now else {
                    future += 1
                    continue
                }
                let found: (Tie, Int)
                if said[row] == 0 {
                    found = (.saidToBeNone, -1)
                } else if !links.isEmpty(row) || !shas.isEmpty(row) {
                    let linked =
                        finder.row(ofKey: links[row], origin: batch.origin) ?? reach.deployment(ofSHA: shas[row])
                        ?? short[shas[row].lowercased()]
                    found = linked.map { (.linked, $0) } ?? (.lostLink, -1)
                } else if let near = finder.latest(of: services[row], before: openedSeconds),
                    interpretation.delivery.incidentWindow.covers(openedSeconds - finder.seconds[near])
                {
                    found = (.withinWindow, near)
                } else {
                    found = (.noneNear, -1)
                }
                if found.0 == .lostLink { lost += 1 }
                origin.append(batch.origin)
                key.append(keys[row])
                service.append(spelling.spelled(services[row]))
                openedAt.append(opened[row])
                let isOver =
                    Instant.isPlausible(resolved[row]) && interpretation.zone.seconds(Instant(rawValue: resolved[row])) <= now
                resolvedAt.append(isOver ? resolved[row] : Instant.missing)
                tie.append(found.0)
                deployment.append(found.1)
            }
        }
        if dateless > 0 { remarks.append(.init(id: "incident-without-date", subject: "", count: dateless)) }
        if future > 0 { remarks.append(.init(id: "date-in-the-future", subject: "incidents", count: future)) }
        if lost > 0 { remarks.append(.init(id: "incident-with-a-lost-link", subject: "", count: lost)) }
    }
}

/// Finds deployments by key, and the latest of a service before an instant.
private struct DeploymentFinder {
    /// Seconds since 1970 at which each deployment finished.
    let seconds: [Int64]
    private var byOrigin: [String: [String: Int]] = [:]
    private var byKey: [String: Int] = [:]
    /// Rows of deployments that shipped, by finish: all of them, and those of each service; the empty name is of none.
    private var all: [Int] = []
    private var ofService: [String: [Int]] = [:]

    init(_ deployments: DeploymentHistories, _ zone: ZoneTable) {
        seconds = deployments.finishedAt.map { zone.seconds(Instant(rawValue: $0)) }
        for row in 0..<deployments.count where !deployments.key[row].isEmpty {
            byOrigin[deployments.origin[row], default: [:]][deployments.key[row]] = row
            byKey[deployments.key[row]] = row
        }
        let seconds = seconds
        all = (0..<deployments.count).filter(deployments.hasShipped).sorted { (seconds[$0], $0) < (seconds[$1], $1) }
        for row in all { ofService[deployments.service[row].lowercased(), default: []].append(row) }
    }

    func row(ofKey key: String, origin: String) -> Int? { key.isEmpty ? nil : byOrigin[origin]?[key] ?? byKey[key] }

    /// The latest deployment that finished at or before an instant. An incident or a deployment that names no service may be of any.
    func latest(of service: String, before instant: Int64) -> Int? {
        if service.isEmpty { return last(all, before: instant) }
        let (own, unnamed) = (last(ofService[service.lowercased()] ?? [], before: instant), last(ofService[""] ?? [], before: instant))
        guard let own, let unnamed else { return own ?? unnamed }
        return (seconds[own], own) < (seconds[unnamed], unnamed) ? unnamed : own
    }

    private func last(_ rows: [Int], before instant: Int64) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if seconds[rows[middle]] <= instant { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? rows[low - 1] : nil
    }
}
