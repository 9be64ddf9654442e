/// How far an export was read: which bytes, by which version of this connector.
struct JiraPosition: Hashable, Sendable {
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 1

    let file: String
    let version: Int

    init(file: String) {
        self.file = file
        version = Self.readingVersion
    }

    /// Reads `text`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 2, parts[0].hasPrefix("sha:"), parts[1].hasPrefix("reading:"), let version = Int(parts[1].dropFirst(8))
        else { return nil }
        file = String(parts[0].dropFirst(4))
        self.version = version
    }

    var text: String { "sha:\(file);reading:\(version)" }
}
