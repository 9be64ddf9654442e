package import HoneFacts

/// Facts from a printed log of git, and its printed tags: a history that comes without its repository.
///
/// They are the facts that `GitSource` would bring, but what only the messages' bodies and the mailmap say is not known. The
/// files are read again when their bytes change; commits and tags that newer files lack stay known.
package struct GitLogSource: FactSource {
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 1
    private let settings: GitLogSettings
    private let directory: String
    private let digest: Digest
    private let now: Int64
    private let bots: BotNames

    package var origin: String { settings.origin }

    /// - Parameters:
    ///   - directory: where a relative path starts; the folder of `hone.yaml`.
    ///   - nowSeconds: the present, seconds since 1970; commits after it are counted.
    package init(settings: GitLogSettings, directory: String, digest: Digest, nowSeconds: Int64) {
        self.settings = settings
        self.directory = directory
        self.digest = digest
        now = nowSeconds
        bots = BotNames(settings.botPatterns)
    }

    package var writtenAt: Int64? { ExportFile(path: settings.log, directory: directory).writtenAt }

    package func readsAnew(since cursor: String) -> Bool {
        ExportPosition.readsAnew(since: cursor, version: Self.readingVersion, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        var contents: [[UInt8]] = []
        for path in [settings.log, settings.tags].compactMap(\.self) {
            switch ExportFile(path: path, directory: directory).content() {
            // A repository without tags prints nothing.
            case .refused(let diagnostic) where diagnostic.code == "empty-file" && !contents.isEmpty: contents.append([])
            case .refused(let diagnostic): return SourceReading(diagnostics: [diagnostic])
            case .bytes(let bytes): contents.append(bytes)
            }
        }
        let both = Array(contents.joined(separator: [0])) + Array(bots.fingerprintText.utf8)
        let position = ExportPosition(bytes: both, version: Self.readingVersion, digest: digest)
        guard cursor.flatMap(ExportPosition.init) != position else {
            return SourceReading(notes: ["\(settings.log) and its tags have not changed since they were last read."])
        }
        let lines = GitLogLines(contents[0], file: settings.log)
        guard let newest = lines.records.first else { return nothing(lines) }
        let tags = contents.count > 1 ? GitTagLines(contents[1], file: settings.tags ?? "") : nil
        let mask = NameMask(people(lines).known)
        let oddities = try await hand(lines.records, mask, to: sink)

        let tagFacts = TagFacts(tags?.tags ?? [], known: [:], origin: origin, mask: mask, digest: digest)
        let head = HeadFact.batch(origin: origin, branch: "", sha: String(decoding: newest.sha, as: UTF8.self), isCutOff: lines.isCutOff)
        try await sink([tagFacts.batch, head].filter { !$0.isEmpty })
        return SourceReading(
            position: position.text, diagnostics: lines.diagnostics.all + (tags?.diagnostics.all ?? []) + oddities,
            notes: notes(lines, tags), recordCount: lines.commitCount + (tags?.count ?? 0))
    }

    private func people(_ lines: GitLogLines) -> GitPeople {
        let authors = lines.records.map { GitIdentity($0.authorName, $0.authorMail) }
        var people = GitPeople()
        for identity in Set(authors + lines.committers.map { GitIdentity(name: $0, mail: "") }) { people.add(identity, bots) }
        return people
    }

    /// Hands the commits over, group after group. Returns what was odd about them.
    private func hand(
        _ records: [GitRecord], _ mask: NameMask, to sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> [Diagnostic] {
        var facts = CommitFacts(
            origin: origin, folder: nil, digest: digest, mask: mask, bots: bots, people: GitPeople(), boundary: [], now: now)
        for record in records {
            facts.add(record)
            guard facts.isFull else { continue }
            try await sink(facts.take())
            try Task.checkCancellation()
        }
        let rest = facts.take()
        if !rest.isEmpty { try await sink(rest) }
        // Commits without a date were told of with their lines.
        return facts.oddities.diagnostics(file: settings.log).filter { $0.code != "no-date" }
    }

    /// A file without one usable commit is refused, so that it is read again, and said again, the next time.
    private func nothing(_ lines: GitLogLines) -> SourceReading {
        let refusal = Diagnostic(
            .refused, code: "no-commits", file: settings.log, message: "The file holds no commit of a printed log.",
            advice:
                "Print it with git log --numstat --format='commit%x09%H%x09%P%x09%an%x09%ae%x09%aI%x09%cn%x09%cI%x09%s' > log.tsv.")
        return SourceReading(diagnostics: lines.diagnostics.all + [refusal], recordCount: lines.commitCount)
    }

    private func notes(_ lines: GitLogLines, _ tags: GitTagLines?) -> [String] {
        var notes: [String] = []
        if lines.isCutOff {
            notes.append("The log is cut off: it names parents that it does not hold, so its numbers begin with its oldest commits.")
        }
        let outside = tags?.tags.count { !lines.holds($0.sha) } ?? 0
        if outside > 0 {
            let subject = outside == 1 ? "1 tag names a commit" : "\(outside) tags name commits"
            notes.append("\(subject) that the log does not hold: as releases they are without commits.")
        }
        return notes
    }
}
