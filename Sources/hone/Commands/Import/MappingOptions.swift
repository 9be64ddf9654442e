import ArgumentParser
import HoneConnectors
import HoneFacts

/// How to read a CSV: what `columns` and its neighbours in hone.yaml say.
struct MappingOptions: ParsableArguments {
    @Option(
        name: .long,
        help:
            "Field=column pairs apart by commas; key=# numbers the rows, value may be given several times. Fields: \(CSVField.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var map: String?

    @Option(
        name: .long,
        help: "What the rows are: item, deployment, incident, build, plan_line or measurement. Default: item, or as hone.yaml says.")
    var fact: String?

    @Option(name: .long, help: "How dates are written, with \(DateFormat.letters); several ways with | between them. Default: ISO 8601.")
    var dateFormat: String?

    @Option(
        name: .long,
        help: "How numbers are written: \(CSVNumberFormat.allCases.map(\.rawValue).joined(separator: " or ")). Default: 1234.5 or 1234,5.")
    var numberFormat: String?

    @Option(name: .long, help: "The sign between fields, or tab. Default: found from the file.")
    var delimiter: String?

    @Option(name: .long, help: "auto, utf-8, utf-16, latin1 or windows-1252.")
    var encoding: String?

    @Option(
        name: .customLong("repeat"),
        help: "Several rows with one key are one item: item (numbers repeat), row (they add up) or logged-by-row (estimates repeat).")
    var repeats: String?

    @Option(name: .long, help: "Rows to leave out, as 'column=text|text'. May be given several times.")
    var skip: [String] = []

    @Option(
        name: .long,
        help: "Another file about the same items, as 'csv=FILE,key=COLUMN,field=column,...', from the folder of hone.yaml.")
    var join: [String] = []

    /// The columns as pairs, in the order given; nil without `--map`.
    func columns() throws -> [(field: String, column: String)]? {
        try map.map { try Self.pairs($0, option: "--map") }
    }

    private static func pairs(_ text: String, option: String) throws -> [(field: String, column: String)] {
        try text.split(separator: ",").map { try pair(String($0), option: option) }
    }

    private static func pair(_ text: String, option: String) throws -> (field: String, column: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Failure(
                .usage, "\(option) has '\(text)', not a pair: write field=column pairs apart by commas, such as key=ID,finishedOn=Closed.")
        }
        return (parts[0].trimmed, parts[1].trimmed)
    }

    /// The settings of a source, as hone.yaml would give them; nil without `--map`.
    func values() throws -> [String: SettingsValue]? {
        if map == nil, repeats != nil || !skip.isEmpty || !join.isEmpty {
            throw Failure(.usage, "--repeat, --skip and --join need --map, which says what the columns are.")
        }
        let written = [
            ("--date-format", dateFormat), ("--number-format", numberFormat), ("--delimiter", delimiter), ("--encoding", encoding),
        ].filter { $0.1 != nil }.map(\.0)
        if map == nil, let first = written.first {
            throw Failure(.usage, "\(first) needs --map: without it a file is read as hone.yaml says, which says this too.")
        }
        return try columns().map(values)
    }

    /// The settings of a source with these columns, but for its path.
    func values(columns: [(field: String, column: String)]) throws -> [String: SettingsValue] {
        var values: [String: SettingsValue] = ["columns": Self.table(columns)]
        values["date_format"] = dateFormat.map(SettingsValue.text)
        values["number_format"] = numberFormat.map(SettingsValue.text)
        values["fact"] = fact.map(SettingsValue.text)
        values["delimiter"] = delimiter.map(SettingsValue.text)
        values["encoding"] = encoding.map(SettingsValue.text)
        values["repeat"] = repeats.map(SettingsValue.text)
        if !skip.isEmpty {
            let rules = try skip.map { try Self.pair($0, option: "--skip") }
            values["skip"] = .table(
                Dictionary(
                    rules.map { rule in (rule.field, .list(rule.column.split(separator: "|").map { .text(String($0).trimmed) })) },
                    uniquingKeysWith: { .list($0.list + $1.list) }))
        }
        if !join.isEmpty { values["join"] = .list(try join.map(Self.joined)) }
        return values
    }

    private static func joined(_ text: String) throws -> SettingsValue {
        let pairs = try pairs(text, option: "--join")
        var join: [String: SettingsValue] = ["columns": table(pairs.filter { $0.field != "csv" && $0.field != "key" })]
        for pair in pairs where pair.field == "csv" || pair.field == "key" { join[pair.field] = .text(pair.column) }
        return .table(join)
    }

    private static func table(_ pairs: [(field: String, column: String)]) -> SettingsValue {
        // A field that is named twice has a list of columns.
        .table(
            Dictionary(grouping: pairs, by: \.field).mapValues { columns in
                columns.count == 1 ? .text(columns[0].column) : .list(columns.map { .text($0.column) })
            })
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
