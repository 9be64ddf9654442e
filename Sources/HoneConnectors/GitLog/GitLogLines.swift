internal import HoneFacts

/// Reads a log that was printed into a file: a line a commit, a line a file it changed.
///
/// `commit TAB sha TAB parents TAB author TAB mail TAB instant TAB committer TAB instant TAB subject`, then
/// `added TAB deleted TAB path` with dashes for a binary file. The newest commit comes first. What does not fit is a diagnostic
/// with its line, and the rest goes on.
struct GitLogLines {
    private(set) var records: [GitRecord] = []
    /// Who committed, which a commit's fact does not say but the mask has to know.
    private(set) var committers: Set<String> = []
    private(set) var diagnostics: CSVDiagnostics
    /// Lines of commits, used or not.
    private(set) var commitCount = 0

    private var record = GitRecord()
    private var seen: Set<String> = []
    /// Whether the commit above was not used: then its files are not either.
    private var isSkipping = false

    private static let tab = UInt8(ascii: "\t")
    private static let lead = Array("commit\t".utf8)

    /// Complexity: O(bytes).
    init(_ bytes: [UInt8], file: String) {
        diagnostics = CSVDiagnostics(file: file)
        var start = 0
        var line = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            line += 1
            take(bytes[start..<end], line)
            start = end + 1
        }
        close()
    }

    /// Whether commits stand behind the last one that the file does not hold.
    var isCutOff: Bool {
        records.contains { record in
            record.parents.split(separator: UInt8(ascii: " ")).contains { !seen.contains(String(decoding: $0, as: UTF8.self)) }
        }
    }

    func holds(_ sha: String) -> Bool { seen.contains(sha) }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ line: Int) {
        let text = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        if text.isEmpty { return }
        if text.starts(with: Self.lead) { takeCommit(text, line) } else { takeFile(text, line) }
    }

    private mutating func close() {
        if !record.sha.isEmpty { records.append(record) }
        record = GitRecord()
    }

    private mutating func takeCommit(_ text: ArraySlice<UInt8>, _ line: Int) {
        close()
        commitCount += 1
        isSkipping = true
        let fields = text.split(separator: Self.tab, maxSplits: 8, omittingEmptySubsequences: false)
        guard fields.count == 9 else {
            skip("short-commit", line, nil, "The line of a commit has \(fields.count) fields and not 9; its files are skipped with it.")
            return
        }
        let sha = fields[1]
        guard GitSha.isOne(sha), let parents = GitSha.list(fields[2]) else {
            skip("no-sha", line, "sha", "The commit or its parents are not named by shas; its files are skipped with it.")
            return
        }
        guard seen.insert(String(decoding: sha, as: UTF8.self)).inserted else {
            skip("duplicate-commit", line, "sha", "This commit stood in the file before; it is used once.")
            return
        }
        isSkipping = false
        record.sha = sha
        record.parents = parents
        record.authorName = record.text(fields[3])
        record.authorMail = record.text(fields[4])
        record.authoredAt = seconds(fields[5], line, "author instant")
        committers.insert(String(decoding: record.text(fields[6]), as: UTF8.self))
        record.committedAt = seconds(fields[7], line, "committer instant")
        record.subject = record.text(fields[8])
    }

    private mutating func takeFile(_ text: ArraySlice<UInt8>, _ line: Int) {
        let fields = text.split(separator: Self.tab, maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, fields[..<2].allSatisfy(Self.isCount), !fields[2].isEmpty else {
            skip("strange-line", line, nil, "The line is neither a commit nor a changed file.")
            return
        }
        if isSkipping { return }
        guard !record.sha.isEmpty else {
            skip("file-without-commit", line, nil, "A changed file stands before the first commit.")
            return
        }
        let names = GitPrintedPath(fields[2])
        record.changes.append(
            GitFileChange(
                path: record.text(names.path), oldPath: record.text(names.oldPath), added: ByteNumber.parse(fields[0]),
                deleted: ByteNumber.parse(fields[1])))
    }

    /// A number of lines, or the dash of a binary file.
    private static func isCount(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.elementsEqual([UInt8(ascii: "-")]) || ByteNumber.parse(bytes).map { $0 >= 0 } ?? false
    }

    private mutating func seconds(_ bytes: ArraySlice<UInt8>, _ line: Int, _ field: String) -> Int64? {
        let instant = Instant(iso: String(decoding: bytes, as: UTF8.self))
        if instant == nil { skip("no-date", line, field, "There is no readable date; the commit is used without it.") }
        return instant?.seconds
    }

    private mutating func skip(_ code: String, _ line: Int, _ field: String?, _ message: String) {
        diagnostics.add(.skipped, code, line: line, field: field, message, advice: "Print the log again.")
    }
}

/// Shas in a file: only they can be stored unmasked.
enum GitSha {
    /// Whether it is 7 to 64 hexadecimal digits.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        (7...64).contains(bytes.count) && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Nil for anything else.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? { isOne(bytes) ? String(decoding: bytes, as: UTF8.self) : nil }

    /// Shas apart by one space each; nil where one of them is none.
    static func list(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let space = UInt8(ascii: " ")
        let parts = bytes.split(separator: space)
        guard parts.allSatisfy(isOne) else { return nil }
        return parts.count < 2 ? parts.first ?? [] : Array(parts.joined(separator: [space]))[...]
    }
}
