/// One line of the file: an issue or a pull request with its timeline.
struct GitHubEntry: Decodable, Sendable {
    let type: String?
    let issue: GitHubSubject?
    let pull: GitHubSubject?
    let events: [GitHubEvent]?
    let comments: [GitHubComment]?
}
