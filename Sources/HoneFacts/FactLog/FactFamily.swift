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
    /// An iteration (a sprint) as its source describes it, at the time it was read.
    case iteration
    /// A work item was put into an iteration, and perhaps taken out again.
    case iterationItem = "iteration_item"
    /// Time that was logged on a work item. Never whose.
    case workLog = "work_log"
    /// A version that a tracker knows, with the day it was released.
    case version
    /// A file of the tree at HEAD: how long and how deeply indented it is.
    case file
    /// A deployment of a service, finished or not, as its source describes it.
    case deployment
    /// An incident: something that users noticed and somebody had to act on.
    case incident
    /// A run of a build pipeline.
    case build
    /// What a plan said of one of its lines on a day: when it was to be done, for how much, and what of it is done and spent.
    case planLine = "plan_line"
    /// A number that was measured elsewhere: of a product, in any unit.
    case measurement

    package var columns: [FactColumnSchema] {
        switch self {
        case .item:
            [
                .text("key"), .text("type"), .text("title"), .text("labels"), .text("stream"), .instant("requested_at"),
                .instant("started_at"), .instant("finished_at"), .text("status"), .text("reason"), .integer("logged_seconds"),
                .text("found"), .text("shape"), .integer("estimated_seconds"), .text("severity"), .text("injected_phase"),
                .text("found_phase"), .text("versions"), .text("aliases"), .text("category"), .text("affected"),
            ]
        case .transition: [.text("item"), .text("status"), .instant("changed_at"), .integer("ordinal"), .text("category")]
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
                .text("author"), .integer("is_bot"), .text("merge_sha"), .text("items"), .text("commits"), .integer("comment_count"),
                .integer("changed_lines"),
            ]
        case .review:
            [
                .text("change"), .instant("reviewed_at"), .text("reviewer"), .integer("is_author"), .integer("is_bot"), .text("state"),
                .integer("comment_count"), .integer("round"),
            ]
        case .head: [.text("branch"), .text("sha"), .integer("is_shallow"), .integer("uncounted_commits")]
        case .iteration:
            [.text("key"), .text("name"), .text("state"), .instant("started_at"), .instant("due_at"), .instant("completed_at")]
        case .iterationItem: [.text("iteration"), .text("item"), .instant("added_at"), .instant("removed_at")]
        case .workLog: [.text("item"), .instant("logged_at"), .integer("seconds")]
        case .version: [.text("name"), .instant("released_at")]
        case .file:
            [
                .text("path"), .integer("lines"), .integer("indentation_sum"), .integer("marker_count"), .instant("oldest_marker_at"),
            ]
        case .deployment:
            [
                .text("key"), .text("service"), .text("environment"), .text("status"), .instant("started_at"), .instant("finished_at"),
                .text("sha"), .text("commits"), .text("items"), .integer("is_unplanned"), .text("repairs"),
            ]
        case .incident:
            [
                .text("key"), .text("service"), .text("severity"), .instant("opened_at"), .instant("resolved_at"), .text("deployment"),
                .text("sha"), .integer("is_from_change"),
            ]
        case .build:
            [
                .text("key"), .text("pipeline"), .text("branch"), .text("status"), .instant("started_at"), .instant("finished_at"),
                .text("sha"),
            ]
        case .planLine:
            [
                .text("key"), .text("type"), .instant("stated_at"), .instant("planned_start_at"), .instant("planned_finish_at"),
                .text("budget"), .instant("finished_at"), .text("cost"), .text("phase"),
            ]
        case .measurement: [.text("name"), .instant("measured_at"), .text("value"), .text("unit")]
        }
    }

    /// The column that says which work item a fact is of, where one does.
    package var itemColumn: String? {
        switch self {
        case .item: "key"
        case .transition, .block, .workLog: "item"
        default: nil
        }
    }

    /// The columns that say which fact a row speaks of, where the source has no id of its own for it.
    package var identity: [String] {
        switch self {
        case .item: ["key", "shape"]
        case .transition: ["item", "status", "changed_at", "ordinal"]
        case .commit: ["sha"]
        case .fileChange: ["sha", "path"]
        case .file: ["path"]
        default: columns.map(\.name)
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

    /// Name of the numbering that the texts of the column share in a log: the same key has one code wherever it stands.
    package func numbering(in family: FactFamily) -> String {
        switch (family, name) {
        case (.item, "key"), (_, "item"): "item"
        case (_, "sha"), (_, "path"), (_, "iteration"), (_, "status"), (_, "category"): name
        case (_, "old_path"): "path"
        case (.iteration, "key"): "iteration"
        default: "\(family.rawValue).\(name)"
        }
    }

    /// Whether its texts are pseudonyms of people.
    package var isOfPeople: Bool { ["author", "coauthors", "reviewer"].contains(name) }

    package static func text(_ name: String) -> Self { Self(name: name, kind: .text) }
    package static func integer(_ name: String) -> Self { Self(name: name, kind: .integer) }
    package static func instant(_ name: String) -> Self { Self(name: name, kind: .instant) }
}
