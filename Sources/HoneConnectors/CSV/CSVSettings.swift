package import HoneFacts

/// How to read one CSV export. Made from what `hone.yaml` says; a contradiction is an error that says what to write.
package struct CSVSettings: Hashable, Sendable {
    package enum Shape: String, CaseIterable, Sendable {
        /// A row is a work item with its dates.
        case item
        /// A row is a work item entering a status.
        case transition
        /// A row is time logged on a work item.
        case worklog
        // The other facts, a row each.
        case deployment, incident, build
        case planLine = "plan_line"
        case measurement

        /// What a row of items may be.
        static let ofItems: [Shape] = [.item, .transition, .worklog]
        /// Facts that are not about items.
        static let ofOthers: [Shape] = [.deployment, .incident, .build, .planLine, .measurement]
    }

    /// As configured; relative paths start in the folder of `hone.yaml`.
    package private(set) var path: String
    package let shape: Shape
    /// The header's name of each mapped column; `#` for a key that is the row's number.
    package private(set) var columns: [CSVField: String]
    /// The header's names of all columns that are mapped to `value`, which alone takes several.
    package private(set) var valueColumns: [String]
    /// Nil: ISO 8601.
    package private(set) var dateFormat: DateFormat?
    /// IANA name; nil: the product's zone. The composition root turns it into a zone table.
    package let timezone: String?
    /// Nil: found from the first records.
    package private(set) var delimiter: UInt8?
    package let encoding: CSVEncoding
    /// Name of the tracker that the keys belong to: exports of one tracker share their items.
    package let tracker: String
    /// Of logged and estimated time.
    let timeUnit: CSVTimeUnit
    /// Nil: plain numbers.
    let numberFormat: CSVNumberFormat?
    /// Nil: of several rows with one key the last counts.
    let repeats: CSVRepeat?
    private(set) var filter: CSVFilter
    let found: CSVFound
    /// Columns whose cells name people: learned for the mask, never stored.
    let people: [String]
    private(set) var joins: [CSVJoin]

    static let rowNumber = "#"
    /// Whether the file has an object a line, whose keys are the columns.
    var isJSONLines: Bool { JSONLinesReader.isName(path) }
    /// Whether rows are known by their number; such a file is always a snapshot: what it no longer has is taken back.
    package var numbersRows: Bool { columns[.key] == Self.rowNumber }

    /// Where the items of its rows come from: a tracker of CSV files, or the Jira whose issues they are.
    var itemOrigin: String { isOfJira ? JiraSource.tracker : "csv:" + tracker }

    /// Whether its rows speak of the issues of a Jira.
    var isOfJira: Bool { tracker.lowercased() == JiraSource.tracker }

    /// Checks the columns of a `csv` source and the keys of `schema` that are texts.
    package init(
        csv path: String, shape: String? = nil, columns names: [String: String], dateFormat: String? = nil, timezone: String? = nil,
        delimiter: String? = nil, encoding: String? = nil, tracker: String? = nil
    ) throws(CSVSettingsError) {
        var values: [String: SettingsValue] = ["columns": .table(names.mapValues(SettingsValue.text))]
        let texts = [
            ("shape", shape), ("date_format", dateFormat), ("timezone", timezone), ("delimiter", delimiter), ("encoding", encoding),
            ("tracker", tracker),
        ]
        for (key, text) in texts { values[key] = text.map(SettingsValue.text) }
        try self.init(values, path: path)
    }

    /// Checks the values of a `csv` source, which are those of `schema`.
    /// - Parameter path: a file to read instead of the one that the values name.
    package init(_ values: [String: SettingsValue], path: String? = nil) throws(CSVSettingsError) {
        let mapping = values["columns"]?.table ?? [:]
        let columns = try Self.fields(mapping, "columns")
        let shape = try Self.shape(values["shape"]?.text, fact: values["fact"]?.text ?? Shape.item.rawValue, columns)
        self.columns = columns
        valueColumns = try Self.valueColumns(mapping, "columns")
        self.shape = shape
        self.path = path ?? values["csv"]?.text ?? ""
        tracker = values["tracker"]?.text ?? "tracker"
        timezone = values["timezone"]?.text
        delimiter = try values["delimiter"]?.text.flatMap(Self.delimiterByte)
        dateFormat = try values["date_format"]?.text.map(Self.format)
        encoding = try Self.choice(values, "encoding", { CSVEncoding(name: $0) }) ?? .automatic
        timeUnit = try Self.choice(values, "time_unit", { CSVTimeUnit(rawValue: $0) }) ?? .hours
        numberFormat = try Self.choice(values, "number_format", { CSVNumberFormat(rawValue: $0) })
        repeats = try Self.choice(values, "repeat", { CSVRepeat(rawValue: $0) })
        filter = Self.filter(values)
        let words = values["found"]?.table
        found = words.map { CSVFound(before: $0["before"]?.texts ?? [], after: $0["after"]?.texts ?? []) } ?? .plain
        people = values["people"]?.texts ?? []
        var joins: [CSVJoin] = []
        for (index, join) in (values["join"]?.list ?? []).enumerated() { joins.append(try Self.join(join.table, "join[\(index + 1)]")) }
        self.joins = joins
        try check()
    }

    /// Every name that has to be found in the header.
    var columnNames: [String] { CSVField.allCases.flatMap(columnNames) + filter.skip.keys + filter.only.keys }

    /// The names that a field is mapped to; none for a key that is the row's number.
    func columnNames(of field: CSVField) -> [String] {
        if field == .value { return valueColumns }
        return field == .key && numbersRows ? [] : columns[field].map { [$0] } ?? []
    }

    /// How to read a joined file: as the first one, but for its columns and rows.
    func joined(_ join: CSVJoin) -> CSVSettings {
        var settings = self
        settings.path = join.path
        settings.columns = join.columns
        settings.valueColumns = []
        settings.filter = join.filter
        settings.dateFormat = join.dateFormat ?? dateFormat
        settings.delimiter = nil
        settings.joins = []
        return settings
    }
}
