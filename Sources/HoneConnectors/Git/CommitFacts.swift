import HoneFacts

/// Turns commits into facts: counts, masks, and collects them in batches that hold whole commits.
struct CommitFacts {
    static let commitLimit = 16_384
    static let changeLimit = 65_536

    let origin: String
    let folder: String?
    let digest: Digest
    let mask: NameMask
    let bots: BotNames
    let coauthors: [String: GitIdentity]
    /// Commits of a shallow clone that seem to add every file, because their parents are not here.
    let boundary: Set<String>
    /// Seconds since 1970.
    let now: Int64

    private var commits: FactBatch
    private var changes: FileChangeColumns
    private var authors: [GitIdentity: (pseudonym: String, isBot: Bool)]
    private(set) var oddities: GitOddities

    init(
        origin: String, folder: String?, digest: Digest, mask: NameMask, bots: BotNames, people: GitPeople, boundary: Set<String>,
        now: Int64
    ) {
        self.origin = origin
        self.folder = folder
        self.digest = digest
        self.mask = mask
        self.bots = bots
        coauthors = people.coauthors
        self.boundary = boundary
        self.now = now
        commits = FactBatch(byColumns: .commit, origin: origin)
        changes = FileChangeColumns()
        authors = [:]
        oddities = GitOddities()
    }

    var isFull: Bool { commits.count >= Self.commitLimit || changes.count >= Self.changeLimit }

    /// The commits collected and their file changes, as one group; nothing where there are none.
    mutating func take() -> [FactBatch] {
        let group = [commits, changes.batch(origin)].filter { !$0.isEmpty }
        commits = FactBatch(byColumns: .commit, origin: origin)
        changes = FileChangeColumns()
        return group
    }

    mutating func add(_ record: GitRecord) {
        oddities.count(record, now: now)
        let isBoundary = boundary.contains(record.sha)
        let isInside = addChanges(isBoundary ? [] : record.changes, of: record.sha)
        let author = person(GitIdentity(name: record.authorName, mail: record.authorMail))
        let subject = Array(record.subject.utf8)
        let message = CommitMessage(subject: subject, body: record.body)
        commits.append(
            row: [
                .text(record.sha), .text(record.parents), Self.instant(record.authoredAt), Self.instant(record.committedAt),
                .text(author.pseudonym), .text(others(of: author.pseudonym, message)), .integer(author.isBot ? 1 : 0),
                .integer(isInside ? 1 : 0), .text(mask.masked(record.subject)), .text(message.reverts),
                .text(NamedItems.keys(in: [subject, record.body]).joined(separator: " ")), .text(message.changeNumber),
            ])
    }

    /// Adds the files of a commit that count; true where the commit touches the folder that the source is limited to.
    private mutating func addChanges(_ files: [GitFileChange], of sha: String) -> Bool {
        var isInside = folder == nil
        for file in files {
            if let folder {
                guard file.touches(folder: folder) else { continue }
                isInside = true
            }
            changes.add(file, of: sha)
        }
        return isInside
    }

    private mutating func person(_ identity: GitIdentity) -> (pseudonym: String, isBot: Bool) {
        if let known = authors[identity] { return known }
        let person = (
            pseudonym: identity.key.isEmpty ? "" : digest.pseudonym(identity.key),
            isBot: bots.contains(name: identity.name, mail: identity.mail)
        )
        authors[identity] = person
        return person
    }

    /// Co-authors who are people and not the author, in the order written.
    private mutating func others(of author: String, _ message: CommitMessage) -> String {
        var found: [String] = []
        for contact in message.coauthors {
            let other = person(coauthors[contact] ?? GitIdentity(contact: contact))
            guard !other.isBot, !other.pseudonym.isEmpty, other.pseudonym != author, !found.contains(other.pseudonym) else { continue }
            found.append(other.pseudonym)
        }
        return found.joined(separator: " ")
    }

    private static func instant(_ seconds: Int64?) -> FactValue { .instant(seconds.map { Instant(seconds: $0) }) }
}
