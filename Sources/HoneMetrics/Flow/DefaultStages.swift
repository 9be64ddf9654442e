package import HoneFacts

/// The parts of an item's way where nobody mapped stages: idea, prototype and product, between dates that are known.
package struct DefaultStages {
    private let items: ItemHistories
    private let joins: Joins
    /// Whether any merge is known. If so a prototype ends with its merge; if not, with the finish: never the one for some and
    /// the other for others.
    package let endsAtMerge: Bool

    package init(_ histories: Histories) {
        items = histories.items
        joins = histories.joins
        endsAtMerge = joins.mergedAt.contains { $0 != Instant.missing }
    }

    /// The first sign of work: its start in the tracker, a commit written or a change opened for it. A raw instant.
    package func workedFrom(_ item: Int) -> Int64 {
        let (started, joined) = (items.startedAt[item], joins.workedFrom[item])
        // Missing is the least number of all.
        return started == Instant.missing || joined == Instant.missing ? max(started, joined) : min(started, joined)
    }

    /// When its prototype was there.
    package func builtAt(_ item: Int) -> Int64 { endsAtMerge ? joins.mergedAt[item] : items.finishedAt[item] }

    /// When it waited for nothing but a release: merged, or finished where its merge is not known.
    package func readyAt(_ item: Int) -> Int64 {
        joins.mergedAt[item] != Instant.missing ? joins.mergedAt[item] : items.finishedAt[item]
    }

    package func releasedAt(_ item: Int) -> Int64 { joins.releasedAt[item] }

    /// What a part runs between, in words.
    package func meaning(_ group: Stage.Group) -> String {
        switch group {
        case .idea: "requested to the first sign of work"
        case .prototype: "first sign of work to \(endsAtMerge ? "merge" : "finish")"
        case .product: "\(endsAtMerge ? "merge, or finish," : "finish") to release"
        }
    }

    /// The same where there is a git history and nothing else.
    package static func gitMeaning(_ group: Stage.Group) -> String {
        switch group {
        case .idea: "not available from git alone"
        case .prototype: "first commit to merge"
        case .product: "merge to release"
        }
    }

    /// Begin and end of a part, and the reasons for an item that lacks one of them.
    func ends(_ group: Stage.Group, _ item: Int) -> (from: Int64, to: Int64, missingFrom: String, missingTo: String) {
        switch group {
        case .idea: (items.requestedAt[item], workedFrom(item), "no-request-date", "no-start-date")
        case .prototype: (workedFrom(item), builtAt(item), "no-start-date", "no-merge")
        case .product: (readyAt(item), releasedAt(item), "no-finish-date", "unreleased")
        }
    }
}
