#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files in which a repository keeps where HEAD and its tags stand and how it is to be read, as they lie there. While they are
/// what they were, byte for byte, there is nothing new, and no git has to be started to say so.
struct GitRefFiles: Equatable {
    /// Differs where one of the files does.
    var text: String { parts.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n") }

    /// Contents and names; with its length before it, no part can be taken for two others.
    private var parts: [String] = []
    /// Which files and folders they were read from, and when those were last changed: one that was changed there and back is another.
    private var stamps: [Stamp] = []
    private var tagCount = 0

    private struct Stamp: Equatable { let file, seconds, nanoseconds: Int64 }

    /// Git keeps something in a way that only git reads.
    private struct Unusual: Error {}

    /// More tags than this, each in a file of its own, are left to git.
    private static let mostTags = 256

    /// Words of a configuration that leads to other files, or keeps refs in another way.
    private static let unusual = ["include", "worktree", "refstorage", "promisor", "partialclone"].map { Array($0.utf8) }

    /// - Parameter path: the top of a checkout, or a bare repository.
    /// - Returns: nil where git has to be asked: the files lie elsewhere (a folder inside a checkout, a linked worktree, a submodule), are
    ///   many, are links, cannot be read, or are not written as git itself writes them.
    /// - Complexity: O(bytes of the files).
    init?(at path: String) {
        do { try read(path) } catch { return nil }
    }

    private mutating func read(_ path: String) throws {
        let isCheckout = Self.isFolder(path + "/.git")
        let folder = isCheckout ? path + "/.git" : path
        guard Self.isFolder(folder + "/objects"), Self.isFolder(folder + "/refs") else { throw Unusual() }
        guard let head = try take(folder + "/HEAD"), let text = try take(folder + "/config"),
            case let configuration = Array(text.lowercased().utf8)[...],
            Self.unusual.allSatisfy({ ByteSearch.occurrences(of: $0, in: configuration).isEmpty })
        else { throw Unusual() }
        try takeRef(folder + "/" + Self.refName(head))
        try takeTags(folder + "/refs/tags")
        for name in ["packed-refs", "shallow"] { _ = try take(folder + "/" + name) }
        if isCheckout { _ = try take(path + "/.mailmap") }
        let packs = try FileManager.default.contentsOfDirectory(atPath: folder + "/objects/pack")
        guard !packs.contains(where: { $0.hasSuffix(".promisor") }) else { throw Unusual() }
    }

    /// The ref that HEAD names. A HEAD that names a commit is told each time, so git is asked; so it is for one that somebody wrote by
    /// hand: git reads it more freely than this does.
    private static func refName(_ head: String) throws -> String {
        let bytes = Array(head.utf8)
        guard head.hasPrefix("ref: refs/"), bytes.last == UInt8(ascii: "\n"), case let name = bytes[5..<bytes.count - 1],
            name.allSatisfy({ $0 > 32 && $0 != 127 }), ByteSearch.occurrences(of: Array("..".utf8), in: name).isEmpty
        else { throw Unusual() }
        return String(decoding: name, as: UTF8.self)
    }

    /// A ref in a file of its own, which names an object and not another ref; packed ones are in none.
    private mutating func takeRef(_ path: String) throws {
        if let ref = try take(path), ref.hasPrefix("ref:") { throw Unusual() }
    }

    /// Names and contents of tags that are not packed. No folder is no tag: git makes it when it is needed.
    private mutating func takeTags(_ folder: String) throws {
        guard let kind = try stamp(folder) else { return }
        guard kind == S_IFDIR else { throw Unusual() }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            tagCount += 1
            guard tagCount <= Self.mostTags else { throw Unusual() }
            let path = folder + "/" + name
            parts.append(path)
            if Self.isFolder(path) { try takeTags(path) } else { try takeRef(path) }
        }
    }

    /// The text of a file, which is noted; nil where there is none.
    @discardableResult
    private mutating func take(_ path: String) throws -> String? {
        guard let kind = try stamp(path) else {
            parts.append("none")
            return nil
        }
        guard kind == S_IFREG, let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { throw Unusual() }
        parts += ["file", text]
        return text
    }

    /// Notes when something was last changed, and says what it is; a link is one. Nil where nothing is there.
    private mutating func stamp(_ path: String) throws -> mode_t? {
        var info = stat()
        guard lstat(path, &info) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Unusual()
        }
        #if canImport(Glibc)
            let changed = info.st_ctim
        #else
            let changed = info.st_ctimespec
        #endif
        stamps.append(Stamp(file: Int64(info.st_ino), seconds: Int64(changed.tv_sec), nanoseconds: Int64(changed.tv_nsec)))
        return info.st_mode & S_IFMT
    }

    private static func isFolder(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path + "/.") }
}
