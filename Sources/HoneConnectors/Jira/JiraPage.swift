internal import HoneFacts

/// What pages of an issue's changelog say, where the issue itself stands elsewhere.
struct JiraPage {
    /// The tracker's number of the issue.
    let issue: String
    let steps: [JiraRecord.Transition]
    /// The status before the first change that is here: what it was created in, if the first page is here.
    let first: String?
    let life: JiraLife

    /// - Parameter lacksBeginning: whether pages before these stand elsewhere.
    init(issue: String, _ histories: [JiraHistory], lacksBeginning: Bool = false) {
        self.issue = issue
        let changes = JiraHistory.ordered(histories).flatMap { at, history in history.statusChanges.map { (at: at, change: $0) } }
        first = lacksBeginning ? nil : changes.first?.change.before.flatMap { $0.isEmpty ? nil : $0 }
        var counts: [Instant: Int64] = [:]
        steps = changes.compactMap { entry in
            guard let status = entry.change.after, !status.isEmpty else { return nil }
            defer { counts[entry.at, default: 0] += 1 }
            return JiraRecord.Transition(status: status, changedAt: entry.at, ordinal: counts[entry.at] ?? 0)
        }
        life = JiraLife(histories, current: [], createdAt: nil)
    }
}
