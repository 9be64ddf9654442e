internal import HoneFacts

/// Turns records into facts, without the names of people.
struct GitHubFacts: Sendable {
    struct Fact: Sendable {
        let family: FactFamily
        let origin: String
        let id: String
        let row: [FactValue]
    }

    private let mask: NameMask
    private let digest: Digest

    init(mask: NameMask, digest: Digest) {
        self.mask = mask
        self.digest = digest
    }

    /// A repository by a digest: its owner can be a person, and two repositories both have a first issue.
    func origin(_ repository: String) -> String {
        "github:" + digest.fingerprint(Array(repository.utf8)).prefix(8)
    }

    func facts(of record: GitHubRecord) -> [Fact] {
        let origin = origin(record.repository)
        guard record.isChange else { return [Fact(family: .item, origin: origin, id: record.key, row: item(record))] }
        let change = Fact(family: .change, origin: origin, id: record.key, row: change(record))
        return [change] + record.reviews.map { Fact(family: .review, origin: origin, id: $0.id, row: row($0, of: record)) }
    }

    private func item(_ record: GitHubRecord) -> [FactValue] {
        let subject = record.subject
        return [
            .text(record.key), .text(subject.type?.name ?? ""), title(subject), labels(subject), .text(""), .instant(record.openedAt),
            .unknown, .instant(record.closedAt), .text(subject.state?.lowercased() ?? ""), .text(subject.reason), .unknown, .text(""),
            .text("dates"),
        ]
    }

    private func change(_ record: GitHubRecord) -> [FactValue] {
        let subject = record.subject
        return [
            .text(record.key), title(subject), labels(subject), .instant(record.openedAt), .instant(record.mergedAt),
            .instant(record.closedAt), pseudonym(subject.user), isBot(subject.user),
            .text(record.mergedAt == nil ? "" : subject.mergeSHA ?? ""),
        ]
    }

    private func row(_ review: GitHubReview, of record: GitHubRecord) -> [FactValue] {
        [
            .text(record.key), .instant(review.reviewedAt), pseudonym(review.account), isAuthor(review.account, of: record.subject),
            isBot(review.account),
        ]
    }

    /// Not known where both accounts were deleted: they may have been one.
    private func isAuthor(_ account: GitHubAccount?, of subject: GitHubSubject) -> FactValue {
        let (reviewer, author) = (account?.plainLogin, subject.user?.plainLogin)
        if reviewer == nil, author == nil { return .unknown }
        return .integer(reviewer == author ? 1 : 0)
    }

    private func isBot(_ account: GitHubAccount?) -> FactValue { .integer(account?.isBot == true ? 1 : 0) }

    private func pseudonym(_ account: GitHubAccount?) -> FactValue {
        .text(account?.plainLogin.map(digest.pseudonym) ?? "")
    }

    private func title(_ subject: GitHubSubject) -> FactValue { .text(mask.masked(subject.title ?? "")) }

    private func labels(_ subject: GitHubSubject) -> FactValue {
        let names = (subject.labels ?? []).map { mask.masked($0.name.replacing("\u{1f}", with: " ")) }
        return .text(names.filter { !$0.isEmpty }.joined(separator: "\u{1f}"))
    }
}

/// Facts that are stored together: one batch a family and origin.
struct GitHubGroup: Sendable {
    /// Facts in one group at most.
    static let size = 65_536

    private(set) var batches: [FactBatch] = []
    private(set) var count = 0

    mutating func append(_ fact: GitHubFacts.Fact) {
        count += 1
        let place = batches.firstIndex { $0.family == fact.family && $0.origin == fact.origin } ?? batches.count
        if place == batches.count { batches.append(FactBatch(fact.family, origin: fact.origin)) }
        batches[place].append(id: fact.id, row: fact.row)
    }
}
