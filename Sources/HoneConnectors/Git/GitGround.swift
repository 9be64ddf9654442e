#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What files beside the objects say about a repository: whether it is cut off, whether objects may be absent.
struct GitGround {
    static let questions = [
        "--is-bare-repository", "--is-shallow-repository", "--git-path", "shallow", "--git-path", "objects/pack", "--git-path", "config",
    ]

    let isBare: Bool
    let isShallow: Bool
    let boundary: Set<String>
    /// The folder of the objects, which checkouts may share.
    let objects: String
    /// Whether a pack says that objects were left with the remote.
    let hasPromisorPack: Bool
    /// Whether git has to be asked if a remote keeps objects back: the configuration speaks of it, or of other files.
    let mayNamePromisor: Bool
    private let path: String

    /// - Parameter lines: git's answers to the questions.
    init?(_ lines: some RandomAccessCollection<String>, path: String) {
        let lines = Array(lines.prefix(5))
        guard lines.count == 5 else { return nil }
        func place(_ text: String) -> String { text.hasPrefix("/") ? text : path + "/" + text }
        self.path = path
        isBare = lines[0] == "true"
        isShallow = lines[1] == "true"
        boundary = isShallow ? Set((Self.text(place(lines[2])) ?? "").split(separator: "\n").map(String.init)) : []
        let packFolder = place(lines[3])
        objects = String(packFolder.dropLast("/pack".count))
        let packs = (try? FileManager.default.contentsOfDirectory(atPath: packFolder)) ?? []
        hasPromisorPack = packs.contains { $0.hasSuffix(".promisor") }
        let configuration = Self.text(place(lines[4]))?.lowercased()
        mayNamePromisor =
            configuration.map { text in ["promisor", "partialclone", "include", "worktreeconfig"].contains { text.contains($0) } } ?? true
    }

    /// The mailmap of a checkout.
    /// - Parameter up: the way to its top.
    func mailmap(up: String) -> String { Self.text((up.hasPrefix("/") ? up : path + "/" + up) + "/.mailmap") ?? "" }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
