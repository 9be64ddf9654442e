internal import HoneFacts

/// Reads tags that were printed into a file:
/// `name TAB type TAB commit TAB object TAB instant`, where a lightweight tag has its commit in the place of the object.
struct GitTagLines {
    private(set) var tags: [GitTag] = []
    private(set) var diagnostics: CSVDiagnostics
    /// Lines that are not empty, used or not.
    private(set) var count = 0

    private var names: Set<String> = []

    /// Complexity: O(bytes).
    init(_ bytes: [UInt8], file: String) {
        diagnostics = CSVDiagnostics(file: file)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.trimmed.isEmpty { take(line.trimmed, index + 1) }
    }

    private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) {
        count += 1
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        guard fields.count == 5, !fields[0].isEmpty else {
            skip("short-tag", number, nil, "The line of a tag has \(fields.count) fields and not 5.")
            return
        }
        let name = String(decoding: fields[0], as: UTF8.self)
        guard names.insert(name).inserted else {
            skip("duplicate-tag", number, "name", "This tag stood in the file before; the first one is used.")
            return
        }
        guard let sha = GitSha.text(fields[2].isEmpty && fields[1].elementsEqual("commit".utf8) ? fields[3] : fields[2]) else {
            skip("tag-of-no-commit", number, "commit", "The tag does not name a commit.")
            return
        }
        let taggedAt = Instant(iso: String(decoding: fields[4], as: UTF8.self))
        if taggedAt == nil { skip("no-date", number, "instant", "There is no readable date; the tag is used without it.") }
        tags.append(GitTag(name: name, object: sha, sha: sha, taggedAt: taggedAt?.seconds, taggerName: "", taggerMail: "", isNested: false))
    }

    private mutating func skip(_ code: String, _ line: Int, _ field: String?, _ message: String) {
        diagnostics.add(.skipped, code, line: line, field: field, message, advice: "Print the tags again.")
    }
}
