/// Changes (pull or merge requests) with their reviews, as columns. Instants are raw values, `Instant.missing` where unknown.
package struct ChangeHistories: Sendable {
    package var key: [String] = []
    package var openedAt: [Int64] = []
    package var mergedAt: [Int64] = []
    /// When it was closed, merged or not; missing while it is open.
    package var closedAt: [Int64] = []
    package var isBot: [Bool] = []
    /// First review submitted by an account that is neither the author nor a program.
    package var firstReviewAt: [Int64] = []
    package var count: Int { key.count }

    package init() {}

    /// Folds change facts and their reviews. Complexity: O(changes + reviews).
    init(changes: [FactBatch], reviews: [FactBatch]) {
        for batch in changes {
            var firstReview: [String: Int64] = [:]
            for reviewed in reviews where reviewed.origin == batch.origin {
                let (change, reviewedAt) = (reviewed.texts("change"), reviewed.integers("reviewed_at"))
                let (isAuthor, isProgram) = (reviewed.integers("is_author"), reviewed.integers("is_bot"))
                for row in 0..<reviewed.count
                where isAuthor[row] == 0 && isProgram[row] != 1 && reviewedAt[row] != Instant.missing {
                    firstReview[change[row]] = min(firstReview[change[row]] ?? .max, reviewedAt[row])
                }
            }
            let keys = batch.texts("key")
            for row in 0..<batch.count {
                key.append(keys[row])
                firstReviewAt.append(firstReview[keys[row]] ?? Instant.missing)
            }
            openedAt += batch.integers("opened_at")
            mergedAt += batch.integers("merged_at")
            closedAt += batch.integers("closed_at")
            isBot += batch.integers("is_bot").map { $0 == 1 }
        }
    }
}
