/// An issue or a pull request as GitHub's REST interface describes it; every field can be missing.
struct GitHubSubject: Decodable, Sendable {
    let number: Int?
    let title: String?
    let state: String?
    let stateReason: String?
    let type: GitHubNamed?
    let labels: [GitHubNamed]?
    let createdAt: String?
    let closedAt: String?
    let mergedAt: String?
    let isMerged: Bool?
    let mergeSHA: String?
    let page: String?
    let url: String?
    let user: GitHubAccount?
    let closedBy: GitHubAccount?
    let mergedBy: GitHubAccount?
    let assignee: GitHubAccount?
    let assignees: [GitHubAccount]?
    let reviewers: [GitHubAccount]?
    /// Set where an issue is the other face of a pull request.
    let pullRequest: Presence?

    /// Any value but null.
    struct Presence: Decodable, Sendable {
        init(from decoder: any Decoder) throws {}
    }

    private enum CodingKeys: String, CodingKey {
        case number
        case title
        case state
        case stateReason = "state_reason"
        case type
        case labels
        case createdAt = "created_at"
        case closedAt = "closed_at"
        case mergedAt = "merged_at"
        case isMerged = "merged"
        case mergeSHA = "merge_commit_sha"
        case page = "html_url"
        case url
        case user
        case closedBy = "closed_by"
        case mergedBy = "merged_by"
        case assignee
        case assignees
        case reviewers = "requested_reviewers"
        case pullRequest = "pull_request"
    }

    var people: [GitHubAccount] {
        [user, closedBy, mergedBy, assignee].compactMap { $0 } + (assignees ?? []) + (reviewers ?? [])
    }

    var isOpen: Bool { state?.lowercased() == "open" }

    /// Why the issue is in its state, in words; empty where it was simply done.
    var reason: String {
        let words = (stateReason ?? "").lowercased().replacing("_", with: " ")
        return words == "completed" ? "" : words
    }

    /// `owner/repository` in lower case, from the addresses; nil where neither has it.
    var repository: String? {
        for address in [page, url] {
            let parts = (address ?? "").split(separator: "/")
            // https://host/[api/v3/][repos/]OWNER/REPOSITORY/issues/NUMBER
            guard parts.count >= 6, ["issues", "pull", "pulls"].contains(parts[parts.count - 2]) else { continue }
            return (parts[parts.count - 4] + "/" + parts[parts.count - 3]).lowercased()
        }
        return nil
    }
}
