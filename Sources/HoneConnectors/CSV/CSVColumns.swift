internal import HoneFacts

/// Where in a record each mapped field stands.
struct CSVColumns: Sendable {
    /// Nil for rows that are numbered.
    let key: Int?
    /// All columns of the name: some trackers write one label a column.
    let labels: [Int]
    /// By the index of the field; negative where it is not mapped.
    private let positions: [Int]
    private let names: [String]
    /// A record with fewer fields than this lacks a mapped one.
    let fewestFields: Int
    /// Fields of the header.
    let width: Int

    func position(_ field: CSVField) -> Int? {
        let position = positions[field.index]
        return position >= 0 ? position : nil
    }

    /// The header's name of a column, for diagnostics.
    func name(_ column: Int) -> String { column < names.count ? String(names[column].prefix(60)) : "column \(column + 1)" }

    /// Finds the mapped columns; nil where one is missing, with a refusal for each.
    static func found(
        in header: CSVHeader, settings: CSVSettings, line: Int, mask: (String) -> String
    ) -> (columns: CSVColumns?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var positions: [CSVField: Int] = [:]
        var labels: [Int] = []
        for field in CSVField.allCases {
            guard let name = settings.columns[field], !(field == .key && settings.numbersRows) else { continue }
            let matches = header.columns(named: name)
            guard let first = matches.first else {
                diagnostics.append(missing(name, field, header, settings, line: line, mask: mask))
                continue
            }
            positions[field] = first
            if field == .labels { labels = matches }
            if matches.count > 1, field != .labels {
                diagnostics.append(
                    Diagnostic(
                        .note, code: "column-twice", file: settings.path, line: line, field: name,
                        message: "\(matches.count) columns have this name; the first is used.", advice: "Rename the one that is meant."))
            }
        }
        guard !diagnostics.contains(where: { $0.severity == .refused }) else { return (nil, diagnostics) }
        return (CSVColumns(positions: positions, labels: labels, header: header), diagnostics)
    }

    private init(positions: [CSVField: Int], labels: [Int], header: CSVHeader) {
        var table = [Int](repeating: -1, count: CSVField.allCases.count)
        for (field, position) in positions { table[field.index] = position }
        self.positions = table
        self.labels = labels
        key = positions[.key]
        width = header.names.count
        fewestFields = (positions.values.max() ?? -1) + 1
        names = header.names
    }

    private static func missing(
        _ name: String, _ field: CSVField, _ header: CSVHeader, _ settings: CSVSettings, line: Int, mask: (String) -> String
    ) -> Diagnostic {
        let present = header.names.prefix(20).map { CSVQuote.text($0, mask: mask) }.joined(separator: ", ")
        let more = header.names.count > 20 ? " and \(header.names.count - 20) more" : ""
        let closest = header.closest(to: name).map { "Did you mean \(CSVQuote.text($0, mask: mask))? " } ?? ""
        return Diagnostic(
            .refused, code: "missing-column", file: settings.path, line: line, field: name,
            message: "The header has no column of this name for \(field.rawValue); it has \(present)\(more).",
            advice: "\(closest)Set columns.\(field.rawValue) to a name of the header, or check the delimiter.")
    }
}

/// Text of a file as it may stand in a message: masked, short and without control characters.
enum CSVQuote {
    static func text(_ text: String, mask: (String) -> String) -> String {
        let plain = text.prefix(200).unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        let masked = mask(String(plain))
        return "'" + (masked.count > 40 ? masked.prefix(39) + "…" : masked[...]) + "'"
    }
}
