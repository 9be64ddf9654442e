internal import HoneFacts

/// What the changelog of an issue says besides its statuses: sprints, flags, and the keys it had before.
struct JiraLife {
    struct Stay {
        let sprint: String
        var addedAt: Instant?
        var removedAt: Instant?
    }

    private(set) var stays: [Stay] = []
    /// Times in which it was flagged; the end is nil while it is.
    private(set) var flagged: [(from: Instant, to: Instant?)] = []
    private(set) var earlierKeys: [String] = []

    /// - Parameters:
    ///   - histories: in any order.
    ///   - current: sprints that the issue itself names.
    ///   - createdAt: when it was created; nil where the beginning of the changelog is missing.
    init(_ histories: [JiraHistory], current: [JiraSprint], createdAt: Instant?) {
        var hasSprintChange = false
        for (at, history) in JiraHistory.ordered(histories) {
            for change in history.changes {
                switch change.name {
                case "sprint":
                    let (before, after) = (Self.ids(change.from), Self.ids(change.to))
                    // What it was in before the first change, it was created in.
                    if !hasSprintChange { stays = before.map { Stay(sprint: $0, addedAt: createdAt) } }
                    hasSprintChange = true
                    for sprint in after where !before.contains(sprint) { stays.append(Stay(sprint: sprint, addedAt: at)) }
                    for sprint in before where !after.contains(sprint) {
                        if let stay = stays.lastIndex(where: { $0.sprint == sprint && $0.removedAt == nil }) { stays[stay].removedAt = at }
                    }
                case "flagged":
                    let isFlagged = !(change.after ?? "").isEmpty
                    if isFlagged, flagged.last.map({ $0.to != nil }) ?? true { flagged.append((at, nil)) }
                    if !isFlagged, let last = flagged.indices.last, flagged[last].to == nil { flagged[last].to = at }
                case "key": if let key = change.before, !key.isEmpty { earlierKeys.append(key) }
                default: break
                }
            }
        }
        // Sprints that the issue names and no change does: it was created in them, or nobody says when it came.
        for sprint in current where !stays.contains(where: { $0.sprint == sprint.id }) {
            stays.append(Stay(sprint: sprint.id, addedAt: hasSprintChange ? nil : createdAt))
        }
    }

    private static func ids(_ list: String?) -> [String] {
        (list ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    }
}
