package import HoneFacts

/// One row behind a number, as people can check it: what, from when to when, how much. There is no person in it.
package struct MetricRow: Sendable, Equatable {
    /// Key of the item, name of the release, short name of the commit, or path of the file.
    package var id: String
    package var start: String?
    package var end: String
    package var value: Double?
    package var exclusion: String?
    package var flags: [String]
}

extension MeasuredRows {
    /// The rows of a window, ordered by end and id; files from the highest value down.
    package func rows(in window: Window, _ histories: Histories, _ zone: ZoneTable) -> [MetricRow] {
        if let team, case .tooFew = team.size(of: self, positions(in: window)) { return [] }
        let rows = positions(in: window).map { row($0, histories, zone) }
        guard subject == .files else { return rows.sorted { ($0.end, $0.id) < ($1.end, $1.id) } }
        return rows.sorted { (-($0.value ?? -.infinity), $0.id) < (-($1.value ?? -.infinity), $1.id) }
    }

    private func row(_ position: Int, _ histories: Histories, _ zone: ZoneTable) -> MetricRow {
        let row = Int(index[position])
        let subject = RowSubject(self.subject, row, histories)
        // The row's end is the event the window filters by: the instant of that day, where the subject has one.
        let ends = subject.ends.map(Instant.init(rawValue:)).filter { zone.day($0) == endDay[position] }
        let over = endOfSpan(position, zone)
        let end = over.map { over in ends.first { zone.seconds($0) == over.seconds } ?? over } ?? ends.first
        let begin = startAt(position) != Instant.missing ? startAt(position) : subject.start
        // What began after the event that is counted is no start of it.
        let isAfter = end.map { begin != Instant.missing && zone.seconds(Instant(rawValue: begin)) > zone.seconds($0) } ?? false
        let start = isAfter ? Instant.missing : begin
        return MetricRow(
            id: subject.id, start: start == Instant.missing ? nil : Instant(rawValue: start).description,
            end: end?.description ?? endDay[position].description, value: exclusion[position] == nil ? value[position] : nil,
            exclusion: exclusion[position], flags: flags[position])
    }
}

extension MeasuredRows {
    /// The instant that a span of hours ends at, where that is the event of another subject and on the row's day: of a commit the deployment
    /// that brought it, of a deployment the end of its incident.
    fileprivate func endOfSpan(_ position: Int, _ zone: ZoneTable) -> Instant? {
        guard subject == .commits || subject == .deployments, summary == .hours, unit == .hours, exclusion[position] == nil,
            startAt(position) != Instant.missing
        else { return nil }
        let begin = zone.seconds(Instant(rawValue: startAt(position)))
        let end = Instant(seconds: begin + Int64((value[position] * 3600).rounded()))
        return zone.day(end) == endDay[position] ? end : nil
    }
}

/// What a row speaks of: its name, where it begins, and the instants it may end at.
private struct RowSubject {
    let id: String
    let start: Int64
    let ends: [Int64]

    init(_ subject: MeasuredRows.Subject, _ row: Int, _ histories: Histories) {
        let git = histories.git
        func released(_ release: Int) -> [Int64] { release >= 0 ? [git.releases.releasedAt[release]] : [] }
        let known: [Int64]
        switch subject {
        case .items:
            let items = histories.items
            id = items.key[row]
            start = items.startedAt[row] != Instant.missing ? items.startedAt[row] : items.requestedAt[row]
            known = [items.finishedAt[row], items.cancelledAt[row], items.firstFinishedAt[row]]
        case .commits:
            id = String(git.commits.sha[row].prefix(12))
            start = git.commits.committedAt[row]
            known = released(git.commits.release[row]) + [git.commits.committedAt[row]]
        case .versions:
            id = histories.versions.name[row]
            start = Instant.missing
            known = [histories.versions.releasedAt[row]]
        case .releases:
            id = git.releases.name[row]
            start = Instant.missing
            known = released(row)
        case .changes:
            id = histories.changes.key[row]
            start = histories.changes.openedAt[row]
            known = [histories.changes.mergedAt[row], histories.changes.closedAt[row], histories.changes.firstReviewAt[row]]
        case .iterationItems:
            let iterations = histories.iterations
            let iteration = iterations.iteration(ofMember: row)
            id = "\(iterations.name[iteration]): \(histories.items.key[iterations.members[row].item])"
            start = iterations.startedAt[iteration]
            known = [iterations.completedAt[iteration], iterations.dueAt[iteration]]
        case .iterations:
            let iterations = histories.iterations
            id = iterations.name[row]
            start = iterations.startedAt[row]
            known = [iterations.completedAt[row], iterations.dueAt[row]]
        case .integrations:
            id = String(git.integrations.sha[row].prefix(12))
            start = git.integrations.openedAt[row]
            known = released(git.integrations.release[row]) + [git.integrations.mergedAt[row]]
        case .files:
            let files = histories.files
            id = files.origins.count > 1 ? "\(files.origins[files.origin[row]]) \(files.path[row])" : files.path[row]
            start = files.bornAt[row]
            known = files.touches(of: row).reversed().map { files.commitAt[Int(files.touchCommit[$0])] }
        case .deployments:
            let deployments = histories.deployments
            id = deployments.name(row)
            start = deployments.startedAt[row]
            known = [deployments.finishedAt[row]]
        case .incidents:
            id = histories.incidents.key[row]
            start = histories.incidents.openedAt[row]
            known = [histories.incidents.resolvedAt[row], histories.incidents.openedAt[row]]
        case .builds:
            id = histories.builds.key[row]
            start = histories.builds.startedAt[row]
            known = [histories.builds.finishedAt[row]]
        case .planLines, .planWork:
            let plan = histories.plan
            id = plan.key[row]
            start = plan.plannedStartAt[row]
            known = plan.statements(of: row).flatMap { [$0.statedAt, $0.finishedAt] } + [plan.plannedFinishAt[row]]
        case .measurements:
            id = histories.measurements.name[row]
            start = Instant.missing
            known = [histories.measurements.measuredAt[row]]
        case .actions:
            let action = histories.actions.actions[row]
            id = action.name
            start = Instant(day: action.raisedOn).rawValue
            known = []
        case .loops:
            let loop = histories.loops.loops[row]
            id = loop.name
            start = Instant(day: loop.statedOn).rawValue
            known = [loop.decidedOn.map { Instant(day: $0).rawValue } ?? Instant.missing]
        }
        ends = known.filter { $0 != Instant.missing }
    }
}
