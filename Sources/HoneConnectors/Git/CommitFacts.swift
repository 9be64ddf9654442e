import HoneFacts

/// Turns commits into facts: counts, masks, and collects them in batches that hold whole commits.
struct CommitFacts {
    static let commitLimit = 16_384
    static let changeLimit = 65_536

    let origin: String
    let folder: [UInt8]?
    let digest: Digest
    let mask: NameMask
    let bots: BotNames
    let coauthors: [String: GitIdentity]
    /// Commits of a shallow clone that seem to add every file, because their parents are not here.
    let boundary: Set<String>
    /// Seconds since 1970.
    let now: Int64

    private var commits = CommitColumns()
    private var changes = FileChangeColumns()
    /// Names and mails, a line break between them, each with what is made of it.
    private var identities = TextTable()
    private var people: [(pseudonym: String, isBot: Bool)] = []
    private var identity: [UInt8] = []
    private(set) var oddities = GitOddities()

    init(
        origin: String, folder: String?, digest: Digest, mask: NameMask, bots: BotNames, people: GitPeople, boundary: Set<String>,
        now: Int64
    ) {
        self.origin = origin
        self.folder = folder.map { Array($0.utf8) }
        self.digest = digest
        self.mask = mask
        self.bots = bots
        coauthors = people.coauthors
        self.boundary = boundary
        self.now = now
    }

    var isFull: Bool { commits.count >= Self.commitLimit || changes.count >= Self.changeLimit }

    /// The commits collected and their file changes, as one group; nothing where there are none.
    mutating func take() -> [FactBatch] {
        let group = [commits.batch(origin), changes.batch(origin)].filter { !$0.isEmpty }
        (commits, changes) = (CommitColumns(), FileChangeColumns())
        return group
    }

    /// - Parameter record: a commit that was not added before.
    mutating func add(_ record: GitRecord) {
        oddities.count(record, now: now)
        let isBoundary = !boundary.isEmpty && boundary.contains(String(decoding: record.sha, as: UTF8.self))
        let isInside = addChanges(isBoundary ? [] : record.changes, of: record.sha)
        let author = person(record.authorName, record.authorMail)
        let message = CommitMessage(subject: record.subject, body: record.body)
        commits.sha.append(new: record.sha)
        commits.parents.append(record.parents)
        commits.authoredAt.append(record.authoredAt.map { Instant(seconds: $0).rawValue } ?? Instant.missing)
        commits.committedAt.append(record.committedAt.map { Instant(seconds: $0).rawValue } ?? Instant.missing)
        commits.author.append(author.pseudonym)
        commits.coauthors.append(others(of: author.pseudonym, record, message))
        commits.isBot.append(author.isBot ? 1 : 0)
        commits.isInside.append(isInside ? 1 : 0)
        commits.subject.append(mask.masked(record.subject))
        commits.reverts.append(message.reverts)
        commits.keys.append(NamedItems.keys(in: [record.subject, record.body]).joined(separator: " "))
        commits.changeNumber.append(message.changeNumber)
    }

    /// Adds the files of a commit that count; true where the commit touches the folder that the source is limited to.
    private mutating func addChanges(_ files: [GitFileChange], of sha: ArraySlice<UInt8>) -> Bool {
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

    private mutating func person(_ name: some Sequence<UInt8>, _ mail: some Sequence<UInt8>) -> (pseudonym: String, isBot: Bool) {
        identity.removeAll(keepingCapacity: true)
        identity.append(contentsOf: name)
        identity.append(UInt8(ascii: "\n"))
        identity.append(contentsOf: mail)
        let code = identity.withUnsafeBufferPointer { identities.code(adding: $0) }
        if Int(code) == people.count {
            let (name, mail) = (String(decoding: Array(name), as: UTF8.self), String(decoding: Array(mail), as: UTF8.self))
            let key = GitIdentity(name: name, mail: mail).key
            people.append((pseudonym: key.isEmpty ? "" : digest.pseudonym(key), isBot: bots.contains(name: name, mail: mail)))
        }
        return people[Int(code)]
    }

    /// Co-authors who are people and not the author, in the order written. Whoever squashes their own commits is named once more, with
    /// another address.
    private mutating func others(of author: String, _ record: GitRecord, _ message: CommitMessage) -> String {
        var found: [String] = []
        var known: Set<String> = [author]
        for contact in message.coauthors {
            let other = coauthors[contact] ?? GitIdentity(contact: contact)
            if other.isAlso(GitIdentity(record.authorName, record.authorMail)) { continue }
            let person = person(other.name.utf8, other.mail.utf8)
            guard !person.isBot, !person.pseudonym.isEmpty, known.insert(person.pseudonym).inserted else { continue }
            found.append(person.pseudonym)
        }
        return found.joined(separator: " ")
    }
}
