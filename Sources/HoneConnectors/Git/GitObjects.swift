/// Questions about single objects, many in one process.
enum GitObjects {
    /// The commit that each name stands for, nil where the repository has no such commit.
    static func shas(of names: [String], with git: GitProcess) async throws -> [String?] {
        guard !names.isEmpty else { return [] }
        let input = Array((names.joined(separator: "\n") + "\n").utf8)
        let (bytes, ending) = try await git.answer(["cat-file", "--batch-check=%(objectname) %(objecttype)"], input: input)
        guard ending.isSuccess else {
            throw GitError.stopped("cat-file", status: ending.status, said: ending.lastErrorLine)
        }
        let answers = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line -> String? in
            let words = line.split(separator: " ")
            return words.count == 2 && words[1] == "commit" ? String(words[0]) : nil
        }
        return answers.count == names.count ? answers : names.map { _ in nil }
    }

    /// Whether an object that the commits need is not here: of a partial clone, or a damaged one.
    static func areMissing(for revisions: [UInt8], with git: GitProcess) async throws -> Bool {
        var isMissing = false
        var isLineStart = true
        let ending = try await git.stream(
            ["rev-list", "--objects", "--no-object-names", "--missing=print", "--ignore-missing", "--stdin"], input: revisions
        ) { piece in
            for byte in piece {
                if isLineStart, byte == UInt8(ascii: "?") { isMissing = true }
                isLineStart = byte == UInt8(ascii: "\n")
            }
        }
        return isMissing || !ending.isSuccess
    }
}
