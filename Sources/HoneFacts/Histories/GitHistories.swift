/// Releases, commits and integrations folded from git facts, as columns.
package struct GitHistories: Sendable {
    package var releases = Releases()
    package var commits = Commits()
    package var integrations = Integrations()
    /// Whether any history is cut off at a shallow boundary.
    package var isShallow = false
    /// Commits in the log that HEAD does not reach now: after a force-push, or only on a release branch.
    package var unreachableCount = 0
    /// Tags that the release pattern leaves out.
    package var otherTagCount = 0

    /// One row a release, oldest first; several matching tags on one commit are one release, dated by the earliest and named by the one
    /// that says most: `v26.6.0`, not the `v26` that goes on to the next.
    package struct Releases: Sendable {
        package var name: [String] = []
        /// The other tags on its commit.
        package var otherNames: [[String]] = []
        package var releasedAt: [Int64] = []
        package var origin: [String] = []
        /// Whether the commit that it names is known; what it brought is not where it is not.
        package var isKnown: [Bool] = []
        /// Commits, merges left out, that it was the first to hold, those of a release branch too.
        package var commitCount: [Int] = []
        /// Whether it is its history's first of those, which holds all that came before.
        package var isFirst: [Bool] = []
        package var count: Int { name.count }
    }

    /// One row a commit that HEAD reaches, merges included.
    package struct Commits: Sendable {
        package var sha: [String] = []
        package var committedAt: [Int64] = []
        package var isMerge: [Bool] = []
        package var isBot: [Bool] = []
        /// Row of the first release that reaches it, or -1.
        package var release: [Int] = []
        package var origin: [String] = []
        package var authoredAt: [Int64] = []
        /// Work items that its message names, apart by spaces.
        package var keys: [String] = []
        /// Number of the change that its message says it merges, or is; empty where it says none.
        package var changeNumber: [String] = []
        /// Row of the integration that brought it into the default branch; -1 where that touches nothing that counts.
        package var integration: [Int] = []
        /// Whether its subject reads like a repair or an upkeep of the code itself.
        package var readsLikeUpkeep: [Bool] = []
        package var count: Int { sha.count }

        /// Row of each commit by its full name. Complexity: O(commits).
        var rows: [String: Int32] {
            var rows: [String: Int32] = [:]
            rows.reserveCapacity(count)
            for commit in 0..<count { rows[sha[commit]] = Int32(commit) }
            return rows
        }
    }

    /// One row an integration into the default branch: a merge with what it brought, or a commit made on the branch itself.
    package struct Integrations: Sendable {
        package var sha: [String] = []
        /// Oldest author date of what it brought.
        package var openedAt: [Int64] = []
        package var mergedAt: [Int64] = []
        package var release: [Int] = []
        package var isMerge: [Bool] = []
        package var count: Int { sha.count }
    }
}
