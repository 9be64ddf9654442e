import HoneFacts

/// The new commits of a sync: headers that were read before, and files whose lines git counts while they are asked for, or whose
/// names were read too.
struct GitLog {
    let headers: GitHeaders
    /// Files by their names; nil where those stand behind the headers.
    let touched: TouchedFiles?
    let mask: NameMask
    let progress: (@Sendable (Int) -> Void)?

    /// Commits that have files of their own. What a boundary of a shallow clone changed nobody can say.
    static func commitsWithFiles(_ headers: GitHeaders, boundary: Set<String>) -> [Bool] {
        (0..<headers.count).map { commit in
            !headers.isMerge(commit)
                && (boundary.isEmpty || !boundary.contains(String(decoding: headers.bytes(.sha, of: commit), as: UTF8.self)))
        }
    }

    /// Hands the commits over in groups of whole commits, each stored before the next is made.
    /// - Parameter changes: the files with counted lines; nil where names are enough.
    func read(
        _ changes: inout GitChanges?, of hasFiles: [Bool], facts: inout CommitFacts,
        into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws {
        var record = GitRecord()
        var toldCount = 0
        for commit in 0..<headers.count {
            headers.read(commit, withNames: hasFiles[commit] && changes == nil && touched == nil, into: &record)
            if hasFiles[commit] { try await addCounted(&changes, to: &record) }
            touched?.read(commit, &toldCount, into: &record)
            facts.add(record)
            if facts.isFull { try await sink(facts.take()) }
            if commit % 256 == 255 { progress?(commit + 1) }
        }
        try await told { try await changes?.finish() }
        let rest = facts.take()
        if !rest.isEmpty { try await sink(rest) }
        progress?(headers.count)
    }

    /// Adds the files with counted lines of the commit; nothing where names are enough.
    private func addCounted(_ changes: inout GitChanges?, to record: inout GitRecord) async throws {
        guard changes != nil else { return }
        let files = try await told { try await changes?.next() }
        guard let files, files.sha == record.sha else { throw GitError.stopped("log", status: "a commit is missing", said: "") }
        record.changes = files.changes
        record.undecodableCount += files.undecodableCount
    }

    /// Says in git's own words why a process ended.
    private func told<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let failure as GitChanges.Failure {
            throw GitError.stopped("log", status: failure.ending.status, said: mask.masked(failure.ending.lastErrorLine))
        }
    }
}
