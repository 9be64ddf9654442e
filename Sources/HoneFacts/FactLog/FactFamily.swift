/// The kinds of fact a source can bring. Each has one schema: the named columns of its batches and of its table in a store.
package enum FactFamily: String, CaseIterable, Sendable {
    /// A work item as its source describes it, at the time it was read.
    case item
    /// A work item entered a status.
    case transition
    /// A work item was blocked for a while.
    case block
    /// A commit of a git history.
    case commit
    /// A file that a commit changed.
    case fileChange = "file_change"
    /// A tag, with the commit it names now.
    case tag
    /// A change (pull or merge request) as its source describes it, at the time it was read.
    case change
    /// A review that somebody submitted on a change.
    case review
    /// Where a source's history stood when it was read: for git, the commit of HEAD.
    case head

    package var columns: [FactColumnSchema] {
        switch self {
        case .item:
            [
                .text("key"), .text("type"), .text("title"), .text("labels"), .text("stream"), .instant("requested_at"),
                .instant("started_at"), .instant("finished_at"), .text("status"), .text("reason"), .integer("logged_seconds"),
                .text("found"), .text("shape"),
            ]
        case .transition: [.text("item"), .text("status"), .instant("changed_at"), .integer("ordinal")]
        case .block: [.text("item"), .instant("blocked_at"), .instant("unblocked_at")]
        case .commit:
            [
                .text("sha"), .text("parents"), .instant("authored_at"), .instant("committed_at"), .text("author"), .text("coauthors"),
                .integer("is_bot"), .integer("is_inside"), .text("subject"), .text("reverts"), .text("keys"), .text("change_number"),
            ]
        case .fileChange: [.text("sha"), .text("path"), .text("old_path"), .integer("added"), .integer("deleted")]
        case .tag: [.text("name"), .text("sha"), .instant("tagged_at")]
        case .change:
            [
                .text("key"), .text("title"), .text("labels"), .instant("opened_at"), .instant("merged_at"), .instant("closed_at"),
                .text("author"), .integer("is_bot"), .text("merge_sha"),
            ]
        case .review: [.text("change"), .instant("reviewed_at"), .text("reviewer"), .integer("is_author"), .integer("is_bot")]
        case .head: [.text("branch"), .text("sha"), .integer("is_shallow")]
        }
    }
}

/// A named column and what its integers or texts mean.
package struct FactColumnSchema: Hashable, Sendable {
    package enum Kind: Sendable {
        case text, integer, instant
    }

    package let name: String
    package let kind: Kind

    package static func text(_ name: String) -> Self { Self(name: name, kind: .text) }
    package static func integer(_ name: String) -> Self { Self(name: name, kind: .integer) }
    package static func instant(_ name: String) -> Self { Self(name: name, kind: .instant) }
}
