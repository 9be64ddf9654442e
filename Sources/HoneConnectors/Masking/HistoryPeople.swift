package import HoneFacts

/// The people whom the git histories of a product know, for texts that name them elsewhere: notes of retrospectives, comments.
package struct HistoryPeople: Sendable {
    private let traces: PeopleTraces
    private let key: KeyedHash

    /// - Parameters:
    ///   - cursors: how far each source was read; those of git keep whom their history knows.
    ///   - digest: of the salt under which it was read.
    package init(_ cursors: [SourceCursor], _ digest: Digest) {
        key = GitSource.keyOfPeople(digest)
        traces = cursors.compactMap { GitPosition($0.position)?.people }.reduce(PeopleTraces()) { $0.adding($1) }
    }

    /// A mask that knows others besides.
    package func mask(with others: KnownPeople = KnownPeople()) -> NameMask { NameMask(PeopleTraces(others, key).adding(traces), key) }
}
