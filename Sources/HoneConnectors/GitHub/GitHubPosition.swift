internal import HoneFacts

/// How far a file was read: which bytes, in which way.
struct GitHubPosition: Hashable, Sendable {
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 1

    let file: String
    let way: String

    init(bytes: [UInt8], digest: Digest) {
        file = digest.fingerprint(bytes)
        way = Self.way(digest)
    }

    /// The version, and the salt of the pseudonyms.
    static func way(_ digest: Digest) -> String {
        digest.fingerprint(Array("\(readingVersion)\u{1f}\(digest.pseudonym(""))".utf8))
    }

    /// Reads `text`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 2, parts[0].hasPrefix("sha:"), parts[1].hasPrefix("way:") else { return nil }
        file = String(parts[0].dropFirst(4))
        way = String(parts[1].dropFirst(4))
    }

    var text: String { "sha:\(file);way:\(way)" }
}
