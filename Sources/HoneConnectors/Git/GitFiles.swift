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
    ///   - before: marks of what was read before, and where HEAD stood then; nil where nothing was.
    ///   - isAnew: whether files are read although they have not changed.
    func read(_ survey: GitSurvey, before: MarkerAges.Before?, isAnew: Bool) async throws -> Outcome {
        var facts = FileFacts(origin: origin)
        var outcome = Outcome()
        if !survey.head.isEmpty {
            // Asking for the size of a file that is not here would make git fetch it.
            if survey.isPartial, try await GitObjects.areMissing(for: Array("\(survey.head)^{tree}\n".utf8), with: git) {
                outcome.note = Self.absentNote
            } else {
                outcome.note = try await read(survey, before: isAnew ? nil : before, &facts, &outcome.groups)
            }
        }
        facts.retract(known: before?.marks ?? [:])
        outcome.groups += [facts.take()].filter { !$0.isEmpty }
        outcome.marks = facts.current
        return outcome
    }

    /// A file with marker comments of which it is not yet known how old they are.
    private struct Marked {
        let file: GitTree.File
        let shape: TextShape
        let markers: MarkerComments
    }

    /// Returns what is worth saying about files that are no facts.
    private func read(
        _ survey: GitSurvey, before: MarkerAges.Before?, _ facts: inout FileFacts, _ groups: inout [[FactBatch]]
    ) async throws -> String? {
        let tree = try await GitTree(of: survey.head, folder: folder, git: git)
        let known = before?.marks ?? [:]
        var changed: [GitTree.File] = []
        for file in tree.files {
            if let mark = known[file.path], FileFacts.isMark(mark, of: file.sha) {
                facts.keep(file.path, mark: mark)
            } else {
                changed.append(file)
            }
        }
        var marked: [Marked] = []
        try await GitTree.read(changed, with: git) { file, content in
            guard let shape = TextShape(content) else {
                facts.addBinary(file.path, sha: file.sha)
                return
            }
            let markers = MarkerComments(content, path: file.path)
            // What was the oldest comment and is still there is the oldest: others came in since.
            let oldest = known[file.path].flatMap(FileFacts.oldest).flatMap { markers?.texts.contains($0.text) == true ? $0 : nil }
            if let markers, markers.count > 0, oldest == nil {
                marked.append(Marked(file: file, shape: shape, markers: markers))
            } else {
                facts.add(file.path, sha: file.sha, shape, markers: markers, oldest: oldest)
            }
            if facts.isFull { groups.append(facts.take()) }
        }
        let ages = try await ages(of: marked, survey, since: before)
        for row in marked {
            facts.add(row.file.path, sha: row.file.sha, row.shape, markers: row.markers, oldest: ages[row.file.path])
            if facts.isFull { groups.append(facts.take()) }
        }
        guard facts.binaryCount + tree.largeCount > 0 else { return nil }
        return
            "Files at HEAD without length and indentation: \(facts.binaryCount) binary or kept by Git LFS, \(tree.largeCount) larger than 1 MiB."
    }

    /// Nothing for a clone whose old versions are not here.
    private func ages(
        of marked: [Marked], _ survey: GitSurvey, since before: MarkerAges.Before?
    ) async throws -> [String: MarkerAges.Oldest] {
        guard !marked.isEmpty else { return [:] }
        if survey.isPartial, try await GitObjects.areMissing(for: Array("\(survey.head)\n".utf8), with: git) { return [:] }
        let files = Dictionary(uniqueKeysWithValues: marked.map { ($0.file.path, $0.markers) })
        return try await MarkerAges(git: git, isShallow: survey.isShallow).oldest(of: files, at: survey.head, since: before)
    }
}
