#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files in which a repository keeps where HEAD and its tags stand and how it is to be read, as they lie there. While they are
/// what they were, byte for byte, there is nothing new, and no git has to be started to say so.
enum GitRefFiles {
    /// More tags than this, each in a file of its own, are left to git.
    private static let mostTags = 256

    /// Words of a configuration that leads to other files, or keeps refs in another way.
    private static let unusual = ["include", "worktree", "refstorage", "promisor", "partialclone"]

    /// Text that differs where one of the files does.
    /// - Parameter path: the top of a checkout, or a bare repository.
    /// - Returns: nil where git has to be asked: the files lie elsewhere (a folder inside a checkout, a linked worktree, a submodule), are
    ///   many, or are of an unusual kind.
    /// - Complexity: O(bytes of the files).
    static func text(of path: String) -> String? {
        let inside = path + "/.git"
        let isCheckout = isFolder(inside)
        let folder = isCheckout ? inside : path
        guard isFolder(folder + "/objects"), isFolder(folder + "/refs"), let head = contents(folder + "/HEAD"),
            let configuration = contents(folder + "/config"), case let plain = configuration.lowercased(),
            !unusual.contains(where: { plain.contains($0) }), let tags = looseTags(folder + "/refs/tags")
        else { return nil }
        var parts = [isCheckout ? "checkout" : "bare", head, configuration]
        if let name = refName(head) {
            let ref = contents(folder + "/" + name)
            guard ref.map(isPlain) ?? true else { return nil }
            parts.append(ref ?? "packed")
        }
        parts += tags
        for name in ["packed-refs", "shallow"] { parts.append(contents(folder + "/" + name) ?? "none") }
        if isCheckout { parts.append(contents(path + "/.mailmap") ?? "none") }
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/objects/pack")) ?? []
        guard !packs.contains(where: { $0.hasSuffix(".promisor") }) else { return nil }
        // With its length before it, no part can be taken for two others.
        return parts.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
    }

    /// The ref that HEAD names; nil where it names a commit.
    private static func refName(_ head: String) -> String? {
        let name = head.hasPrefix("ref: ") ? head.dropFirst(5).prefix { $0 != "\n" } : ""
        return name.hasPrefix("refs/") && !name.contains("..") ? String(name) : nil
    }

    /// Names and contents of tags that are not packed.
    private static func looseTags(_ folder: String) -> [String]? {
        // No folder is no tag: git makes it when it is needed.
        let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).sorted()
        guard names.count <= mostTags else { return nil }
        var parts: [String] = []
        for name in names where !isFolder(folder + "/" + name) {
            guard let tag = contents(folder + "/" + name), isPlain(tag) else { return nil }
            parts += [name, tag]
        }
        return parts
    }

    /// Whether a ref names an object, and not another ref.
    private static func isPlain(_ ref: String) -> Bool { !ref.hasPrefix("ref:") }

    private static func isFolder(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path + "/.") }

    private static func contents(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
