/// A tag of the repository, unmasked.
struct GitTag: Hashable, Sendable {
    let name: String
    /// What it names itself: a commit, or the object of an annotated tag.
    let object: String
    /// The commit it names in the end; empty where it names something else.
    var sha: String
    /// Seconds since 1970: when it was tagged; for a lightweight tag, the commit's committer time.
    let taggedAt: Int64?
    let taggerName: String
    let taggerMail: String
    /// A tag of a tag, which `for-each-ref` peels only once.
    let isNested: Bool

    private static let format = [
        "refname", "objecttype", "objectname", "*objecttype", "*objectname", "taggerdate:unix", "committerdate:unix",
        "*committerdate:unix", "taggername", "taggeremail",
    ].map { "%(\($0))" }.joined(separator: "%00")

    /// Every tag, in the order of names.
    static func all(with git: GitProcess) async throws -> [GitTag] {
        let (bytes, ending) = try await git.answer(["for-each-ref", "--format=" + format, "refs/tags"])
        guard ending.isSuccess else {
            throw GitError.stopped("for-each-ref", status: ending.status, said: ending.lastErrorLine)
        }
        var tags = bytes.split(separator: UInt8(ascii: "\n")).compactMap(tag)
        try await resolveNested(&tags, with: git)
        return tags
    }

    private static func tag(_ line: ArraySlice<UInt8>) -> GitTag? {
        let fields = line.split(separator: 0, omittingEmptySubsequences: false)
        guard fields.count == 10 else { return nil }
        let texts = fields.map { String(decoding: $0, as: UTF8.self) }
        let sha =
            switch (texts[1], texts[3]) {
            case ("commit", _): texts[2]
            case ("tag", "commit"): texts[4]
            default: ""
            }
        let times = [fields[5], fields[6], fields[7]].lazy.compactMap(ByteNumber.parse)
        return GitTag(
            name: String(texts[0].dropFirst("refs/tags/".utf8.count)), object: texts[2], sha: sha, taggedAt: times.first,
            taggerName: texts[8], taggerMail: String(texts[9].drop { $0 == "<" }.prefix { $0 != ">" }),
            isNested: texts[1] == "tag" && texts[3] == "tag")
    }

    private static func resolveNested(_ tags: inout [GitTag], with git: GitProcess) async throws {
        let nested = tags.indices.filter { tags[$0].isNested }
        guard !nested.isEmpty else { return }
        let commits = try await GitObjects.shas(of: nested.map { "refs/tags/\(tags[$0].name)^{commit}" }, with: git)
        for (index, sha) in zip(nested, commits) { tags[index].sha = sha ?? "" }
    }
}
