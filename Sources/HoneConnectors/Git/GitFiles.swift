import HoneFacts

/// Reads the files of HEAD's tree: only those that have changed since they were last read.
///
/// What was read before stands in the position, so that files which are gone are taken back also where the old commit is gone,
/// as in a clone that was made anew.
struct GitFiles: Sendable {
    let git: GitProcess
    let origin: String
    let folder: String?

    struct Outcome: Sendable {
        /// Paths with the marks of their contents.
        var marks: [String: String] = [:]
        var note: String?
    }

    static let absentNote =
        "File contents of this clone are missing, so the length and indentation of its files are not read. Read a full clone for them."

    /// - Parameters:
    ///   - known: marks of what was read before.
    ///   - isAnew: whether files are read although they have not changed.
    func read(
        _ survey: GitSurvey, known: [String: String], isAnew: Bool, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> Outcome {
        var facts = FileFacts(origin: origin)
        var note: String?
        if !survey.head.isEmpty {
            // Asking for the size of a file that is not here would make git fetch it.
            if survey.isPartial, try await GitObjects.areMissing(for: Array("\(survey.head)^{tree}\n".utf8), with: git) {
                note = Self.absentNote
            } else {
                note = try await read(survey.head, known: isAnew ? [:] : known, &facts, into: sink)
            }
        }
        facts.retract(known: known)
        let rest = facts.take()
        if !rest.isEmpty { try await sink(rest) }
        return Outcome(marks: facts.current, note: note)
    }

    /// Returns what is worth saying about files that are no facts.
    private func read(
        _ head: String, known: [String: String], _ facts: inout FileFacts, into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> String? {
        let tree = try await GitTree(of: head, folder: folder, git: git)
        var changed: [GitTree.File] = []
        for file in tree.files {
            if let mark = known[file.path], [FileFacts.mark(file.sha), FileFacts.mark(file.sha, isBinary: true)].contains(mark) {
                facts.keep(file.path, mark: mark)
            } else {
                changed.append(file)
            }
        }
        try await GitTree.read(changed, with: git) { file, content in
            facts.add(file.path, sha: file.sha, content: content)
            if facts.isFull { try await sink(facts.take()) }
        }
        guard facts.binaryCount + tree.largeCount > 0 else { return nil }
        return "Files at HEAD without length and indentation: \(facts.binaryCount) binary, \(tree.largeCount) larger than 1 MiB."
    }
}
