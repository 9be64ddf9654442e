/// Cuts the output of one `git log -z` into the files of its commits.
///
/// A commit is the byte 1 and its sha; its files follow, each an entry that ends with NUL (three of them for a rename). Paths
/// may hold any byte but NUL, so only the count of NULs says where an entry begins.
struct GitChangesParser {
    static let format = "--format=%x01%H"
    private static let mark: UInt8 = 1

    /// The files of one commit.
    struct Commit {
        var sha: ArraySlice<UInt8>
        var changes: [GitFileChange] = []
        /// Paths that were not UTF-8 and were read with replacement characters.
        var undecodableCount = 0
    }

    private enum Expected {
        case entry
        case oldPath, newPath
    }

    private var pending: [UInt8] = []
    private var expected = Expected.entry
    private var current: Commit?
    private var change = GitFileChange(path: [], oldPath: [], added: nil, deleted: nil)
    /// Commits that are whole, those that were taken among them.
    private var commits: [Commit] = []
    private var takenCount = 0
    /// Entries that fit no place, which no known git prints.
    private(set) var strangeCount = 0

    /// The next commit that is whole; nil where more has to be read.
    mutating func take() -> Commit? {
        guard takenCount < commits.count else { return nil }
        takenCount += 1
        return commits[takenCount - 1]
    }

    mutating func read(_ piece: [UInt8]) {
        commits.removeFirst(takenCount)
        takenCount = 0
        var start = 0
        while let end = piece[start...].firstIndex(of: 0) {
            if pending.isEmpty {
                take(piece[start..<end])
            } else {
                pending += piece[start..<end]
                let whole = pending
                pending.removeAll(keepingCapacity: true)
                take(whole[...])
            }
            start = end + 1
        }
        pending += piece[start...]
    }

    /// Tells the parser that nothing follows; true where the output ended between two commits.
    mutating func finish() -> Bool {
        guard pending.isEmpty || pending == [UInt8(ascii: "\n")], case .entry = expected else { return false }
        close()
        return true
    }

    private mutating func close() {
        if let current { commits.append(current) }
        current = nil
    }

    private mutating func take(_ token: ArraySlice<UInt8>) {
        switch expected {
        case .oldPath:
            change.oldPath = text(token)
            expected = .newPath
        case .newPath:
            change.path = text(token)
            current?.changes.append(change)
            expected = .entry
        case .entry:
            var entry = token
            if entry.first == UInt8(ascii: "\n") { entry = entry.dropFirst() }
            if entry.first == Self.mark {
                close()
                current = Commit(sha: entry.dropFirst())
            } else {
                takeEntry(entry)
            }
        }
    }

    /// `added TAB deleted TAB path`, dashes for a binary file, no path before a rename.
    private mutating func takeEntry(_ entry: ArraySlice<UInt8>) {
        let tab = UInt8(ascii: "\t")
        guard let first = entry.firstIndex(of: tab), let second = entry[(first + 1)...].firstIndex(of: tab) else {
            if !entry.isEmpty { strangeCount += 1 }
            return
        }
        change = GitFileChange(
            path: [], oldPath: [], added: ByteNumber.parse(entry[..<first]), deleted: ByteNumber.parse(entry[(first + 1)..<second]))
        let path = entry[(second + 1)...]
        if path.isEmpty {
            expected = .oldPath
        } else {
            change.path = text(path)
            current?.changes.append(change)
        }
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var count = 0
        defer { current?.undecodableCount += count }
        return GitText.valid(bytes, &count)
    }
}
