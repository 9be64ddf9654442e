internal import HoneFacts

/// An issue or a pull request that was understood, with its reviews.
struct GitHubRecord: Sendable {
    let line: Int
    let isChange: Bool
    /// `#12` for an issue, `!12` for a pull request.
    let key: String
    /// `owner/repository` in lower case; stored only as a digest.
    let repository: String
    let subject: GitHubSubject
    let openedAt: Instant
    let closedAt: Instant?
    let mergedAt: Instant?
    var reviews: [GitHubReview]
    /// Closings and reopenings of an issue, oldest first.
    var closings: [GitHubClosing] = []
    /// Full names of the commits of a change.
    var commits: [String] = []
    /// Comments on its lines by others than its author and programs; nil where they were not exported.
    var commentCount: Int64?
    /// Whether it is as the interface lists many, without its timeline: of its comments and commits it says nothing.
    var isPlain = false
}

extension GitHubRecord {
    /// What its fact is known by. A plain change must not be written over one with its timeline.
    var factID: String { isChange && isPlain ? key + ChangeRows.plain : key }

    /// Stands for a change of which only a review is known.
    init(stray key: String, _ repository: String, _ line: Int) {
        self.init(
            line: line, isChange: true, key: key, repository: repository, subject: .nothing, openedAt: Instant(seconds: 0), closedAt: nil,
            mergedAt: nil, reviews: [])
    }
}

/// An issue was closed, or opened again.
struct GitHubClosing: Sendable {
    let id: String
    let isClosed: Bool
    let at: Instant
}

/// A review that was submitted.
struct GitHubReview: Sendable {
    let id: String
    let reviewedAt: Instant
    let account: GitHubAccount?
    /// In lower case: approved, changes_requested, commented, dismissed.
    var state = ""
    var commentCount: Int64?
    /// Counts up with the first review after a push; nil where pushes are not known.
    var round: Int64?
}

/// A review, or a closing, of a subject that the file does not describe.
struct GitHubStray: Sendable {
    let repository: String
    /// `#12` or `!12`.
    let key: String
    var review: GitHubReview?
    var closing: GitHubClosing?
}
