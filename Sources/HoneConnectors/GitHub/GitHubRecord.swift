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
    let reviews: [GitHubReview]
}

/// A review that was submitted.
struct GitHubReview: Sendable {
    let id: String
    let reviewedAt: Instant
    let account: GitHubAccount?
}
