/// What git prints about commits without opening their files, in one piece of memory and in git's order: the headers, and the
/// names of the files that each commit touched where they were asked for.
///
/// A commit is its fields, each ended by NUL; the entries of its files follow: a letter for what happened, then one path, or two
/// for a rename, each ended by NUL, a line break before the first. No sha begins like that, so it begins the next commit.
struct GitHeaders: Sendable {
    /// The fields of a commit in the order in which they are printed. Texts may hold any byte but NUL, which ends each.
    enum Field: Int, CaseIterable {
        case sha, tree, parents, authorName, authorMail, mappedAuthorName, mappedAuthorMail, committerName, committerMail
        case mappedCommitterName, mappedCommitterMail, authoredAt, committedAt, subject, body

        var placeholder: String {
            switch self {
            case .sha: "%H"
            case .tree: "%T"
            case .parents: "%P"
            case .authorName: "%an"
            case .authorMail: "%ae"
            case .mappedAuthorName: "%aN"
            case .mappedAuthorMail: "%aE"
            case .committerName: "%cn"
            case .committerMail: "%ce"
            case .mappedCommitterName: "%cN"
            case .mappedCommitterMail: "%cE"
            case .authoredAt: "%at"
            case .committedAt: "%ct"
            case .subject: "%s"
            case .body: "%b"
            }
        }
    }

    private static let format = "--format=" + Field.allCases.map(\.placeholder).joined(separator: "%x00")
    private static let fieldCount = Field.allCases.count
    /// A commit is hardly ever shorter: sha, tree and parent alone are 120.
    private static let fewestBytes = 140

    /// Which files are printed with the headers.
    enum Names: Sendable {
        case none
        /// Renames as where lines are counted: by likeness, which opens the files that one commit took away and added.
        case withRenames
        /// No file is opened, so only renames of unchanged files can be told.
        case withRenamesOfUnchanged

        fileprivate var arguments: [String] {
            switch self {
            case .none: ["--no-patch"]
            case .withRenames: Self.common + ["-M"]
            case .withRenamesOfUnchanged: Self.common + ["-M100%"]
            }
        }

        private static let common = ["--name-status", "-r", "--no-ext-diff", "--no-textconv", "-O/dev/null"]
    }

    private var bytes: [UInt8] = []
    /// Where each commit begins.
    private var starts: [Int] = []
    /// Where each field ends, with its NUL, counted from the beginning of its commit.
    private var ends: [UInt32] = []
    /// Whether the bytes end between two commits.
    private(set) var isWhole = true

    /// No commits.
    init() {}

    /// Complexity: O(bytes).
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // More than any history needs: memory that nobody writes to costs nothing.
        starts.reserveCapacity(bytes.count / Self.fewestBytes)
        ends.reserveCapacity(bytes.count / Self.fewestBytes * Self.fieldCount)
        bytes.withUnsafeBufferPointer { bytes in
            /// Where the text that begins at a position ends, with its NUL.
            func end(_ start: Int) -> Int? { ByteSearch.next(0, in: bytes, from: start).map { $0 + 1 } }
            var place = 0
            while isWhole, place < bytes.count {
                let start = place
                var fields = 0
                while fields < Self.fieldCount, let next = end(place) {
                    ends.append(UInt32(next - start))
                    (place, fields) = (next, fields + 1)
                }
                while place < bytes.count, Self.beginsEntry(bytes[place]) {
                    guard let paths = end(place), let next = Self.isRename(bytes[place..<paths]) ? end(paths).flatMap(end) : end(paths)
                    else {
                        isWhole = false
                        return
                    }
                    place = next
                }
                if fields < Self.fieldCount {
                    ends.removeLast(fields)
                    isWhole = false
                } else {
                    starts.append(start)
                }
            }
        }
    }

    /// The headers of all commits that the revisions reach.
    /// - Parameter isWalking: false for only the commits that are named.
    static func read(
        _ revisions: [UInt8], _ names: Names = .none, isWalking: Bool = true, with git: GitProcess
    ) async throws -> GitHeaders {
        guard !revisions.isEmpty else { return GitHeaders() }
        let arguments =
            ["log", "--ignore-missing", "--stdin", "-z", "--no-color", "--no-show-signature", "--encoding=UTF-8"]
            + (isWalking ? [] : ["--no-walk=unsorted"]) + names.arguments + [format]
        let (bytes, ending) = try await git.longAnswer(arguments, input: revisions)
        let headers = GitHeaders(bytes)
        guard ending.isSuccess, headers.isWhole else {
            throw GitError.stopped("log", status: ending.status, said: ending.isSuccess ? "" : ending.lastErrorLine)
        }
        return headers
    }

    var count: Int { starts.count }

    func bytes(_ field: Field, of commit: Int) -> ArraySlice<UInt8> {
        let index = commit * Self.fieldCount + field.rawValue
        let first = field.rawValue == 0 ? 0 : Int(ends[index - 1])
        return bytes[(starts[commit] + first)..<(starts[commit] + Int(ends[index]) - 1)]
    }

    /// Some fields of a commit that follow each other, with a NUL between two.
    func bytes(_ first: Field, through last: Field, of commit: Int) -> ArraySlice<UInt8> {
        bytes[bytes(first, of: commit).startIndex..<bytes(last, of: commit).endIndex]
    }

    /// Whether a commit joins several: git prints no files for those.
    func isMerge(_ commit: Int) -> Bool { bytes(.parents, of: commit).count > bytes(.sha, of: commit).count }

    /// Reads a commit into a record.
    /// - Parameter withNames: whether the files that it touched are wanted, without lines.
    func read(_ commit: Int, withNames: Bool, into record: inout GitRecord) {
        record.undecodableCount = 0
        record.sha = bytes(.sha, of: commit)
        record.parents = bytes(.parents, of: commit)
        record.authorName = record.text(bytes(.mappedAuthorName, of: commit))
        record.authorMail = record.text(bytes(.mappedAuthorMail, of: commit))
        record.authoredAt = ByteNumber.parse(bytes(.authoredAt, of: commit))
        record.committedAt = ByteNumber.parse(bytes(.committedAt, of: commit))
        record.subject = record.text(bytes(.subject, of: commit))
        record.body = bytes(.body, of: commit)
        record.changes.removeAll(keepingCapacity: true)
        if withNames { readNames(commit, into: &record) }
    }

    /// Adds the files behind a commit to a record.
    func readNames(_ commit: Int, into record: inout GitRecord) {
        let end = commit + 1 < count ? starts[commit + 1] : bytes.count
        var place = starts[commit] + Int(ends[(commit + 1) * Self.fieldCount - 1])
        bytes.withUnsafeBufferPointer { text in
            func next() -> ArraySlice<UInt8>? {
                guard place < end, let stop = ByteSearch.next(0, in: text, from: place) else { return nil }
                defer { place = stop + 1 }
                return bytes[place..<stop]
            }
            while let letter = next(), let first = next() {
                let second = Self.isRename(letter) ? next() : nil
                let path = record.text(second ?? first)
                record.changes.append(
                    GitFileChange(path: path, oldPath: second == nil ? [] : record.text(first), added: nil, deleted: nil))
            }
        }
    }

    private static func beginsEntry(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    /// Whether two paths follow.
    private static func isRename(_ entry: some Sequence<UInt8>) -> Bool {
        entry.first { $0 != UInt8(ascii: "\n") } == UInt8(ascii: "R")
    }
}
