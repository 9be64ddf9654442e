/// When the oldest of the comments with a marker word in a file came in.
///
/// The versions that a file had on the main line (the first parents of HEAD) are listed once for all files, renames followed.
/// The first of them with one of today's comments is looked for by halving, so that a file of a thousand versions has ten of
/// them opened. Comments are known by what they say: one that was taken away and came back may be dated at either time.
struct MarkerAges: Sendable {
    let git: GitProcess
    /// Whether history begins in the middle, so that the first version may not be the one that brought a comment in.
    let isShallow: Bool

    struct Oldest: Hashable, Sendable {
        /// Seconds since 1970: when the commit came onto the main line.
        let seconds: Int64
        /// What it says, as in `MarkerComments.texts`.
        let text: UInt64
    }

    private struct Search {
        let style: CommentStyle
        let wanted: Set<UInt64>
        let versions: [MarkerVersions.Version]
        /// The newest place, counted from today backwards, of which a version without them is known; and the oldest with one.
        var without: Int
        var with = 0
        var text: UInt64
        var middle: Int { (with + without) / 2 }
    }

    /// What is known from an earlier reading.
    struct Before: Sendable {
        let head: String
        /// Marks of the files that were read then, by path.
        let marks: [String: String]
    }

    /// - Parameters:
    ///   - files: comments of files at a commit, by path.
    ///   - before: nil where nothing is known.
    /// - Returns: nothing for a file whose history does not reach back to where the comment came in.
    func oldest(of files: [String: MarkerComments], at head: String, since before: Before?) async throws -> [String: Oldest] {
        var (found, open): ([String: Oldest], [String: MarkerComments]) = ([:], files)
        // A file that had none of them then has them from commits since.
        if let before, !before.head.isEmpty, !isShallow, !files.isEmpty {
            let reading = try await MarkerVersions.read(of: Set(files.keys), at: head, since: before.head, with: git)
            if reading.parent == before.head {
                let since = files.filter { path, _ in
                    if reading.begun.contains(path) { return true }
                    let mark = reading.earlierPath(of: path).flatMap { before.marks[$0] }
                    return mark.map { FileFacts.isCurrent($0) && FileFacts.oldest(in: $0) == nil } ?? false
                }
                found = try await oldest(of: since, reading)
                open = files.filter { found[$0.key] == nil }
            }
        }
        guard !open.isEmpty else { return found }
        let reading = try await MarkerVersions.read(of: Set(open.keys), at: head, with: git)
        return try await found.merging(oldest(of: open, reading)) { $1 }
    }

    /// Looks through the versions that were read.
    private func oldest(of files: [String: MarkerComments], _ reading: MarkerVersions) async throws -> [String: Oldest] {
        var searches: [String: Search] = [:]
        for (path, comments) in files {
            guard let style = CommentStyle(path: path), let list = reading.versions[path], let text = comments.texts.first else { continue }
            searches[path] = Search(style: style, wanted: Set(comments.texts), versions: list, without: list.count, text: text)
        }
        while true {
            let open = searches.filter { $0.value.without - $0.value.with > 1 }.keys.sorted()
            if open.isEmpty { break }
            let wanted = open.compactMap { path in
                searches[path].map { GitTree.File(path: path, sha: $0.versions[$0.middle].sha) }
            }
            try await GitTree.read(wanted, with: git) { file, content in
                guard var search = searches[file.path] else { return }
                if let text = MarkerComments(content, search.style).texts.first(where: search.wanted.contains) {
                    (search.with, search.text) = (search.middle, text)
                } else {
                    search.without = search.middle
                }
                searches[file.path] = search
            }
        }
        return searches.compactMapValues { search in
            let found = search.versions[search.with]
            // The first commit of a shallow clone brings everything that was there before.
            return isShallow && found.depth == reading.commitCount - 1 ? nil : Oldest(seconds: found.seconds, text: search.text)
        }
    }
}
