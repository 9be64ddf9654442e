/// A commit as git prints it, before anything is mapped, masked or counted.
struct GitRecord: Sendable {
    var sha = ""
    var parents = ""
    var authorName = ""
    var authorMail = ""
    /// Seconds since 1970; nil where the commit object holds no readable time.
    var authoredAt: Int64?
    var committedAt: Int64?
    var subject = ""
    var body: [UInt8] = []
    var changes: [GitFileChange] = []
    /// Texts that were not UTF-8 and were read with replacement characters.
    var undecodableCount = 0

    /// A text of the commit; one that is not UTF-8 is counted.
    mutating func text(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        undecodableCount += 1
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A file that a commit changed.
struct GitFileChange: Sendable {
    var path: String
    /// Where the file was before, for a rename.
    var oldPath: String
    /// Lines; nil for a binary file and where they were not counted.
    var added: Int64?
    var deleted: Int64?

    func touches(folder: String) -> Bool {
        GitFileChange.isInside(path, folder) || GitFileChange.isInside(oldPath, folder)
    }

    private static func isInside(_ path: String, _ folder: String) -> Bool {
        path.utf8.count > folder.utf8.count && path.utf8.starts(with: folder.utf8)
            && path.utf8[path.utf8.index(path.utf8.startIndex, offsetBy: folder.utf8.count)] == UInt8(ascii: "/")
    }
}
