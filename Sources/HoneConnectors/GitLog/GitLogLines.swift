internal import HoneFacts

/// Reads the lines of a git history that comes as a file; what cannot be read is named.
struct GitLogLines {
    private(set) var records: [GitRecord] = []
    private(set) var tags: [GitTag] = []
    private var isInCommit = false

    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")

    /// Commits, newest first, each followed by its files. Complexity: O(bytes).
    mutating func readCommits(_ bytes: [UInt8], _ diagnostics: inout CSVDiagnostics) {
        var line = 0
        for content in bytes.split(separator: Self.newline, omittingEmptySubsequences: false) {
            line += 1
            let fields = content.split(separator: Self.tab, maxSplits: 8, omittingEmptySubsequences: false)
            if fields.count == 9, fields[0].elementsEqual("commit".utf8) {
                records.append(Self.record(fields))
                isInCommit = true
            } else if fields.count == 3, isInCommit, let change = Self.change(fields) {
                records[records.count - 1].changes.append(change)
            } else if !content.allSatisfy({ $0 <= 32 }) {
                diagnostics.add(
                    .skipped, "strange-line", line: line, "This is neither a commit nor a file that one changed.",
                    advice: "Write the history anew, with tabs between the fields.")
                // The files of a commit that could not be read are not those of the one before.
                if fields.first?.elementsEqual("commit".utf8) == true { isInCommit = false }
            }
        }
    }

    /// `name TAB tag TAB commit TAB tag object TAB instant`, or `name TAB commit TAB TAB commit TAB instant`.
    mutating func readTags(_ bytes: [UInt8], _ diagnostics: inout CSVDiagnostics) {
        var line = 0
        for content in bytes.split(separator: Self.newline, omittingEmptySubsequences: false) {
            line += 1
            if content.allSatisfy({ $0 <= 32 }) { continue }
            let fields = content.split(separator: Self.tab, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            let sha = fields.count < 5 ? "" : fields[1] == "tag" ? fields[2] : fields[3]
            guard Self.isSHA(sha), !fields[0].isEmpty else {
                diagnostics.add(
                    .skipped, "strange-line", line: line, "This is no tag.",
                    advice: "Write name, kind, object, commit and instant, apart by tabs.")
                continue
            }
            tags.append(
                GitTag(
                    name: fields[0], sha: sha, taggedAt: Instant(iso: fields[4].filter { $0 != "\r" })?.seconds, taggerName: "",
                    taggerMail: "", isNested: false))
        }
    }

    private static func record(_ fields: [ArraySlice<UInt8>]) -> GitRecord {
        var record = GitRecord()
        var undecodable = 0
        func text(_ index: Int) -> String {
            var bytes = fields[index]
            if bytes.last == 13 { bytes = bytes.dropLast() }
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            undecodable += 1
            return String(decoding: bytes, as: UTF8.self)
        }
        record.sha = text(1)
        record.parents = text(2)
        record.authorName = text(3)
        record.authorMail = text(4)
        record.authoredAt = Instant(iso: text(5))?.seconds
        record.committedAt = Instant(iso: text(7))?.seconds
        record.committerName = text(6)
        record.subject = text(8)
        record.undecodableCount = undecodable
        return record
    }

    /// Nil where the first two fields are no counts.
    private static func change(_ fields: [ArraySlice<UInt8>]) -> GitFileChange? {
        let (added, deleted) = (ByteNumber.parse(fields[0]), ByteNumber.parse(fields[1]))
        func isCount(_ bytes: ArraySlice<UInt8>, _ number: Int64?) -> Bool { number != nil || bytes.elementsEqual("-".utf8) }
        guard isCount(fields[0], added), isCount(fields[1], deleted), !fields[2].isEmpty else { return nil }
        var path = fields[2]
        if path.last == 13 { path = path.dropLast() }
        let (old, new) = renamed(String(decoding: path, as: UTF8.self))
        return GitFileChange(path: new, oldPath: old, added: added, deleted: deleted)
    }

    /// `dir/{old => new}/file` and `old => new`, as git shortens a rename; the old path is empty for anything else.
    static func renamed(_ path: String) -> (old: String, new: String) {
        let arrow = " => "
        if let open = path.firstIndex(of: "{"), let close = path.lastIndex(of: "}"), open < close {
            let inner = path[path.index(after: open)..<close]
            if let place = inner.firstRange(of: arrow) {
                let (lead, tail) = (path[..<open], path[path.index(after: close)...])
                func joined(_ middle: Substring) -> String {
                    // A folder that one of the two does not have leaves two slashes.
                    middle.isEmpty && lead.last == "/" && tail.first == "/" ? String(lead + tail.dropFirst()) : String(lead + middle + tail)
                }
                return (joined(inner[..<place.lowerBound]), joined(inner[place.upperBound...]))
            }
        }
        guard let place = path.firstRange(of: arrow) else { return ("", path) }
        return (String(path[..<place.lowerBound]), String(path[place.upperBound...]))
    }

    private static func isSHA(_ text: String) -> Bool { text.utf8.count >= 7 && text.allSatisfy(\.isHexDigit) }
}
