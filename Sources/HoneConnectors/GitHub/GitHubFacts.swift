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
    private let bots: BotNames

    init(mask: NameMask, digest: Digest, bots: BotNames) {
        self.mask = mask
        self.digest = digest
        self.bots = bots
    }

    /// A repository by a digest: its owner can be a person, and two repositories both have a first issue.
    func origin(_ repository: String) -> String {
        "github:" + digest.fingerprint(Array(repository.utf8)).prefix(8)
    }

    func facts(of record: GitHubRecord) -> [Fact] {
        let origin = origin(record.repository)
        guard record.isChange else {
            return [Fact(family: .item, origin: origin, id: record.key, row: item(record))]
                + record.closings.map { closing($0, of: record.key, origin) }
        }
        let change = Fact(family: .change, origin: origin, id: record.factID, row: change(record))
        return [change]
            + record.reviews.map {
                Fact(
                    family: .review, origin: origin, id: $0.id,
                    row: row($0, of: record.key, isAuthor: isAuthor($0.account, of: record.subject)))
            }
    }

    func fact(of stray: GitHubStray) -> Fact? {
        let origin = origin(stray.repository)
        if let closing = stray.closing { return self.closing(closing, of: stray.key, origin) }
        // It knows neither round nor author, and must not be written over one with its timeline.
        return stray.review.map {
            Fact(family: .review, origin: origin, id: $0.id + ChangeRows.plain, row: row($0, of: stray.key, isAuthor: .unknown))
        }
    }

    private func closing(_ closing: GitHubClosing, of key: String, _ origin: String) -> Fact {
        Fact(
            family: .transition, origin: origin, id: closing.id,
            row: [
                .text(key), .text(closing.isClosed ? "closed" : "open"), .instant(closing.at), .integer(0),
                .text(closing.isClosed ? "done" : "new"),
            ])
    }

    private func item(_ record: GitHubRecord) -> [FactValue] {
        let subject = record.subject
        return [
            .text(record.key), .text(mask.masked(subject.type?.name ?? "")), title(subject), labels(subject), .text(""),
            .instant(record.openedAt),
            .unknown, .instant(record.closedAt), .text(subject.state?.lowercased() ?? ""), .text(subject.reason), .unknown, .text(""),
            .text("dates"),
        ]
    }

    private func change(_ record: GitHubRecord) -> [FactValue] {
        let subject = record.subject
        return [
            .text(record.key), title(subject), labels(subject), .instant(record.openedAt), .instant(record.mergedAt),
            .instant(record.closedAt), pseudonym(subject.user), isBot(subject.user),
            .text(record.mergedAt == nil ? "" : subject.mergeSHA ?? ""), .text(subject.namedItems.joined(separator: " ")),
            .text(record.commits.joined(separator: " ")), record.commentCount.map(FactValue.integer) ?? .unknown,
            subject.additions.map { .integer($0.addingOrMost(subject.deletions ?? 0)) } ?? .unknown,
        ]
    }

    private func row(_ review: GitHubReview, of key: String, isAuthor: FactValue) -> [FactValue] {
        [
            .text(key), .instant(review.reviewedAt), pseudonym(review.account), isAuthor, isBot(review.account), .text(review.state),
            review.commentCount.map(FactValue.integer) ?? .unknown, review.round.map(FactValue.integer) ?? .unknown,
        ]
    }

    /// Not known where both accounts were deleted: they may have been one.
    private func isAuthor(_ account: GitHubAccount?, of subject: GitHubSubject) -> FactValue {
        let (reviewer, author) = (account?.plainLogin, subject.user?.plainLogin)
        if reviewer == nil, author == nil { return .unknown }
        return .integer(reviewer == author ? 1 : 0)
    }

    private func isBot(_ account: GitHubAccount?) -> FactValue { .integer(account?.isBot(bots) == true ? 1 : 0) }

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
