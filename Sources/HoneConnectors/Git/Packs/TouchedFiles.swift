/// The files that commits touched, found in the trees of the repository itself instead of being asked for.
///
/// Git says what commits there are. What it would look for in the contents of files, or in settings, is left to it: commits that added and
/// deleted files, which may be renames, and those that touch submodules.
struct TouchedFiles: Sendable {
    /// Where the paths of each commit begin among all, and where the last one's end.
    private var firsts: [UInt32] = []
    private var paths = TouchedPaths()
    /// Commits that git has to tell the files of, in order.
    private var forGit: [Int] = []
    private var told = GitHeaders()

    /// Bytes of objects that are kept, at first and where that was too few: with large folders, of which there are few.
    private static let capacities = [4 << 20, 64 << 20]

    /// - Parameters:
    ///   - hasFiles: whether a commit has files of its own.
    ///   - objects: the folder of the repository's objects.
    /// - Returns: nil where git has to be asked for all of them.
    static func read(
        _ headers: GitHeaders, _ hasFiles: [Bool], in objects: String, _ names: GitHeaders.Names, with git: GitProcess
    ) async throws -> TouchedFiles? {
        guard var files = try found(headers, hasFiles, in: objects) else { return nil }
        guard !files.forGit.isEmpty else { return files }
        let shas = files.forGit.flatMap { headers.bytes(.sha, of: $0) + [UInt8(ascii: "\n")] }
        files.told = try await GitHeaders.read(shas, names, isWalking: false, with: git)
        return files.told.count == files.forGit.count ? files : nil
    }

    private static func found(_ headers: GitHeaders, _ hasFiles: [Bool], in objects: String) throws -> TouchedFiles? {
        for capacity in capacities {
            do {
                return try TouchedFiles(headers, hasFiles, in: objects, capacity: capacity)
            } catch let problem as Unreadable {
                if !problem.isTooLarge { return nil }
            }
        }
        return nil
    }

    private init(_ headers: GitHeaders, _ hasFiles: [Bool], in objects: String, capacity: Int) throws {
        let trees = try CommitTrees(headers)
        var comparison = TreeComparison(try ObjectReader(objects, capacity: capacity))
        firsts.reserveCapacity(headers.count + 1)
        for commit in 0..<headers.count {
            firsts.append(UInt32(paths.count))
            guard hasFiles[commit] else { continue }
            if commit % 256 == 255 { try Task.checkCancellation() }
            paths.begin()
            let count = paths.count
            let before = try trees.before(commit, &comparison)
            try comparison.compare(before, trees[commit], into: &paths)
            if paths.isForGit {
                paths.keep(first: count)
                forGit.append(commit)
            }
        }
        firsts.append(UInt32(paths.count))
    }

    /// Adds the files of a commit to its record; commits are asked for in their order.
    /// - Parameter toldCount: of those that git told the files of, how many came before.
    func read(_ commit: Int, _ toldCount: inout Int, into record: inout GitRecord) {
        if toldCount < forGit.count, forGit[toldCount] == commit {
            told.readNames(toldCount, into: &record)
            toldCount += 1
            return
        }
        for path in Int(firsts[commit])..<Int(firsts[commit + 1]) {
            let text = record.text(paths.bytes[paths.range(path)])
            record.changes.append(GitFileChange(path: text, oldPath: [], added: nil, deleted: nil))
        }
    }
}
