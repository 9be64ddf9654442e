/// One event of a timeline. Kinds of event differ in their fields: a field of another kind than expected counts as missing.
struct GitHubEvent: Decodable, Sendable {
    let event: String
    /// A number in the REST interface, a text elsewhere; empty where there is neither.
    let id: String
    let createdAt: String?
    let submittedAt: String?
    let state: String?
    /// Of a commit that was pushed.
    let sha: String?
    /// Whose event it is; nil for a deleted account.
    let account: GitHubAccount?
    /// Everyone the event names, for the mask.
    let people: [GitHubAccount]

    private enum CodingKeys: String, CodingKey {
        case event
        case id
        case node = "node_id"
        case createdAt = "created_at"
        case submittedAt = "submitted_at"
        case state
        case sha
        case url
        case user
        case actor
        case author
        case committer
        case assignee
        case assigner
        case requester = "review_requester"
        case reviewer = "requested_reviewer"
        case comments
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ type: Value.Type = Value.self) -> Value? {
            guard fields.contains(key) else { return nil }
            return try? fields.decodeIfPresent(type, forKey: key)
        }
        event = value(.event) ?? ""
        id = value(.id, Int64.self).map { "\($0)" } ?? value(.id) ?? value(.node) ?? ""
        createdAt = value(.createdAt)
        submittedAt = value(.submittedAt)
        state = value(.state)
        // Some exports have the commit only at the end of its address.
        sha = value(.sha) ?? (event == "committed" ? value(.url, String.self)?.split(separator: "/").last.map(String.init) : nil)
        account = value(.user) ?? value(.actor)
        let named: [CodingKeys] = [.user, .actor, .author, .committer, .assignee, .assigner, .requester, .reviewer]
        let commenters = value(.comments, [GitHubComment].self) ?? []
        people = named.compactMap { value($0, GitHubAccount.self) } + commenters.compactMap(\.user)
    }

    var isReview: Bool { event == "reviewed" }
    var isPush: Bool { event == "committed" || event == "head_ref_force_pushed" }
    /// A review that its author has not sent yet.
    var isPending: Bool { state?.lowercased() == "pending" }
}

/// A comment: whose it is, and whether it stands on a line of the change.
struct GitHubComment: Decodable, Sendable {
    let user: GitHubAccount?
    let path: String?
    let review: Int64?

    private enum CodingKeys: String, CodingKey {
        case user
        case path
        case review = "pull_request_review_id"
    }
}
