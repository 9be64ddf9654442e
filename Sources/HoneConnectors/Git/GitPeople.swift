import HoneFacts

/// Who a history knows: everyone for the mask, and co-authors as the mailmap writes them.
struct GitPeople: Sendable {
    var known = KnownPeople()
    /// Whom the commits that were read before know; nil where all commits are read.
    var earlier: PeopleTraces?
    /// Contacts of `Co-authored-by:` lines as written, with name and mail after the mailmap.
    var coauthors: [String: GitIdentity] = [:]

    /// Collects the names of a whole history: a new title can name who wrote an old commit.
    /// - Parameters:
    ///   - headers: all commits, or those that are new.
    ///   - earlier: traces of whom all others know, those that nothing reaches any longer among them.
    static func read(
        _ headers: GitHeaders, after earlier: PeopleTraces?, tags: [GitTag], bots: BotNames, with git: GitProcess
    ) async throws -> GitPeople {
        var people = GitPeople(earlier: earlier)
        for tag in tags { people.add(GitIdentity(name: tag.taggerName, mail: tag.taggerMail), bots) }
        var reading = GitPeopleReading()
        for commit in 0..<headers.count { reading.take(headers, commit) }
        for identity in reading.identities { people.add(identity, bots) }
        for contact in reading.contacts { people.add(GitIdentity(contact: contact), bots) }
        try await people.map(reading.coauthors, with: git)
        return people
    }

    func traces(_ key: KeyedHash) -> PeopleTraces { (earlier ?? PeopleTraces()).adding(PeopleTraces(known, key)) }

    /// The mask for all of them.
    func mask(_ key: KeyedHash) -> NameMask { earlier == nil ? NameMask(known) : NameMask(traces(key), key) }

    mutating func add(_ identity: GitIdentity, _ bots: BotNames) {
        guard !bots.contains(name: identity.name, mail: identity.mail) else { return }
        known.add(name: identity.name)
        known.add(mail: identity.mail)
    }

    /// Passes co-authors through the mailmap, all in one process.
    private mutating func map(_ contacts: Set<String>, with git: GitProcess) async throws {
        for contact in contacts { coauthors[contact] = GitIdentity(contact: contact) }
        // git stops at the first contact that is not `Name <mail>`: only those are sent.
        let clean = coauthors.filter { $0.value.isClean }.keys.sorted()
        guard !clean.isEmpty else { return }
        let input = Array((clean.compactMap { coauthors[$0]?.written }.joined(separator: "\n") + "\n").utf8)
        let (bytes, ending) = try await git.answer(["check-mailmap", "--stdin"], input: input)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard ending.isSuccess, lines.count == clean.count else { return }
        for (contact, line) in zip(clean, lines) { coauthors[contact] = GitIdentity(contact: String(line)) }
    }
}

/// Who is named in headers and trailers.
private struct GitPeopleReading {
    private(set) var identities: [GitIdentity] = []
    private(set) var contacts: Set<String> = []
    private(set) var coauthors: Set<String> = []
    /// All names of a commit, and one name with its mail, as they were printed: looked up at once, as a history has few of them.
    private var seen = (all: TextTable(), pairs: TextTable())

    private static let pairs: [(name: GitHeaders.Field, mail: GitHeaders.Field)] = [
        (.authorName, .authorMail), (.mappedAuthorName, .mappedAuthorMail), (.committerName, .committerMail),
        (.mappedCommitterName, .mappedCommitterMail),
    ]

    mutating func take(_ headers: GitHeaders, _ commit: Int) {
        if Self.isNew(headers.bytes(.authorName, through: .mappedCommitterMail, of: commit), &seen.all) {
            for pair in Self.pairs where Self.isNew(headers.bytes(pair.name, through: pair.mail, of: commit), &seen.pairs) {
                identities.append(GitIdentity(headers.bytes(pair.name, of: commit), headers.bytes(pair.mail, of: commit)))
            }
        }
        for trailer in CommitMessage.trailers(in: headers.bytes(.body, of: commit)) {
            let contact = String(decoding: trailer.contact, as: UTF8.self)
            if trailer.contact.contains(UInt8(ascii: "@")) || trailer.isCoauthor { contacts.insert(contact) }
            if trailer.isCoauthor { coauthors.insert(contact) }
        }
    }

    private static func isNew(_ text: ArraySlice<UInt8>, _ texts: inout TextTable) -> Bool {
        let count = texts.count
        return text.withUnsafeBufferPointer { Int(texts.code(adding: $0)) == count }
    }
}
