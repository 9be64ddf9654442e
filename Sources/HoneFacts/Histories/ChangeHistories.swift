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

    /// Folds change facts and their reviews. Of several facts of one change the one that was read last says how it stands; what an
    /// export leaves out, such as comments and commits, the others fill in. Complexity: O(changes + reviews).
    init(changes: FactBatches, reviews facts: FactBatches) {
        let rows = ChangeRows(changes, reviews: facts)
        resize(rows.count)
        for batch in changes { add(batch, rows.rows(batch)) }
        reviews = ReviewSummaries(facts, rows, mergedAt: mergedAt)
        people = ChangePeople(changes: changes, reviews: facts, rows, mergedAt: mergedAt)
    }

    private mutating func resize(_ count: Int) {
        let (texts, instants) = ([String](repeating: "", count: count), [Int64](repeating: Instant.missing, count: count))
        (origin, key, mergeSHA, items, commits) = (texts, texts, texts, texts, texts)
        (openedAt, mergedAt, closedAt, commentCount) = (instants, instants, instants, instants)
        isBot = [Bool](repeating: false, count: count)
    }

    private mutating func add(_ batch: FactBatch, _ rows: [Int]) {
        let (keys, merges, isProgram) = (batch.texts("key"), batch.texts("merge_sha"), batch.integers("is_bot"))
        let (itemTexts, commitTexts, comments) = (batch.texts("items"), batch.texts("commits"), batch.integers("comment_count"))
        let (opened, merged, closed) = (batch.integers("opened_at"), batch.integers("merged_at"), batch.integers("closed_at"))
        for (fact, row) in rows.enumerated() {
            (origin[row], key[row], openedAt[row]) = (batch.origin, keys[fact], opened[fact])
            // What is merged stays so: an export that does not know it is an older one.
            if merged[fact] != Instant.missing || mergedAt[row] == Instant.missing {
                (mergedAt[row], closedAt[row], mergeSHA[row]) = (merged[fact], closed[fact], merges[fact])
            }
            isBot[row] = isProgram[fact] == 1
            if !itemTexts.isEmpty(fact) { items[row] = itemTexts[fact] }
            if !commitTexts.isEmpty(fact) { commits[row] = commitTexts[fact] }
            if comments[fact] != Instant.missing { commentCount[row] = comments[fact] }
        }
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

    package init() {}

    fileprivate init(_ facts: FactBatches, _ rows: ChangeRows, mergedAt: [Int64]) {
        firstAt = [Int64](repeating: Instant.missing, count: rows.count)
        count = [Int](repeating: 0, count: rows.count)
        (countBeforeMerge, roundCount) = (count, count)
        var seen: [Set<Int64>] = Array(repeating: [], count: rows.count)
        for batch in facts {
            let (reviewedAt, round) = (batch.integers("reviewed_at"), batch.integers("round"))
            for (review, row) in rows.byOthers(batch) where reviewedAt[review] != Instant.missing {
                firstAt[row] = firstAt[row] == Instant.missing ? reviewedAt[review] : min(firstAt[row], reviewedAt[review])
                count[row] += 1
                // What is said of a change that is in goes to and fro no longer.
                guard mergedAt[row] == Instant.missing || reviewedAt[review] <= mergedAt[row] else { continue }
                countBeforeMerge[row] += 1
                if round[review] == Instant.missing {
                    roundCount[row] = -1
                } else if roundCount[row] >= 0, seen[row].insert(round[review]).inserted {
                    roundCount[row] += 1
                }
            }
        }
    }
}
