/// Who a history knows: everyone for the mask, and co-authors as the mailmap writes them.
struct GitPeople: Sendable {
    var known = KnownPeople()
    /// Contacts of `Co-authored-by:` lines as written, with name and mail after the mailmap.
    var coauthors: [String: GitIdentity] = [:]

    private static let format = "--format=%an%x00%ae%x00%aN%x00%aE%x00%cn%x00%ce%x00%cN%x00%cE%x00%b"

    /// Reads the names of the whole history, not of its new part alone: a new title can name who wrote an old commit.
    static func read(
        revisions: [UInt8], tags: [GitTag], bots: BotNames, with git: GitProcess
    ) async throws -> GitPeople {
        var people = GitPeople()
        for tag in tags { people.add(GitIdentity(name: tag.taggerName, mail: tag.taggerMail), bots) }
        guard !revisions.isEmpty else { return people }
        var reading = GitPeopleReading()
        var pending: [UInt8] = []
        let ending = try await git.stream(["log", "--stdin", "-z", "--no-color", "--encoding=UTF-8", format], input: revisions) { piece in
            var start = 0
            while let end = piece[start...].firstIndex(of: 0) {
                pending += piece[start..<end]
                reading.take(pending)
                pending.removeAll(keepingCapacity: true)
                start = end + 1
            }
            pending += piece[start...]
        }
        guard ending.isSuccess else { throw GitError.stopped("log", status: ending.status, said: ending.lastErrorLine) }
        for identity in reading.identities { people.add(identity, bots) }
        for contact in reading.contacts { people.add(GitIdentity(contact: contact), bots) }
        try await people.map(reading.coauthors, with: git)
        return people
    }

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

/// The fields of the first pass, one commit after the other.
private struct GitPeopleReading {
    var identities: Set<GitIdentity> = []
    var contacts: Set<String> = []
    var coauthors: Set<String> = []
    private var seen: Set<[UInt8]> = []
    private var fields: [[UInt8]] = []

    mutating func take(_ field: [UInt8]) {
        if fields.count < 8 {
            fields.append(field)
            return
        }
        for index in stride(from: 0, to: 8, by: 2) where seen.insert(fields[index] + [0] + fields[index + 1]).inserted {
            identities.insert(
                GitIdentity(
                    name: String(decoding: fields[index], as: UTF8.self), mail: String(decoding: fields[index + 1], as: UTF8.self)))
        }
        fields.removeAll(keepingCapacity: true)
        for trailer in CommitMessage.trailers(in: field) {
            let contact = String(decoding: trailer.contact, as: UTF8.self)
            if trailer.contact.contains(UInt8(ascii: "@")) || trailer.isCoauthor { contacts.insert(contact) }
            if trailer.isCoauthor { coauthors.insert(contact) }
        }
    }
}
