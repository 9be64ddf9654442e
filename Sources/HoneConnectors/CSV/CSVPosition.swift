internal import HoneFacts

/// How far an export was read (the word `sha` in its text is from when files were told apart by SHA-256): which bytes, through which mapping, and how many numbered rows it had.
struct CSVPosition: Hashable, Sendable {
    /// Changes when the same bytes would be read differently by a newer version of this connector.
    static let readingVersion = 3

    let file: String
    let mapping: String
    /// Rows known by number that the log may hold; 0 where rows have keys.
    var rowCount: Int

    /// - Parameter files: the bytes of the file and of those that are joined to it.
    init(files: [[UInt8]], settings: CSVSettings, zone: ZoneTable, digest: Digest) {
        file = Self.file(files)
        mapping = Self.mapping(settings, zone: zone, digest: digest)
        rowCount = 0
    }

    /// A file that was read in pieces.
    init(fingerprint: String, settings: CSVSettings, zone: ZoneTable, digest: Digest) {
        file = fingerprint
        mapping = Self.mapping(settings, zone: zone, digest: digest)
        rowCount = 0
    }

    static func file(_ files: [[UInt8]]) -> String {
        let prints = files.map(CSVFingerprint.of)
        return prints.count == 1 ? prints[0] : CSVFingerprint.of(Array(prints.joined(separator: " ").utf8))
    }

    /// Everything that decides what a row of the file means.
    static func mapping(_ settings: CSVSettings, zone: ZoneTable, digest: Digest) -> String {
        func columns(_ columns: [CSVField: String]) -> [String] {
            columns.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue)=\($0.value)" }
        }
        let parts =
            [
                "\(Self.readingVersion)", settings.shape.rawValue, settings.dateFormat?.pattern ?? "", zone.name,
                settings.delimiter.map { "\($0)" } ?? "", settings.encoding.rawValue,
                settings.isOfJira ? "=\(JiraSource.tracker)" : settings.tracker,
                settings.timeUnit.rawValue, settings.repeats?.rawValue ?? "", settings.found.before.joined(separator: "\u{1e}"),
                settings.found.after.joined(separator: "\u{1e}"), settings.people.joined(separator: "\u{1e}"),
            ] + columns(settings.columns) + settings.filter.fingerprint
            + settings.valueColumns.dropFirst().map { "value=\($0)" } + (settings.numberFormat.map { [$0.rawValue] } ?? [])
            + settings.joins.flatMap { ["join", $0.path, $0.repeats.rawValue] + columns($0.columns) + $0.filter.fingerprint }
        return digest.fingerprint(Array(parts.joined(separator: "\u{1f}").utf8))
    }

    /// Reads `text`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 3, parts[0].hasPrefix("sha:"), parts[1].hasPrefix("map:"), parts[2].hasPrefix("rows="),
            let rows = Int(parts[2].dropFirst(5)), (0...Int(Int32.max)).contains(rows)
        else { return nil }
        file = String(parts[0].dropFirst(4))
        mapping = String(parts[1].dropFirst(4))
        rowCount = rows
    }

    var text: String { "sha:\(file);map:\(mapping);rows=\(rowCount)" }

    func isSameReading(as other: CSVPosition) -> Bool { file == other.file && mapping == other.mapping }
}
