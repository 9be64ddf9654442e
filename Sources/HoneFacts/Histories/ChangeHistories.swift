/// Changes (pull or merge requests) with their reviews, as columns. Instants are raw values, `Instant.missing` where unknown.
package struct ChangeHistories: Sendable {
    package var origin: [String] = []
    package var key: [String] = []
    package var openedAt: [Int64] = []
    package var mergedAt: [Int64] = []
    /// When it was closed, merged or not; missing while it is open.
    package var closedAt: [Int64] = []
    package var isBot: [Bool] = []
    package var mergeSHA: [String] = []
    /// Work items that it names, and full names of its commits, apart by spaces.
    package var items: [String] = []
    package var commits: [String] = []
    /// Comments on its lines by others than its author and programs; missing where nobody says.
    package var commentCount: [Int64] = []
    package var reviews = ReviewSummaries()
    /// Who opened and who reviewed each change, programs left out.
    package var people = ChangePeople()
    /// First review submitted by an account that is neither the author nor a program.
    package var firstReviewAt: [Int64] { reviews.firstAt }
    package var count: Int { key.count }

    package init() {}

    /// Folds change facts and their reviews. Complexity: O(changes + reviews).
    init(changes: FactBatches, reviews facts: FactBatches) {
        for batch in changes {
            let keys = batch.texts("key")
            let (items, commits, merges) = (batch.texts("items"), batch.texts("commits"), batch.texts("merge_sha"))
            for row in 0..<batch.count {
                origin.append(batch.origin)
                key.append(keys[row])
                self.items.append(items[row])
                self.commits.append(commits[row])
                mergeSHA.append(merges[row])
            }
            openedAt += batch.integers("opened_at")
            mergedAt += batch.integers("merged_at")
            closedAt += batch.integers("closed_at")
            commentCount += batch.integers("comment_count")
            isBot += batch.integers("is_bot").map { $0 == 1 }
            reviews.add(facts.of(batch.origin), of: keys, mergedAt: batch.integers("merged_at"))
        }
        people = ChangePeople(changes: changes, reviews: facts)
    }
}

/// What the reviews of each change add up to, those by its author and by programs left out. Row `i` is change `i`.
package struct ReviewSummaries: Sendable {
    package var firstAt: [Int64] = []
    package var count: [Int] = []
    /// Reviews that were submitted before the change was merged.
    package var countBeforeMerge: [Int] = []
    /// How often it went to and fro: reviews without a push between them are one round. -1 where pushes are not known.
    package var roundCount: [Int] = []

    /// Appends a row for each change of `keys`.
    fileprivate mutating func add(_ batches: FactBatches, of keys: TextColumn, mergedAt: [Int64]) {
        let first = count.count
        var rowOf: [String: Int] = [:]
        for row in 0..<keys.count { rowOf[keys[row]] = row }
        firstAt += [Int64](repeating: Instant.missing, count: keys.count)
        count += [Int](repeating: 0, count: keys.count)
        countBeforeMerge += [Int](repeating: 0, count: keys.count)
        roundCount += [Int](repeating: 0, count: keys.count)
        var seen: [Set<Int64>] = Array(repeating: [], count: keys.count)
        for batch in batches {
            let (change, reviewedAt, round) = (batch.texts("change"), batch.integers("reviewed_at"), batch.integers("round"))
            let (isAuthor, isProgram) = (batch.integers("is_author"), batch.integers("is_bot"))
            for review in 0..<batch.count
            where isAuthor[review] == 0 && isProgram[review] != 1 && reviewedAt[review] != Instant.missing {
                guard let row = rowOf[change[review]] else { continue }
                let known = firstAt[first + row]
                firstAt[first + row] = known == Instant.missing ? reviewedAt[review] : min(known, reviewedAt[review])
                count[first + row] += 1
                if mergedAt[row] == Instant.missing || reviewedAt[review] <= mergedAt[row] { countBeforeMerge[first + row] += 1 }
                if round[review] == Instant.missing {
                    roundCount[first + row] = -1
                } else if roundCount[first + row] >= 0, seen[row].insert(round[review]).inserted {
                    roundCount[first + row] += 1
                }
            }
        }
    }
}
