import ArgumentParser
import HoneFacts

/// How to read a CSV: what `columns` and its neighbours in hone.yaml say.
struct MappingOptions: ParsableArguments {
    @Option(
        name: .long,
        help:
            "Field=column pairs apart by commas: key, kind, title, labels, stream, requestedOn, startedOn, finishedOn, status, reason, changedOn; key=# numbers the rows."
    )
    var map: String?

    @Option(name: .long, help: "How dates are written, with yyyy yy MM M MMM dd d HH mm ss. Default: ISO 8601.")
    var dateFormat: String?

    @Option(name: .long, help: "The sign between fields, or tab. Default: found from the file.")
    var delimiter: String?

    @Option(name: .long, help: "auto, utf-8, utf-16, latin1 or windows-1252.")
    var encoding: String?

    /// The columns as pairs, in the order given; nil without `--map`.
    func columns() throws -> [(field: String, column: String)]? {
        guard let map else { return nil }
        return try map.split(separator: ",").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw Failure(
                    .usage, "--map has '\(pair)', not a pair: write field=column pairs apart by commas, such as key=ID,finishedOn=Closed.")
            }
            return (parts[0].trimmed, parts[1].trimmed)
        }
    }

    /// The settings of a source, as hone.yaml would give them; nil without `--map`.
    func values() throws -> [String: SettingsValue]? {
        guard let columns = try columns() else { return nil }
        var values: [String: SettingsValue] = [
            "columns": .table(Dictionary(columns.map { ($0.field, SettingsValue.text($0.column)) }, uniquingKeysWith: { $1 }))
        ]
        values["date_format"] = dateFormat.map(SettingsValue.text)
        values["delimiter"] = delimiter.map(SettingsValue.text)
        values["encoding"] = encoding.map(SettingsValue.text)
        return values
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
