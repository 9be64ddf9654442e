/// A whole repository in one object, as archives of the GraphQL interface keep it: people are plain logins.
struct GitHubArchive: Decodable {
    let repo: String
    let issues: [Subject]
    let pulls: [Subject]

    struct Subject: Decodable {
        let number: Int?
        let title: String?
        let url: String?
        let state: String?
        let stateReason: String?
        let author: String?
        let assignees: [String]?
        let labels: [String]?
        let body: String?
        let createdAt: String?
        let updatedAt: String?
        let closedAt: String?
        let mergedAt: String?
        let headRefName: String?
        let mergedBy: String?
        let mergeCommit: Commit?
        let comments: [Comment]?
        let reviews: [Review]?
    }

    struct Commit: Decodable {
        let oid: String?
    }

    struct Comment: Decodable {
        let author: String?
    }

    struct Review: Decodable {
        let author: String?
        let state: String?
        let createdAt: String?
        let submittedAt: String?
        let comments: [Comment]?
    }
}

extension GitHubArchive.Subject {
    /// The same in the words of the REST interface.
    var subject: GitHubSubject {
        let isMerged = state?.uppercased() == "MERGED"
        return GitHubSubject(
            number: number, title: title, state: isMerged ? "closed" : state?.lowercased(), stateReason: stateReason, type: nil,
            labels: labels.map { $0.map(GitHubNamed.init(name:)) }, createdAt: createdAt, updatedAt: updatedAt, closedAt: closedAt,
            mergedAt: mergedAt,
            isMerged: isMerged, mergeSHA: mergeCommit?.oid, page: url, url: nil, user: Self.account(author), closedBy: nil,
            mergedBy: Self.account(mergedBy), assignee: nil, assignees: assignees?.compactMap(Self.account), reviewers: nil,
            pullRequest: nil, body: body, head: GitHubSubject.Head(ref: headRefName), additions: nil, deletions: nil)
    }

    static func account(_ login: String?) -> GitHubAccount? {
        login.map { GitHubAccount(login: $0, type: nil, name: nil, email: nil) }
    }

    /// Everyone it names, for the mask.
    var people: [GitHubAccount] {
        let named = (comments ?? []).map(\.author) + (reviews ?? []).flatMap { [$0.author] + ($0.comments ?? []).map(\.author) }
        return subject.people + named.compactMap(Self.account)
    }

    /// Comments on lines by others than the author and programs; nil where there are no reviews to carry them. A comment that names
    /// nobody is by whoever wrote its review.
    func commentCount(_ bots: BotNames) -> Int64? {
        reviews.map { reviews in
            let writers = reviews.flatMap { review in (review.comments ?? []).compactMap { $0.author ?? review.author } }
            return Int64(writers.count { $0.lowercased() != author?.lowercased() && Self.account($0)?.isBot(bots) != true })
        }
    }
}
