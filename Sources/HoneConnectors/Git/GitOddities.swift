import HoneFacts

/// What was odd about the commits read, counted and said once each.
struct GitOddities: Sendable {
    private var undecodable = 0
    private var future = 0
    private var skewed = 0
    private var timeless = 0
    var skippedTags = 0
    /// Entries that no known git prints.
    var strange = 0

    /// A clock that is this far ahead is not worth a sentence.
    private static let patienceSeconds: Int64 = 300

    mutating func count(_ record: GitRecord, now: Int64) {
        if record.undecodableCount > 0 { undecodable += 1 }
        guard let authored = record.authoredAt, let committed = record.committedAt else {
            timeless += 1
            return
        }
        if committed > now + Self.patienceSeconds { future += 1 }
        if authored > committed + Self.patienceSeconds { skewed += 1 }
    }

    func diagnostics(file: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        func add(_ count: Int, _ severity: Diagnostic.Severity, _ code: String, _ one: String, _ many: String, _ advice: String) {
            guard count > 0 else { return }
            found.append(
                Diagnostic(severity, code: code, file: file, message: (count == 1 ? "1 " + one : "\(count) " + many) + ".", advice: advice))
        }
        add(
            undecodable, .note, "not-utf8", "commit has a text that is not UTF-8", "commits have texts that are not UTF-8",
            "They were read with replacement characters; nothing needs doing.")
        add(
            future, .note, "future-commit", "commit is dated in the future", "commits are dated in the future",
            "They count on their dates as written; check the clock of the machine that made them.")
        add(
            skewed, .note, "clock-skew", "commit was written after it was committed", "commits were written after they were committed",
            "Times between writing and committing are missing there; check the clocks.")
        add(
            timeless, .skipped, "no-date", "commit has no readable date", "commits have no readable date",
            "Their times are missing; run git fsck to see them.")
        add(
            skippedTags, .skipped, "tag-of-no-commit", "tag does not name a commit", "tags do not name commits",
            "They were skipped; tag a commit if it is a release.")
        add(
            strange, .skipped, "strange-entry", "entry of git's output was not understood",
            "entries of git's output were not understood", "Report this with the version of git.")
        return found
    }
}
