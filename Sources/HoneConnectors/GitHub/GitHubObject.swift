/// What one JSON object of a file is: with a wrapper that says so, or as GitHub's interface gives it.
enum GitHubObject: Decodable {
    case entry(GitHubEntry)
    case subject(GitHubSubject, isChange: Bool)
    case review(GitHubPlainReview)
    case event(GitHubPlainEvent)
    case archive(GitHubArchive)
    /// Something of GitHub's that no fact is made of, in words.
    case other(String)
    case unknown

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let keys = Set(try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue))
        func has(_ names: String...) -> Bool { names.allSatisfy(keys.contains) }
        if has("issues", "pulls", "repo") {
            self = .archive(try GitHubArchive(from: decoder))
        } else if has("event", "issue") {
            self = .event(try GitHubPlainEvent(from: decoder))
        } else if has("type"), has("issue") || has("pull") {
            self = .entry(try GitHubEntry(from: decoder))
        } else if has("state", "submitted_at") || has("state", "submitted_at", "pull_request_url") {
            self = .review(try GitHubPlainReview(from: decoder))
        } else if has("number", "title", "state", "created_at"), !has("due_on") {
            let isChange = has("head", "base") || has("merged_at") || has("diff_url")
            self = .subject(try GitHubSubject(from: decoder), isChange: isChange)
        } else if let kind = Self.others.first(where: { $0.keys.allSatisfy(keys.contains) })?.kind {
            self = .other(kind)
        } else if has("type") {
            self = .entry(try GitHubEntry(from: decoder))
        } else {
            self = .unknown
        }
    }

    private static let others: [(keys: [String], kind: String)] = [
        (["diff_hunk", "path"], "comments on lines"), (["issue_url", "body"], "comments"), (["run_id", "steps"], "workflow jobs"),
        (["workflow_id", "run_number"], "workflow runs"), (["sha", "commit"], "commits"), (["due_on", "creator"], "milestones"),
        (["full_name", "owner"], "repositories"), (["login", "type"], "accounts"), (["organizations_url"], "accounts"),
        (["content", "user", "created_at"], "reactions"), (["action"], "webhook payloads"), (["users", "teams"], "requested reviewers"),
        (["event", "created_at"], "events without their issue"), (["login", "url"], "organizations"),
        (["resources", "rate"], "rate limits"), (["message", "documentation_url"], "errors"),
    ]
}

/// A review as the interface lists those of one pull request.
struct GitHubPlainReview: Decodable {
    let id: Int64?
    let user: GitHubAccount?
    let state: String?
    let submittedAt: String?
    let change: String?
    let page: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case user
        case state
        case submittedAt = "submitted_at"
        case change = "pull_request_url"
        case page = "html_url"
    }
}

/// An event as the interface lists those of a repository, with its issue.
struct GitHubPlainEvent: Decodable {
    struct Issue: Decodable {
        let number: Int?
        let url: String?
        let pullRequest: GitHubSubject.Presence?
        let user: GitHubAccount?

        private enum CodingKeys: String, CodingKey {
            case number
            case url
            case pullRequest = "pull_request"
            case user
        }
    }

    let id: Int64?
    let event: String
    let createdAt: String?
    let issue: Issue?
    let actor: GitHubAccount?

    private enum CodingKeys: String, CodingKey {
        case id
        case event
        case createdAt = "created_at"
        case issue
        case actor
    }
}
