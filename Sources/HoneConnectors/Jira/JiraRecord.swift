internal import HoneFacts

/// What an issue says, dates read, names not yet masked.
struct JiraRecord {
    struct Transition {
        let status: String
        let changedAt: Instant
        /// Position among the issue's transitions of the same instant.
        let ordinal: Int64
    }

    let key: String
    let type: String
    let title: String
    let labels: [String]
    let stream: String
    let status: String
    let reason: String
    let requestedAt: Instant?
    let finishedAt: Instant?
    let updatedAt: Instant?
    let loggedSeconds: Int64?
    let estimatedSeconds: Int64?
    let category: String
    let versions: [JiraVersion]
    let affected: [String]
    let sprints: [JiraSprint]
    let workLogs: [JiraWorkLog]
    /// Whether it is flagged now, and no changelog says since when.
    let isFlaggedSinceWhen: Bool
    let life: JiraLife
    /// The tracker's number for it, and keys it had before.
    let aliases: [String]
    /// Nil without a changelog, and where a changelog that is cut has none.
    let transitions: [Transition]?
    /// Transitions that are changes, not the status an issue began in.
    let changeCount: Int

    init(key: String, _ issue: JiraIssue, line: Int?, _ diagnostics: inout CSVDiagnostics) {
        let fields = issue.fields
        self.key = key
        type = fields?.type ?? ""
        title = fields?.summary ?? ""
        labels = (fields?.labels ?? []) + (fields?.components ?? [])
        stream = fields?.components.first ?? ""
        status = fields?.status ?? ""
        reason = fields?.resolution ?? ""
        let workLogs = fields?.workLogs ?? []
        self.workLogs = workLogs
        loggedSeconds = fields?.loggedSeconds ?? (workLogs.isEmpty ? nil : workLogs.reduce(0) { $0.addingOrMost(max(0, $1.seconds ?? 0)) })
        estimatedSeconds = fields?.estimatedSeconds
        category = fields?.category ?? ""
        versions = fields?.versions ?? []
        affected = fields?.affected ?? []
        sprints = fields?.sprints ?? []
        requestedAt = Self.instant(fields?.created, "created", of: key, line: line, &diagnostics)
        finishedAt = Self.instant(fields?.resolved, "resolutiondate", of: key, line: line, &diagnostics)
        updatedAt = fields?.updated.flatMap(Self.instant)
        let isWhole = issue.changelog.map { !$0.isCut } ?? false
        life = JiraLife(issue.changelog?.histories ?? [], current: sprints, createdAt: isWhole ? requestedAt : nil)
        isFlaggedSinceWhen = fields?.isFlagged == true && life.flagged.isEmpty
        aliases = ([issue.id].compactMap(\.self) + life.earlierKeys).filter { $0 != key && !$0.contains(" ") }
        guard let changelog = issue.changelog else {
            (transitions, changeCount) = (nil, 0)
            return
        }
        let changes = Self.changes(changelog, of: key, line: line, &diagnostics)
        changeCount = changes.count
        if changelog.isCut {
            diagnostics.add(
                .note, "changelog-cut", line: line, field: "changelog", "The export has only a part of the changes of \(key).",
                advice: "Export the whole changelog; the status it began in is left out, because it is not known.")
        }
        var entries = changes.compactMap { change in change.status.map { (status: $0, at: change.at) } }
        // Where the beginning is missing, the status before the first change that is there may have come later.
        let first = changes.isEmpty ? status : changes[0].before ?? ""
        if !changelog.isCut, let requestedAt, !first.isEmpty { entries.insert((first, requestedAt), at: 0) }
        transitions = entries.isEmpty ? nil : Self.numbered(entries)
    }

    private struct Change {
        let before: String?
        let status: String?
        let at: Instant
    }

    /// Changes of status, oldest first.
    private static func changes(
        _ changelog: JiraChangelog, of key: String, line: Int?, _ diagnostics: inout CSVDiagnostics
    ) -> [Change] {
        for history in changelog.histories where !history.statusChanges.isEmpty && history.created.flatMap(instant) == nil {
            diagnostics.add(
                .skipped, "no-such-date", line: line, field: "changelog", "A change of \(key) has no date that can be read.",
                advice: "Export it again.")
        }
        return JiraHistory.ordered(changelog.histories).flatMap { at, history in
            history.statusChanges.map { Change(before: $0.before, status: $0.after.flatMap { $0.isEmpty ? nil : $0 }, at: at) }
        }
    }

    private static func numbered(_ entries: [(status: String, at: Instant)]) -> [Transition] {
        var counts: [Instant: Int64] = [:]
        return entries.map { entry in
            defer { counts[entry.at, default: 0] += 1 }
            return Transition(status: entry.status, changedAt: entry.at, ordinal: counts[entry.at] ?? 0)
        }
    }

    private static func instant(
        _ text: String?, _ field: String, of key: String, line: Int?, _ diagnostics: inout CSVDiagnostics
    ) -> Instant? {
        guard let text, !text.isEmpty else { return nil }
        if let instant = instant(text) { return instant }
        diagnostics.add(
            .skipped, "no-such-date", line: line, field: field, "The date of \(key) cannot be read; the rest of the issue is used.",
            advice: "Export it again with dates such as 2015-03-04T12:34:56.000+0000.")
        return nil
    }

    static func instant(_ text: String) -> Instant? {
        Instant(iso: text).flatMap { Instant.isPlausible($0.rawValue) ? $0 : nil }
    }
}
