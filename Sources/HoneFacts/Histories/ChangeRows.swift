/// Which row each change fact and each review speaks of: several exports may describe one change, and fill one row.
package struct ChangeRows {
    /// By origin and key.
    private var rowOf: [String: [String: Int]] = [:]
    private(set) var count = 0
    /// Who opened each change, by pseudonym; empty where nobody says.
    private(set) var author: [String] = []
    /// Ids of reviews that are known with their timelines, by origin; empty where none is known without.
    private var full: [String: Set<String>] = [:]

    /// Ends the id of a fact that was exported apart from its timeline.
    package static let plain = "\u{1f}plain"

    /// Complexity: O(changes + reviews).
    init(_ changes: FactBatches, reviews: FactBatches) {
        if reviews.contains(where: { $0.ids.contains { $0.hasSuffix(Self.plain) } }) {
            for batch in reviews { full[batch.origin, default: []].formUnion(batch.ids) }
        }
        for batch in changes {
            let (keys, authors) = (batch.texts("key"), batch.texts("author"))
            for fact in 0..<batch.count {
                let row = rowOf[batch.origin]?[keys[fact]] ?? count
                if row == count {
                    rowOf[batch.origin, default: [:]][keys[fact]] = row
                    author.append("")
                    count += 1
                }
                if !authors.isEmpty(fact) { author[row] = authors[fact] }
            }
        }
    }

    /// The rows of the facts of a batch of changes, which has all of them.
    func rows(_ batch: FactBatch) -> [Int] {
        let (known, keys) = (rowOf[batch.origin] ?? [:], batch.texts("key"))
        return (0..<batch.count).map { known[keys[$0]] ?? 0 }
    }

    /// The reviews of a batch by others than the author and programs, with the rows of their changes. Complexity: O(reviews).
    func byOthers(_ batch: FactBatch) -> [(review: Int, row: Int)] {
        let (known, changes, reviewers) = (rowOf[batch.origin] ?? [:], batch.texts("change"), batch.texts("reviewer"))
        let (isAuthor, isProgram) = (batch.integers("is_author"), batch.integers("is_bot"))
        let full = full[batch.origin] ?? []
        return (0..<batch.count).compactMap { review in
            guard isProgram[review] != 1, let row = known[changes[review]] else { return nil }
            if !full.isEmpty, let id = batch.nativeID(review), id.hasSuffix(Self.plain),
                full.contains(String(id.dropLast(Self.plain.count)))
            {
                return nil
            }
            if isAuthor[review] == Instant.missing {
                // The review was exported apart from its change. Of two deleted accounts nobody knows whether they were one.
                let reviewer = reviewers[review]
                return reviewer == author[row] ? nil : (review, row)
            }
            return isAuthor[review] == 0 ? (review, row) : nil
        }
    }
}
