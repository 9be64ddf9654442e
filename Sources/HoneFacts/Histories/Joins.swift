/// Which commits, changes and work items speak of the same work, and how far that can be told.
package struct Joins: Sendable {
    /// Row of the change that each commit belongs to, or -1.
    package private(set) var changeOfCommit: [Int] = []
    /// Rows of the items that each commit names itself or through its change.
    package private(set) var itemsOfCommit = RowLists()
    package private(set) var itemsOfChange = RowLists()
    /// By item: the first sign of work in the code (a commit written, a change opened), the last merge of a change, the
    /// release that holds the last of it. Raw instants.
    package private(set) var workedFrom = ItemNumbers()
    package private(set) var mergedAt = ItemNumbers()
    package private(set) var releasedAt = ItemNumbers()
    /// By item: the commit that says when it is out, or -1; empty without commits and versions.
    package private(set) var lastCommit: [Int] = []
    package private(set) var coverage: [Coverage] = []
    package private(set) var remarks: [Histories.Remark] = []

    /// How many of something could be joined.
    package struct Coverage: Sendable, Equatable {
        package var id: String
        package var what: String
        package var joined: Int
        package var of: Int

        package init(id: String, what: String, joined: Int, of total: Int) {
            self.id = id
            self.what = what
            self.joined = joined
            of = total
        }
    }

    /// Complexity: O(commits + changes + items), and what they name.
    init(
        items: ItemHistories, changes: ChangeHistories, git: GitHistories, iterations: IterationHistories, versions: FactBatches
    ) {
        workedFrom.resize(items.count)
        mergedAt.resize(items.count)
        releasedAt.resize(items.count)
        // Without commits and changes nobody asks for an item by its name.
        let named = changes.count > 0 || git.commits.count > 0 ? items : ItemHistories()
        let rows = ItemRows(named)
        let pairs = RepositoryPairs(changes: changes, git: git, items: named)
        if pairs.isAmbiguous { remarks.append(.init(id: "repository-not-told", subject: "", count: changes.count)) }
        for change in 0..<changes.count {
            itemsOfChange.append(
                changes.items[change].split(separator: " ").compactMap { name in
                    name.first == "#" ? rows.row(ofKey: String(name), origin: changes.origin[change]) : rows.row(ofKey: String(name))
                })
        }
        changeOfCommit = Self.changes(ofCommits: git.commits, git.integrations.count, changes, pairs)
        for commit in 0..<git.commits.count {
            var found = git.commits.keys[commit].split(separator: " ").compactMap { name in
                name.first == "#"
                    ? pairs.service(of: git.commits.origin[commit]).flatMap { rows.row(ofKey: String(name), origin: $0) }
                    : rows.row(ofKey: String(name))
            }
            let change = changeOfCommit[commit]
            if change >= 0 { for item in itemsOfChange[change] where !found.contains(item) { found.append(item) } }
            itemsOfCommit.append(found)
        }
        dateItems(items, changes, git)
        release(items, git, versions)
        cover(items, changes, git, iterations)
    }

    /// The change of each commit: one that lists it, that it is the merge of, whose number it says, or that brought it.
    private static func changes(
        ofCommits commits: GitHistories.Commits, _ integrationCount: Int, _ changes: ChangeHistories, _ pairs: RepositoryPairs
    ) -> [Int] {
        var bySHA: [Substring: Int] = [:]
        var byNumber: [String: [String: Int]] = [:]
        for change in 0..<changes.count {
            byNumber[changes.origin[change], default: [:]][changes.key[change]] = change
            for sha in changes.commits[change].split(separator: " ") { bySHA[sha] = change }
        }
        for change in 0..<changes.count where !changes.mergeSHA[change].isEmpty { bySHA[changes.mergeSHA[change][...]] = change }
        var found = [Int](repeating: -1, count: commits.count)
        var ofIntegration = [Int](repeating: -1, count: integrationCount)
        for commit in 0..<commits.count {
            if let change = bySHA[commits.sha[commit][...]] {
                found[commit] = change
            } else if !commits.changeNumber[commit].isEmpty, let service = pairs.service(of: commits.origin[commit]),
                let change = byNumber[service]?["!" + commits.changeNumber[commit]]
            {
                found[commit] = change
            }
            if found[commit] >= 0, commits.isMerge[commit], commits.integration[commit] >= 0 {
                ofIntegration[commits.integration[commit]] = found[commit]
            }
        }
        for commit in 0..<commits.count where found[commit] < 0 && commits.integration[commit] >= 0 {
            found[commit] = ofIntegration[commits.integration[commit]]
        }
        return found
    }

    private mutating func dateItems(_ items: ItemHistories, _ changes: ChangeHistories, _ git: GitHistories) {
        func earlier(_ left: Int64, _ right: Int64) -> Int64 { left == Instant.missing ? right : min(left, right) }
        for commit in 0..<git.commits.count {
            let authoredAt = git.commits.authoredAt[commit]
            let at = Instant.isPlausible(authoredAt) ? authoredAt : git.commits.committedAt[commit]
            for item in itemsOfCommit[commit] { workedFrom[item] = earlier(workedFrom[item], at) }
        }
        for change in 0..<changes.count {
            for item in itemsOfChange[change] {
                if changes.openedAt[change] != Instant.missing { workedFrom[item] = earlier(workedFrom[item], changes.openedAt[change]) }
                mergedAt[item] = max(mergedAt[item], changes.mergedAt[change])
            }
        }
    }

    /// By item: the last commit made for it up to its finish, else the last one made for it; -1 where none was.
    private func lastCommits(of items: ItemHistories, _ commits: GitHistories.Commits) -> [Int] {
        var last = [Int](repeating: -1, count: items.count)
        func rank(_ commit: Int, of item: Int) -> (Int, Int64) {
            let (finishedAt, at) = (items.finishedAt[item], commits.committedAt[commit])
            return (finishedAt == Instant.missing || at <= finishedAt ? 1 : 0, at)
        }
        for commit in 0..<commits.count where !commits.isMerge[commit] {
            for item in itemsOfCommit[commit] where last[item] < 0 || rank(commit, of: item) >= rank(last[item], of: item) {
                last[item] = commit
            }
        }
        return last
    }

    /// An item is released with the release that holds the last commit made for it up to its finish; without commits, with the
    /// first of its versions that has a date.
    private mutating func release(_ items: ItemHistories, _ git: GitHistories, _ versions: FactBatches) {
        // Without commits and versions no release is known.
        guard git.commits.count > 0 || items.versions.isFilled else { return }
        lastCommit = lastCommits(of: items, git.commits)
        let last = lastCommit
        var versionDates: [String: Int64] = [:]
        for batch in versions {
            let (name, releasedAt) = (batch.texts("name"), batch.integers("released_at"))
            for row in 0..<batch.count { versionDates[batch.origin + "\u{1f}" + name[row]] = releasedAt[row] }
        }
        for item in 0..<items.count {
            if last[item] >= 0 {
                let (release, integration) = (git.commits.release[last[item]], git.commits.integration[last[item]])
                if mergedAt[item] == Instant.missing, integration >= 0 { mergedAt[item] = git.integrations.mergedAt[integration] }
                if release >= 0 { releasedAt[item] = git.releases.releasedAt[release] }
            } else if !items.versions.isEmpty(item) {
                let dates = items.versions[item].split(separator: "\u{1f}").compactMap { versionDates[items.origin[item] + "\u{1f}" + $0] }
                releasedAt[item] = dates.filter { $0 != Instant.missing }.min() ?? Instant.missing
            }
        }
    }

    private mutating func cover(
        _ items: ItemHistories, _ changes: ChangeHistories, _ git: GitHistories, _ iterations: IterationHistories
    ) {
        let made = (0..<git.commits.count).filter { !git.commits.isMerge[$0] }
        let merged = (0..<changes.count).filter { changes.mergedAt[$0] != Instant.missing }
        func add(_ id: String, _ what: String, _ joined: Int, of total: Int, if isThere: Bool) {
            if isThere, total > 0 { coverage.append(Coverage(id: id, what: what, joined: joined, of: total)) }
        }
        let (hasItems, hasChanges, hasGit) = (items.count > 0, changes.count > 0, git.commits.count > 0)
        var isNamedByCommit = [Bool](repeating: false, count: hasGit ? items.count : 0)
        var isNamedByChange = [Bool](repeating: false, count: hasChanges ? items.count : 0)
        for commit in 0..<git.commits.count { for item in itemsOfCommit[commit] { isNamedByCommit[item] = true } }
        for change in 0..<changes.count { for item in itemsOfChange[change] { isNamedByChange[item] = true } }
        let arrived = Set(changeOfCommit.filter { $0 >= 0 })
        add(
            "commit-item", "commits that lead to a work item", made.count { !itemsOfCommit[$0].isEmpty }, of: made.count,
            if: hasItems && hasGit)
        add(
            "commit-change", "commits that belong to a change", made.count { changeOfCommit[$0] >= 0 }, of: made.count,
            if: hasChanges && hasGit)
        add(
            "change-commit", "merged changes whose commits are here", merged.count { arrived.contains($0) }, of: merged.count,
            if: hasChanges && hasGit)
        add(
            "change-item", "merged changes that name a work item", merged.count { !itemsOfChange[$0].isEmpty }, of: merged.count,
            if: hasItems && hasChanges)
        add("item-commit", "work items that commits lead to", isNamedByCommit.count { $0 }, of: items.count, if: hasItems && hasGit)
        add("item-change", "work items that changes name", isNamedByChange.count { $0 }, of: items.count, if: hasItems && hasChanges)
        let finished =
            iterations.count > 0 || releasedAt.isFilled ? (0..<items.count).filter { items.finishedAt[$0] != Instant.missing } : []
        let planned = Set(iterations.members.map(\.item))
        add(
            "item-iteration", "finished work items that were in a sprint", finished.count { planned.contains($0) }, of: finished.count,
            if: iterations.count > 0)
        let hasReleases = releasedAt.isFilled
        add(
            "item-release", "finished work items whose release is known", finished.count { releasedAt[$0] != Instant.missing },
            of: finished.count, if: hasReleases)
    }
}
