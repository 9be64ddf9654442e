/// The versions that files had on the main line, read from one `git log` over the first parents of a commit.
struct MarkerVersions {
    struct Version: Hashable, Sendable {
        /// Committer's instant, seconds since 1970.
        let seconds: Int64
        let sha: String
        /// How many commits of the main line are newer.
        let depth: Int
    }

    /// By the path that a file has today, newest first.
    private(set) var versions: [String: [Version]] = [:]
    /// What each of them was called where the reading stands.
    private var today: [String: String]
    private var seconds: Int64 = 0
    /// How many commits of the main line were read.
    private(set) var commitCount = 0
    /// The first parent of the last commit that was read; empty where it has none.
    private(set) var parent = ""
    /// Paths of today that are read back to the commit which added them.
    private(set) var begun: Set<String> = []
    private var entry: (change: UInt8, sha: String)?
    private var oldPath: String?
    private var pending: [UInt8] = []

    private static let arguments = [
        "log", "--first-parent", "-m", "--raw", "--no-abbrev", "-r", "-M", "-z", "--no-color", "--no-ext-diff", "--no-textconv",
        "-O/dev/null", "--format=%ct %P",
    ]

    /// - Parameter base: whose history is passed over; nil for all of it.
    /// - Complexity: O(files that commits of the main line changed).
    static func read(of paths: Set<String>, at head: String, since base: String? = nil, with git: GitProcess) async throws -> MarkerVersions
    {
        var reading = MarkerVersions(paths)
        let ending = try await git.stream(arguments + [head] + (base.map { ["--ignore-missing", "^" + $0] } ?? [])) { reading.read($0) }
        guard ending.isSuccess else { throw GitError.stopped("log", status: ending.status, said: ending.lastErrorLine) }
        return reading
    }

    init(_ paths: Set<String>) {
        today = Dictionary(uniqueKeysWithValues: paths.map { ($0, $0) })
    }

    /// What a file was called before the commits that were read; nil where they added it.
    func earlierPath(of path: String) -> String? { today.first { $0.value == path }?.key }

    /// Takes the next bytes; they may end anywhere.
    mutating func read(_ piece: [UInt8]) {
        pending += piece
        var start = pending.startIndex
        while let end = pending[start...].firstIndex(of: 0) {
            take(pending[start..<end])
            start = end + 1
        }
        pending.removeFirst(start)
    }

    /// A commit is its date and its parents; each of its files follows: `:mode mode sha sha LETTER`, then a path, or two for a rename.
    private mutating func take(_ word: ArraySlice<UInt8>) {
        if let (change, sha) = entry {
            let path = String(decoding: word, as: UTF8.self)
            if change == UInt8(ascii: "R"), oldPath == nil {
                oldPath = path
                return
            }
            note(change, sha, path)
            (entry, oldPath) = (nil, nil)
            return
        }
        let word = word.drop { $0 == UInt8(ascii: "\n") }
        if word.first == UInt8(ascii: ":") {
            let fields = word.split(separator: UInt8(ascii: " "))
            if fields.count == 5, let letter = fields[4].first { entry = (letter, String(decoding: fields[3], as: UTF8.self)) }
        } else if case let fields = word.split(separator: UInt8(ascii: " ")), let date = fields.first.flatMap(ByteNumber.parse) {
            (seconds, parent) = (date, fields.count > 1 ? String(decoding: fields[1], as: UTF8.self) : "")
            commitCount += 1
        }
    }

    private mutating func note(_ change: UInt8, _ sha: String, _ path: String) {
        guard let name = today[path], change != UInt8(ascii: "D") else { return }
        versions[name, default: []].append(Version(seconds: seconds, sha: sha, depth: commitCount - 1))
        // Before this commit the file was called otherwise, or was not there.
        if change == UInt8(ascii: "A") { begun.insert(name) }
        if change == UInt8(ascii: "R") || change == UInt8(ascii: "A") { today[path] = nil }
        if let oldPath { today[oldPath] = name }
    }
}
