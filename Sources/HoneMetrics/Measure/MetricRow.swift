package import HoneFacts

/// One row behind a number, as people can check it: what, from when to when, how much. There is no person in it.
package struct MetricRow: Sendable, Equatable {
    /// Key of the item, name of the release, or short name of the commit.
    package var id: String
    package var start: String?
    package var end: String
    package var value: Double?
    package var exclusion: String?
    package var flags: [String]
}

extension MeasuredRows {
    /// The rows of a window, ordered by end and id.
    package func rows(in window: Window, _ histories: Histories) -> [MetricRow] {
        positions(in: window).map { row($0, histories) }.sorted { ($0.end, $0.id) < ($1.end, $1.id) }
    }

    private func row(_ position: Int, _ histories: Histories) -> MetricRow {
        func text(_ raw: Int64) -> String? { raw == Instant.missing ? nil : Instant(rawValue: raw).description }
        let subjectRow = index[position]
        let id: String
        let start: String?
        let end: String?
        switch subject {
        case .items:
            let items = histories.items
            id = items.key[subjectRow]
            start = text(startAt[position]) ?? text(items.startedAt[subjectRow]) ?? text(items.requestedAt[subjectRow])
            end = text(items.finishedAt[subjectRow])
        case .commits:
            let commits = histories.git.commits
            id = String(commits.sha[subjectRow].prefix(12))
            start = text(commits.committedAt[subjectRow])
            end = commits.release[subjectRow] >= 0 ? text(histories.git.releases.releasedAt[commits.release[subjectRow]]) : nil
        case .releases:
            id = histories.git.releases.name[subjectRow]
            start = nil
            end = text(histories.git.releases.releasedAt[subjectRow])
        case .changes:
            let changes = histories.git.changes
            id = String(changes.sha[subjectRow].prefix(12))
            start = text(changes.openedAt[subjectRow])
            end = text(changes.mergedAt[subjectRow])
        }
        return MetricRow(
            id: id, start: start, end: end ?? endDay[position].description, value: exclusion[position] == nil ? value[position] : nil,
            exclusion: exclusion[position], flags: flags[position])
    }
}
