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
        var isOpen: Bool { without - with > 1 }
        /// What was seen at each place that was looked at: one of the comments, or none.
        private var seen: [Int: UInt64?] = [:]

        init(_ style: CommentStyle, _ comments: MarkerComments, _ versions: [MarkerVersions.Version], _ text: UInt64) {
            (self.style, wanted, self.versions, self.text) = (style, Set(comments.texts), versions, text)
            without = versions.count
        }

        /// Takes in what stands at a place, and halves as long as the middle is known.
        mutating func look(_ content: ArraySlice<UInt8>, at place: Int) {
            seen[place] = .some(MarkerComments(content, style).texts.first(where: wanted.contains))
            while isOpen, let found = seen[middle] {
                if let found { (with, text) = (middle, found) } else { without = middle }
            }
        }
    }

    /// So few versions are read at once, by one git process.
    private static let few = 64

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
            searches[path] = Search(style, comments, list, text)
        }
        while case let open = searches.filter(\.value.isOpen).sorted(by: { $0.key < $1.key }), !open.isEmpty {
            let isFew = open.reduce(0) { $0 + $1.value.without - $1.value.with - 1 } <= Self.few
            let places = open.flatMap { path, search in
                (isFew ? Array(search.with + 1..<search.without) : [search.middle]).map { (path: path, place: $0) }
            }
            let files = places.map { path, place in GitTree.File(path: path, sha: searches[path]?.versions[place].sha ?? "") }
            var next = places.makeIterator()
            try await GitTree.read(files, with: git) { _, content in
                if let (path, place) = next.next() { searches[path]?.look(content, at: place) }
            }
        }
        return searches.compactMapValues { search in
            let found = search.versions[search.with]
            // The first commit of a shallow clone brings everything that was there before.
            return isShallow && found.depth == reading.commitCount - 1 ? nil : Oldest(seconds: found.seconds, text: search.text)
        }
    }
}
