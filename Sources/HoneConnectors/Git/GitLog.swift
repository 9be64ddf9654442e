import HoneFacts

/// The one streaming `git log` of a sync.
struct GitLog: Sendable {
    let git: GitProcess
    let plan: GitPlan
    let mask: NameMask
    let progress: (@Sendable (Int) -> Void)?

    struct Outcome: Sendable {
        var commitCount = 0
        /// Whether lines were not counted, because file contents are missing.
        var isNamesOnly = false
        var strangeCount = 0
    }

    private static let common = [
        "log", "--stdin", "-z", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--encoding=UTF-8", "-O/dev/null",
        GitLogParser.format,
    ]
    private static let counting = ["--numstat", "-M"]
    /// Without file contents only renames of unchanged files can be told.
    private static let naming = ["--raw", "--abbrev=4", "-M100%"]

    /// Reads the new commits and hands them over in groups of whole commits, each stored before the next is made.
    func read(
        isPartial: Bool, facts: inout CommitFacts, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> Outcome {
        var outcome = Outcome()
        guard !plan.new.isEmpty else { return outcome }
        if isPartial { outcome.isNamesOnly = try await GitObjects.areMissing(for: plan.new, with: git) }
        var parser = GitLogParser()
        let arguments = Self.common + (outcome.isNamesOnly ? Self.naming : Self.counting)
        let ending = try await git.stream(arguments, input: plan.new) { piece in
            parser.read(piece)
            for record in parser.takeRecords() {
                facts.add(record)
                outcome.commitCount += 1
                if facts.isFull { try await sink(facts.take()) }
            }
            progress?(outcome.commitCount)
        }
        guard ending.isSuccess else {
            throw GitError.stopped("log", status: ending.status, said: mask.masked(ending.lastErrorLine))
        }
        guard parser.finish() else {
            throw GitError.stopped("log", status: ending.status, said: "")
        }
        for record in parser.takeRecords() {
            facts.add(record)
            outcome.commitCount += 1
        }
        let rest = facts.take()
        if !rest.isEmpty { try await sink(rest) }
        progress?(outcome.commitCount)
        outcome.strangeCount = parser.strangeCount
        return outcome
    }
}
