internal import HoneFacts

/// How far an export of a service was read: which bytes, and in which way.
struct ExportPosition: Hashable, Sendable {
    let file: String
    /// Changes with the version of the reader and with the salt of the pseudonyms.
    let way: String

    /// - Parameter version: of the reader: it goes up when the same bytes would be read differently.
    init(bytes: [UInt8], version: some CustomStringConvertible, digest: Digest) {
        file = digest.fingerprint(bytes)
        way = Self.way(version: version, digest: digest)
    }

    static func way(version: some CustomStringConvertible, digest: Digest) -> String {
        digest.fingerprint(Array("\(version)\u{1f}\(digest.pseudonym(""))".utf8))
    }

    /// Reads `text`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 2, parts[0].hasPrefix("sha:"), parts[1].hasPrefix("way:") else { return nil }
        file = String(parts[0].dropFirst(4))
        way = String(parts[1].dropFirst(4))
    }

    /// Whether what was read up to `cursor` was read in another way.
    static func readsAnew(since cursor: String, version: some CustomStringConvertible, digest: Digest) -> Bool {
        guard let previous = ExportPosition(cursor) else { return false }
        return previous.way != way(version: version, digest: digest)
    }

    var text: String { "sha:\(file);way:\(way)" }
}
