/// Which service's changes and issues belong to which git history: numbers such as `#12` mean nothing without it.
struct RepositoryPairs {
    private var services: [String: String] = [:]
    /// Whether there are several of both and no commit tells which belong together.
    private(set) var isAmbiguous = false

    /// A history belongs to the service whose changes list or merge the most of its commits; where there is one history and
    /// one service, they belong together.
    init(changes: ChangeHistories, git: GitHistories, items: ItemHistories) {
        let numbered = Set(changes.origin).union(zip(items.origin, items.key).filter { $0.1.first == "#" }.map(\.0))
        let histories = Set(git.commits.origin)
        guard !numbered.isEmpty, !histories.isEmpty else { return }
        if numbered.count == 1, histories.count == 1, let service = numbered.first, let history = histories.first {
            services[history] = service
            return
        }
        var originOfSHA: [Substring: String] = [:]
        for commit in 0..<git.commits.count { originOfSHA[git.commits.sha[commit][...]] = git.commits.origin[commit] }
        var votes: [String: [String: Int]] = [:]
        for change in 0..<changes.count {
            for sha in changes.commits[change].split(separator: " ") + [changes.mergeSHA[change][...]] {
                guard let history = originOfSHA[sha] else { continue }
                votes[history, default: [:]][changes.origin[change], default: 0] += 1
            }
        }
        for (history, counts) in votes { services[history] = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
        isAmbiguous = services.isEmpty
    }

    func service(of history: String) -> String? { services[history] }
}
