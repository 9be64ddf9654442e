/// How to read one CSV export. Made from what `hone.yaml` says; a contradiction is an error that says what to write.
package struct CSVSettings: Hashable, Sendable {
    package enum Shape: String, CaseIterable, Sendable {
        /// A row is a work item with its dates.
        case item
        /// A row is a work item entering a status.
        case transition
    }

    /// As configured; relative paths start in the folder of `hone.yaml`.
    package let path: String
    package let shape: Shape
    /// The header's name of each mapped column; `#` for a key that is the row's number.
    package let columns: [CSVField: String]
    /// Nil: ISO 8601.
    package let dateFormat: DateFormat?
    /// IANA name; nil: the product's zone. The composition root turns it into a zone table.
    package let timezone: String?
    /// Nil: found from the first records.
    package let delimiter: UInt8?
    package let encoding: CSVEncoding
    /// Name of the tracker that the keys belong to: exports of one tracker share their items.
    package let tracker: String

    static let rowNumber = "#"
    /// Whether rows are known by their number; such a file is always a snapshot: what it no longer has is taken back.
    package var numbersRows: Bool { columns[.key] == Self.rowNumber }

    /// Checks the values of a `csv` source. Parameters are the keys of `schema`.
    package init(
        csv path: String, shape: String? = nil, columns names: [String: String], dateFormat: String? = nil, timezone: String? = nil,
        delimiter: String? = nil, encoding: String? = nil, snapshot: Bool? = nil, tracker: String? = nil
    ) throws(CSVSettingsError) {
        let columns = try Self.fields(names)
        let numbersRows = columns[.key] == Self.rowNumber
        self.path = path
        self.tracker = tracker ?? "tracker"
        self.columns = columns
        self.shape = try Self.shape(shape, columns)
        self.timezone = timezone
        self.delimiter = try delimiter.flatMap(Self.delimiterByte)
        if let dateFormat {
            do { self.dateFormat = try DateFormat(pattern: dateFormat) } catch {
                throw CSVSettingsError(key: "date_format", message: error.message, advice: error.advice)
            }
        } else {
            self.dateFormat = nil
        }
        guard let known = CSVEncoding(name: encoding ?? "auto") else {
            let names = CSVEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw CSVSettingsError(key: "encoding", message: "There is no encoding '\(encoding ?? "")'.", advice: "Write one of \(names).")
        }
        self.encoding = known
        if let snapshot, snapshot != numbersRows {
            let message = snapshot ? "Only a file with numbered rows can be a snapshot." : "A file with numbered rows is a snapshot."
            throw CSVSettingsError(key: "snapshot", message: message, advice: "Leave snapshot out.")
        }
    }

    private static func fields(_ names: [String: String]) throws(CSVSettingsError) -> [CSVField: String] {
        var columns: [CSVField: String] = [:]
        for name in names.keys.sorted() {
            guard let field = CSVField(name: name) else {
                let known = CSVField.allCases.map(\.rawValue).joined(separator: ", ")
                throw CSVSettingsError(key: "columns", message: "There is no field '\(name)'.", advice: "Write one of \(known).")
            }
            let column = names[name] ?? ""
            if column.allSatisfy(\.isWhitespace) {
                let advice = "Write the header's name of the column."
                throw CSVSettingsError(key: "columns.\(name)", message: "No column is named.", advice: advice)
            }
            if columns.updateValue(column, forKey: field) != nil {
                let message = "'\(field.rawValue)' is mapped twice."
                throw CSVSettingsError(key: "columns.\(name)", message: message, advice: "Keep one of the two.")
            }
        }
        return columns
    }

    private static func shape(_ name: String?, _ columns: [CSVField: String]) throws(CSVSettingsError) -> Shape {
        let isTransition = columns[.status] != nil && columns[.changedOn] != nil
        guard let shape = name.map(Shape.init(rawValue:)) ?? (isTransition ? .transition : .item) else {
            throw CSVSettingsError(key: "shape", message: "There is no shape '\(name ?? "")'.", advice: "Write item or transition.")
        }
        let needed: [CSVField] = shape == .item ? [.key] : [.key, .status, .changedOn]
        for field in needed where columns[field] == nil {
            let number = shape == .item ? "; key: '#' numbers the rows" : ""
            throw CSVSettingsError(
                key: "columns", message: "The shape \(shape.rawValue) needs '\(field.rawValue)'.",
                advice: "Map it to the header's name of its column\(number).")
        }
        for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue })
        where !(shape == .item ? CSVField.ofItems : CSVField.ofTransitions).contains(field) {
            throw CSVSettingsError(
                key: "columns.\(field.rawValue)", message: "The shape \(shape.rawValue) has no '\(field.rawValue)'.",
                advice: "Leave it out, or change the shape.")
        }
        if shape == .transition, columns[.key] == rowNumber {
            throw CSVSettingsError(key: "columns.key", message: "Transitions need the key of their item.", advice: "Name its column.")
        }
        return shape
    }

    private static func delimiterByte(_ text: String) throws(CSVSettingsError) -> UInt8? {
        switch text {
        case "auto": return nil
        case "tab", "\\t": return 9
        case "comma": return 44
        case "semicolon": return 59
        case "pipe": return 124
        default:
            let bytes = Array(text.utf8)
            guard bytes.count == 1, bytes[0] < 0x80, ![0, 10, 13, 34].contains(bytes[0]) else {
                throw CSVSettingsError(
                    key: "delimiter", message: "'\(text)' is not a delimiter.", advice: "Write one sign such as ';', or tab, or auto.")
            }
            return bytes[0]
        }
    }
}

/// A value of a `csv` source that cannot be used: which key, why, and what to write.
package struct CSVSettingsError: Error, Hashable, CustomStringConvertible {
    package let key: String
    package let message: String
    package let advice: String

    package var description: String { "\(key): \(message) \(advice)" }
}
