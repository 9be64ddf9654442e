/// What git prints about commits without looking at their files, in one piece of memory and in git's order.
struct GitHeaders: Sendable {
    /// The fields of a commit in the order in which they are printed. Texts may hold any byte but NUL, which ends each.
    enum Field: Int, CaseIterable {
        case sha, parents, authorName, authorMail, mappedAuthorName, mappedAuthorMail, committerName, committerMail
        case mappedCommitterName, mappedCommitterMail, authoredAt, committedAt, subject, body

        var placeholder: String {
            switch self {
            case .sha: "%H"
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

    private var bytes: [UInt8] = []
    /// Where each field ends, with its NUL.
    private var ends: [Int] = []

    /// The headers of all commits that the revisions reach.
    static func read(_ revisions: [UInt8], with git: GitProcess) async throws -> GitHeaders {
        var headers = GitHeaders()
        guard !revisions.isEmpty else { return headers }
        let arguments = ["log", "--stdin", "-z", "--no-patch", "--no-color", "--no-show-signature", "--encoding=UTF-8", format]
        let (bytes, ending) = try await git.longAnswer(arguments, input: revisions)
        headers.read(bytes)
        guard ending.isSuccess, headers.isWhole else {
            throw GitError.stopped("log", status: ending.status, said: ending.isSuccess ? "" : ending.lastErrorLine)
        }
        return headers
    }

    mutating func read(_ piece: [UInt8]) {
        let offset = bytes.count + 1
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        piece.withUnsafeBufferPointer { piece in
            for position in piece.indices where piece[position] == 0 { ends.append(offset + position) }
        }
    }

    /// Whether what was read ends between two commits.
    var isWhole: Bool { ends.count % Self.fieldCount == 0 && (ends.last ?? 0) == bytes.count }

    var count: Int { ends.count / Self.fieldCount }

    func bytes(_ field: Field, of commit: Int) -> ArraySlice<UInt8> {
        let index = commit * Self.fieldCount + field.rawValue
        return bytes[(index == 0 ? 0 : ends[index - 1])..<(ends[index] - 1)]
    }

    /// Names and mails of a commit, one after the other.
    func names(of commit: Int) -> ArraySlice<UInt8> {
        bytes[bytes(.authorName, of: commit).startIndex..<bytes(.mappedCommitterMail, of: commit).endIndex]
    }

    /// Whether a commit joins several: git prints no files for those.
    func isMerge(_ commit: Int) -> Bool { bytes(.parents, of: commit).contains(UInt8(ascii: " ")) }

    /// A commit without its files.
    func record(_ commit: Int) -> GitRecord {
        var record = GitRecord()
        record.sha = record.text(bytes(.sha, of: commit))
        record.parents = record.text(bytes(.parents, of: commit))
        record.authorName = record.text(bytes(.mappedAuthorName, of: commit))
        record.authorMail = record.text(bytes(.mappedAuthorMail, of: commit))
        record.authoredAt = ByteNumber.parse(bytes(.authoredAt, of: commit))
        record.committedAt = ByteNumber.parse(bytes(.committedAt, of: commit))
        record.subject = record.text(bytes(.subject, of: commit))
        record.body = Array(bytes(.body, of: commit))
        return record
    }
}
