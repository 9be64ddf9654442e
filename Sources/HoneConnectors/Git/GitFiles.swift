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
        /// The facts, in groups that are each stored before the next one.
        var groups: [[FactBatch]] = []
    }

    static let absentNote =
        "File contents of this clone are missing, so the length and indentation of its files are not read. Read a full clone for them."

    /// - Parameters:
    ///   - known: marks of what was read before.
    ///   - isAnew: whether files are read although they have not changed.
    func read(_ survey: GitSurvey, known: [String: String], isAnew: Bool) async throws -> Outcome {
        var facts = FileFacts(origin: origin)
        var outcome = Outcome()
        if !survey.head.isEmpty {
            // Asking for the size of a file that is not here would make git fetch it.
            if survey.isPartial, try await GitObjects.areMissing(for: Array("\(survey.head)^{tree}\n".utf8), with: git) {
                outcome.note = Self.absentNote
            } else {
                outcome.note = try await read(survey.head, known: isAnew ? [:] : known, &facts, &outcome.groups)
            }
        }
        facts.retract(known: known)
        outcome.groups += [facts.take()].filter { !$0.isEmpty }
        outcome.marks = facts.current
        return outcome
    }

    /// Returns what is worth saying about files that are no facts.
    private func read(
        _ head: String, known: [String: String], _ facts: inout FileFacts, _ groups: inout [[FactBatch]]
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
            if facts.isFull { groups.append(facts.take()) }
        }
        guard facts.binaryCount + tree.largeCount > 0 else { return nil }
        return "Files at HEAD without length and indentation: \(facts.binaryCount) binary, \(tree.largeCount) larger than 1 MiB."
    }
}
