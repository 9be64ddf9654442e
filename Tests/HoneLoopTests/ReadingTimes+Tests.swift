import HoneFacts

extension ReadingTimes {
    /// A tracker and a repository that were read at two instants, in seconds since 1970; nil for one that there is not.
    init(others: Int64? = nil, repositories: Int64? = nil) {
        let sources = [("csv:board.csv", others), ("git:.", repositories)]
        self.init(sources.compactMap { origin, at in at.map { SourceCursor(origin: origin, position: "", readAt: $0) } })
    }
}
