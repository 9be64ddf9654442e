/// An issue or a pull request as GitHub's REST interface describes it; every field can be missing.
struct GitHubSubject: Decodable, Sendable {
    let number: Int?
    let title: String?
    let state: String?
    let stateReason: String?
    let type: GitHubNamed?
    let labels: [GitHubNamed]?
    let createdAt: String?
    let updatedAt: String?
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
    let body: String?
    let head: Head?
    let additions: Int64?
    let deletions: Int64?

    /// The branch that a pull request asks to merge.
    struct Head: Decodable, Sendable {
        let ref: String?
    }

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
        case updatedAt = "updated_at"
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
        case body
        case head
        case additions
        case deletions
    }

    var people: [GitHubAccount] {
        [user, closedBy, mergedBy, assignee].compactMap { $0 } + (assignees ?? []) + (reviewers ?? [])
    }

    /// Of which nothing is known.
    static let nothing = GitHubSubject(
        number: nil, title: nil, state: nil, stateReason: nil, type: nil, labels: nil, createdAt: nil, updatedAt: nil, closedAt: nil,
        mergedAt: nil,
        isMerged: nil, mergeSHA: nil, page: nil, url: nil, user: nil, closedBy: nil, mergedBy: nil, assignee: nil, assignees: nil,
        reviewers: nil, pullRequest: nil, body: nil, head: nil, additions: nil, deletions: nil)

    var isOpen: Bool { state?.lowercased() == "open" }

    /// Why the issue is in its state, in words; empty where it was simply done.
    var reason: String {
        let words = (stateReason ?? "").lowercased().replacing("_", with: " ")
        return words == "completed" ? "" : words
    }

    /// `owner/repository` in lower case, from the addresses; nil where neither has it.
    var repository: String? { GitHubAddress.repository(of: [page, url]) }

    /// Work items that it names: tracker keys in title, branch and text, and issues that it says it closes.
    var namedItems: [String] {
        NamedItems.keys(in: [title, head?.ref, body].map { Array(($0 ?? "").utf8)[...] })
    }
}

/// Addresses of GitHub's pages and of its interface.
enum GitHubAddress {
    /// `owner/repository` in lower case, from the first address that has it.
    static func repository(of addresses: [String?]) -> String? {
        for address in addresses {
            let parts = (address ?? "").split(separator: "/")
            // https://host/[api/v3/][repos/]OWNER/REPOSITORY/issues/NUMBER
            guard parts.count >= 6, let kind = kind(parts) else { continue }
            return (parts[kind - 2] + "/" + parts[kind - 1]).lowercased()
        }
        return nil
    }

    /// The number of the issue or pull request that an address belongs to.
    static func number(of address: String?) -> Int? {
        let parts = (address ?? "").split { $0 == "/" || $0 == "#" || $0 == "?" }
        guard let kind = kind(parts), kind + 1 < parts.count else { return nil }
        return Int(parts[kind + 1])
    }

    /// Where in an address the word for issues or pull requests stands, behind owner and repository.
    private static func kind(_ parts: [Substring]) -> Int? {
        parts.indices.last { $0 >= 4 && ["issues", "pull", "pulls"].contains(parts[$0]) }
    }
}
