internal import HoneFacts

/// Where in a record each mapped field stands.
///
/// A class, so that every row can refer to it at the cost of one reference.
final class CSVColumns: Sendable {
    /// Nil for rows that are numbered.
    let key: Int?
    /// By the index of the field: all its columns. Some trackers write one label a column, and each column of values is a measure.
    private let lists: [[Int]]
    /// Whether one of the fields is mapped that few exports have.
    let hasDetails: Bool
    /// Which rows are used.
    let filter: CSVRowFilter
    /// By the index of the field; negative where it is not mapped.
    private let positions: [Int]
    private let names: [String]
    /// The names of the columns that are looked at, in the order of the header.
    let used: [String]
    /// A record with fewer fields than this lacks a mapped one.
    let fewestFields: Int
    /// Fields of the header.
    let width: Int

    func position(_ field: CSVField) -> Int? {
        let position = positions[field.index]
        return position >= 0 ? position : nil
    }

    /// As `position`, negative where the field is not mapped.
    @inline(__always)
    func rawPosition(_ field: CSVField) -> Int { positions[field.index] }

    func positions(of field: CSVField) -> [Int] { lists[field.index] }

    /// The header's name of a column, as it is.
    func header(_ column: Int) -> String { names[column] }

    /// The header's name of a column, for diagnostics.
    func name(_ column: Int) -> String { column < names.count ? String(names[column].prefix(60)) : "column \(column + 1)" }

    /// Finds the mapped columns; nil where one is missing, with a refusal for each.
    static func found(
        in header: CSVHeader, settings: CSVSettings, line: Int?, mask: (String) -> String
    ) -> (columns: CSVColumns?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var positions: [CSVField: Int] = [:]
        var lists: [CSVField: [Int]] = [:]
        for field in CSVField.allCases {
            let isList = CSVField.lists.contains(field)
            for name in settings.columnNames(of: field) {
                let matches = isList ? header.columns(ofList: name) : header.columns(named: name)
                guard let first = matches.first else {
                    diagnostics.append(missing(name, field.rawValue, header, settings, line: line, mask: mask))
                    continue
                }
                positions[field] = positions[field] ?? first
                lists[field, default: []] += isList ? matches : [first]
                if matches.count > 1, !isList {
                    diagnostics.append(
                        Diagnostic(
                            .note, code: "column-twice", file: settings.path, line: line, field: name,
                            message: "\(matches.count) columns have this name; the first is used.", advice: "Rename the one that is meant.")
                    )
                }
            }
        }
        var filter = CSVRowFilter()
        func rules(_ texts: [String: [String]], _ setting: String) -> [CSVRowFilter.Rule] {
            texts.sorted { $0.key < $1.key }.compactMap { name, texts in
                if let column = header.columns(named: name).first {
                    return CSVRowFilter.Rule(column: column, texts: texts.map(CSVRowFilter.text))
                }
                diagnostics.append(missing(name, setting, header, settings, line: line, mask: mask))
                return nil
            }
        }
        filter.skip = rules(settings.filter.skip, "skip")
        filter.only = rules(settings.filter.only, "only")
        guard !diagnostics.contains(where: { $0.severity == .refused }) else { return (nil, diagnostics) }
        return (CSVColumns(positions: positions, lists: lists, filter: filter, header: header), diagnostics)
    }

    private init(positions: [CSVField: Int], lists: [CSVField: [Int]], filter: CSVRowFilter, header: CSVHeader) {
        var table = [Int](repeating: -1, count: CSVField.allCases.count)
        for (field, position) in positions { table[field.index] = position }
        self.positions = table
        self.lists = CSVField.allCases.sorted { $0.index < $1.index }.map { lists[$0] ?? [] }
        self.filter = filter
        hasDetails = !CSVField.details.isDisjoint(with: positions.keys)
        key = positions[.key]
        width = header.names.count
        fewestFields = max(positions.values.max() ?? -1, lists[.value]?.max() ?? -1, filter.lastColumn) + 1
        names = header.names
        let looked = Set(positions.values).union(lists.values.joined()).union((filter.skip + filter.only).map(\.column))
        used = looked.sorted().map { header.names[$0] }
    }

    private static func missing(
        _ name: String, _ setting: String, _ header: CSVHeader, _ settings: CSVSettings, line: Int?, mask: (String) -> String
    ) -> Diagnostic {
        let present = header.names.prefix(20).map { CSVQuote.text($0, mask: mask) }.joined(separator: ", ")
        let more = header.names.count > 20 ? " and \(header.names.count - 20) more" : ""
        let closest = header.closest(to: name).map { "Did you mean \(CSVQuote.text($0, mask: mask))? " } ?? ""
        if settings.isJSONLines {
            return Diagnostic(
                .refused, code: "missing-column", file: settings.path, line: line, field: name,
                message: "No object has a key of this name for \(setting); they have \(present)\(more).",
                advice: "\(closest)Name a key of the objects for \(setting).")
        }
        return Diagnostic(
            .refused, code: "missing-column", file: settings.path, line: line, field: name,
            message: "The header has no column of this name for \(setting); it has \(present)\(more).",
            advice: "\(closest)Name a column of the header for \(setting), or check the delimiter.")
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
