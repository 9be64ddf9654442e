import HoneFacts

/// A commit as git prints it, before anything is mapped, masked or counted: parts of what was printed, none of them copied.
struct GitRecord: Sendable {
    var sha: ArraySlice<UInt8> = []
    var parents: ArraySlice<UInt8> = []
    var authorName: ArraySlice<UInt8> = []
    var authorMail: ArraySlice<UInt8> = []
    /// Seconds since 1970; nil where the commit object holds no readable time.
    var authoredAt: Int64?
    var committedAt: Int64?
    var subject: ArraySlice<UInt8> = []
    /// As written, in UTF-8 or not.
    var body: ArraySlice<UInt8> = []
    var changes: [GitFileChange] = []
    /// Texts that were not UTF-8 and were read with replacement characters.
    var undecodableCount = 0

    /// A text of the commit in UTF-8; one that is not is repaired and counted.
    mutating func text(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { GitText.valid(bytes, &undecodableCount) }
}

/// A file that a commit changed.
struct GitFileChange: Sendable {
    /// In UTF-8.
    var path: ArraySlice<UInt8>
    /// Where the file was before, for a rename.
    var oldPath: ArraySlice<UInt8>
    /// Lines; nil for a binary file and where they were not counted.
    var added: Int64?
    var deleted: Int64?

    func touches(folder: [UInt8]) -> Bool { GitFileChange.isInside(path, folder) || GitFileChange.isInside(oldPath, folder) }

    private static func isInside(_ path: ArraySlice<UInt8>, _ folder: [UInt8]) -> Bool {
        path.count > folder.count && path.starts(with: folder) && path[path.startIndex + folder.count] == UInt8(ascii: "/")
    }
}

/// Texts as git prints them, which may hold any byte.
enum GitText {
    /// The bytes as they are where they are UTF-8; else with replacement characters, and counted.
    static func valid(_ bytes: ArraySlice<UInt8>, _ undecodableCount: inout Int) -> ArraySlice<UInt8> {
        if ByteSearch.isASCII(bytes) || String(validating: bytes, as: UTF8.self) != nil { return bytes }
        undecodableCount += 1
        return Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
    }
}

extension TextColumn {
    /// - Parameter text: valid UTF-8.
    mutating func append(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append($0) } }

    /// - Parameter text: valid UTF-8 that no row has yet.
    mutating func append(new text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append(new: $0) } }
}
