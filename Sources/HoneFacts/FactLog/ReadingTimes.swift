/// Up to when anything is known of each kind of fact: one source may have been read today, and another not since June.
package struct ReadingTimes: Hashable, Sendable {
    /// What a repository tells, by itself or as a printed log.
    private static let ofRepositories: Set<FactFamily> = [.commit, .fileChange, .tag, .head, .file]
    private static let ofOthers = Set(FactFamily.allCases).subtracting(ofRepositories)

    /// Seconds since 1970 of the last reading of any source; nil where nothing was read.
    package private(set) var last: Int64?
    /// The same of all sources but repositories.
    package private(set) var lastOfOthers: Int64?
    private var byFamily: [FactFamily: Int64] = [:]

    package init() {}

    /// Of several sources of one kind the one that was read last counts: an archive that is imported once holds nothing up.
    package init(_ cursors: [SourceCursor]) {
        for cursor in cursors {
            last = max(last ?? cursor.readAt, cursor.readAt)
            if !cursor.isOfRepository { lastOfOthers = max(lastOfOthers ?? cursor.readAt, cursor.readAt) }
            for family in cursor.isOfRepository ? Self.ofRepositories : cursor.families ?? Self.ofOthers {
                byFamily[family] = max(byFamily[family] ?? cursor.readAt, cursor.readAt)
            }
        }
    }

    /// The last reading that brought one of some kinds of fact; where none ever did, that of any source which could have.
    package func last(of families: FactFamily...) -> Int64? {
        let known = families.compactMap { byFamily[$0] }.max()
        return known ?? (Self.ofRepositories.isDisjoint(with: families) ? lastOfOthers : nil) ?? last
    }
}
