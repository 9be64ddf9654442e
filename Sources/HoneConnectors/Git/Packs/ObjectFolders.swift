#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folders in which a repository keeps objects: its own, and those of other repositories that it borrows from.
enum ObjectFolders {
    /// Git follows them no further either.
    private static let deepest = 5

    /// - Parameter folder: the repository's own, `objects`.
    static func all(from folder: String) throws(Unreadable) -> [String] {
        var found = [folder]
        try add(lendersOf: folder, depth: 0, to: &found)
        return found
    }

    private static func add(lendersOf folder: String, depth: Int, to found: inout [String]) throws(Unreadable) {
        guard let data = FileManager.default.contents(atPath: folder + "/info/alternates") else { return }
        guard depth < deepest, let text = String(validating: data, as: UTF8.self) else { throw Unreadable() }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            // A path with odd signs is written in quotes.
            guard !line.hasPrefix("\"") else { throw Unreadable() }
            let path = line.hasPrefix("/") ? String(line) : folder + "/" + line
            guard !found.contains(path) else { continue }
            found.append(path)
            try add(lendersOf: path, depth: depth + 1, to: &found)
        }
    }

    /// Paths of the packs of a folder, without their endings.
    static func packs(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/pack")) ?? []
        return names.filter { $0.hasSuffix(".idx") }.sorted().map { folder + "/pack/" + $0.dropLast(4) }
    }
}
