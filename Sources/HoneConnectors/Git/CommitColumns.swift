import HoneFacts

/// Commits on their way into a batch, column by column.
struct CommitColumns {
    var sha = TextColumn.blank
    var parents = TextColumn.blank
    var authoredAt: [Int64] = []
    var committedAt: [Int64] = []
    var author = TextColumn.blank
    var coauthors = TextColumn.blank
    var isBot: [Int64] = []
    var isInside: [Int64] = []
    var subject = TextColumn.blank
    var reverts = TextColumn.blank
    var keys = TextColumn.blank
    var changeNumber = TextColumn.blank

    var count: Int { authoredAt.count }

    func batch(_ origin: String) -> FactBatch {
        FactBatch(
            byColumns: .commit, origin: origin,
            columns: [
                .texts(sha), .texts(parents), .integers(authoredAt), .integers(committedAt), .texts(author), .texts(coauthors),
                .integers(isBot), .integers(isInside), .texts(subject), .texts(reverts), .texts(keys), .texts(changeNumber),
            ])
    }
}
