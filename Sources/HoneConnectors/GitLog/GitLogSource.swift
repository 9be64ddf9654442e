package import HoneFacts

/// Facts from a git history that comes as a file, without its repository: commits, the files they changed, tags.
///
/// The files are read again when their bytes change. What only a repository can tell is missing: bodies of messages,
/// co-authors, the files as they are now.
package struct GitLogSource: FactSource {
    package let origin: String
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 1
    private let settings: GitLogSettings
    private let directory: String
    private let digest: Digest
    /// Seconds since 1970.
    private let now: Int64

    /// - Parameters:
    ///   - directory: where a relative path starts; the folder of `hone.yaml`.
    ///   - nowSeconds: the present, seconds since 1970; commits after it are counted.
    package init(settings: GitLogSettings, directory: String, digest: Digest, nowSeconds: Int64) {
        origin = settings.origin
        self.settings = settings
        self.directory = directory
        self.digest = digest
        now = nowSeconds
    }

    package func readsAnew(since cursor: String) -> Bool {
        ExportPosition.readsAnew(since: cursor, version: Self.readingVersion, digest: digest)
    }

    package func facts(
        since cursor: String?, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        let commits: [UInt8]
        var tags: [UInt8] = []
        switch ExportFile(path: settings.path, directory: directory).content() {
        case .refused(let diagnostic): return SourceReading(diagnostics: [diagnostic])
        case .bytes(let bytes): commits = bytes
        }
        if let path = settings.tags {
            switch ExportFile(path: path, directory: directory).content() {
            case .refused(let diagnostic): return SourceReading(diagnostics: [diagnostic])
            case .bytes(let bytes): tags = bytes
            }
        }
        let position = ExportPosition(bytes: commits + [0] + tags, version: Self.readingVersion, digest: digest)
        guard cursor.flatMap(ExportPosition.init) != position else {
            return SourceReading(notes: ["\(settings.path) has not changed since it was last read."])
        }
        var diagnostics = CSVDiagnostics(file: settings.path)
        var tagDiagnostics = CSVDiagnostics(file: settings.tags ?? "")
        var lines = GitLogLines()
        lines.readCommits(commits, &diagnostics)
        lines.readTags(tags, &tagDiagnostics)
        guard let head = lines.records.first else {
            let refusal = Diagnostic(
                .refused, code: "no-commits", file: settings.path, message: "The file holds no commit.",
                advice: "Write one line a commit that begins with the word commit and a tab.")
            return SourceReading(diagnostics: diagnostics.all + [refusal])
        }
        let oddities = try await hand(lines, head: head, into: sink)
        return SourceReading(
            position: position.text, diagnostics: diagnostics.all + tagDiagnostics.all + oddities.diagnostics(file: settings.path),
            notes: [
                "\(settings.path): \(lines.records.count) commits, \(lines.tags.count) tags"
                    + (diagnostics.skippedCount > 0 ? "; \(diagnostics.skippedCount) lines were not used." : ".")
            ], recordCount: lines.records.count + lines.tags.count)
    }

    private func hand(
        _ lines: GitLogLines, head: GitRecord, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> GitOddities {
        let bots = BotNames(settings.botPatterns)
        var people = GitPeople()
        for record in lines.records {
            people.add(GitIdentity(name: record.authorName, mail: record.authorMail), bots)
            people.add(GitIdentity(name: record.committerName, mail: ""), bots)
        }
        let mask = NameMask(people.known)
        var facts = CommitFacts(
            origin: origin, folder: nil, digest: digest, mask: mask, bots: bots, people: people, boundary: [], now: now)
        for record in lines.records {
            facts.add(record)
            if facts.isFull { try await sink(facts.take()) }
        }
        let tags = TagFacts(lines.tags, known: [:], origin: origin, mask: mask, digest: digest)
        var place = FactBatch(.head, origin: origin)
        place.append(id: "HEAD", row: [.text("HEAD"), .text(head.sha), .integer(0)])
        try await sink(facts.take() + [tags.batch, place].filter { !$0.isEmpty })
        return facts.oddities
    }
}
