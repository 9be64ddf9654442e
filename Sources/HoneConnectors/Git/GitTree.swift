/// The files of a commit's tree: one process lists them, one more reads what has to be read.
struct GitTree: Sendable {
    struct File: Sendable {
        let path: String
        let sha: String
    }

    /// Larger files are not read.
    static let sizeLimit: Int64 = 1_048_576

    /// Without links and submodules.
    private(set) var files: [File] = []
    /// Files that are too large to be read.
    private(set) var largeCount = 0

    /// - Parameter folder: without slashes around it; only files inside it are listed.
    init(of commit: String, folder: String?, git: GitProcess) async throws {
        let place = folder.map { ["--", $0 + "/"] } ?? []
        let (bytes, ending) = try await git.answer(["ls-tree", "-r", "-l", "-z", "--full-tree", commit] + place)
        guard ending.isSuccess else { throw GitError.stopped("ls-tree", status: ending.status, said: ending.lastErrorLine) }
        for entry in bytes.split(separator: 0) { add(entry) }
    }

    /// `mode SP type SP sha SP size TAB path`, the size after as many spaces as make a column.
    private mutating func add(_ entry: ArraySlice<UInt8>) {
        guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return }
        let fields = entry[..<tab].split(separator: UInt8(ascii: " "))
        guard fields.count == 4, fields[0].starts(with: "100".utf8) else { return }
        // An object that is not here has no size: reading it says so.
        if let size = ByteNumber.parse(fields[3]), size > Self.sizeLimit {
            largeCount += 1
            return
        }
        files.append(File(path: String(decoding: entry[(tab + 1)...], as: UTF8.self), sha: String(decoding: fields[2], as: UTF8.self)))
    }

    /// Hands over the contents of files, in their order, each as soon as it is whole.
    static func read(_ files: [File], with git: GitProcess, content: (File, ArraySlice<UInt8>) async throws -> Void) async throws {
        guard !files.isEmpty else { return }
        let input = Array(files.map { $0.sha + "\n" }.joined().utf8)
        var pending: [UInt8] = []
        var count = 0
        let ending = try await git.stream(["cat-file", "--batch", "--buffer"], input: input) { piece in
            pending += piece
            var start = 0
            while count < files.count, let body = body(in: pending[start...]) {
                try await content(files[count], pending[body])
                count += 1
                // A line break follows the contents.
                start = body.upperBound + 1
            }
            pending.removeFirst(start)
        }
        guard ending.isSuccess, count == files.count else {
            let said = ending.isSuccess ? "missing object" : ending.lastErrorLine
            throw GitError.stopped("cat-file", status: ending.status, said: said)
        }
    }

    /// Where the contents stand behind `sha SP type SP size LF`; nil while they are not whole, and for an object that is missing.
    private static func body(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let size = bytes[..<end].split(separator: UInt8(ascii: " ")).last.flatMap(ByteNumber.parse).map(Int.init),
            end + 1 + size < bytes.endIndex
        else { return nil }
        return (end + 1)..<(end + 1 + size)
    }
}
