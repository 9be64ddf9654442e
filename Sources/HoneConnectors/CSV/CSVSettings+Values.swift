internal import HoneFacts

/// The other values of a `csv` source.
extension CSVSettings {
    /// A word of a short list; nil where the key is left out.
    static func choice<Choice: RawRepresentable & CaseIterable>(
        _ values: [String: SettingsValue], _ key: String, _ make: (String) -> Choice?
    ) throws(CSVSettingsError) -> Choice? where Choice.RawValue == String {
        guard let text = values[key]?.text else { return nil }
        if let choice = make(text) { return choice }
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw CSVSettingsError(key: key, message: "There is no \(key) '\(text)'.", advice: "Write one of \(names).")
    }

    static func format(_ pattern: String) throws(CSVSettingsError) -> DateFormat {
        do { return try DateFormat(pattern: pattern) } catch {
            throw CSVSettingsError(key: "date_format", message: error.message, advice: error.advice)
        }
    }

    static func filter(_ values: [String: SettingsValue]) -> CSVFilter {
        CSVFilter(skip: (values["skip"]?.table ?? [:]).mapValues(\.texts), only: (values["only"]?.table ?? [:]).mapValues(\.texts))
    }

    static func join(_ values: [String: SettingsValue], _ place: String) throws(CSVSettingsError) -> CSVJoin {
        let columns = try fields(values["columns"]?.table ?? [:], "\(place).columns")
        guard let path = values["csv"]?.text, let key = values["key"]?.text, !columns.isEmpty else {
            throw CSVSettingsError(
                key: place, message: "A joined file needs csv, key and columns.",
                advice: "Write join: {csv: FILE, key: COLUMN, columns: {finishedOn: COLUMN}}.")
        }
        for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue }) where field == .key || !CSVField.ofItems.contains(field) {
            throw CSVSettingsError(
                key: "\(place).columns.\(field.rawValue)", message: "A joined file brings no '\(field.rawValue)'.",
                advice: "Leave it out; key names the column with the item's key.")
        }
        return CSVJoin(
            csv: path, key: key, columns: columns, repeats: try choice(values, "repeat", { CSVRepeat(rawValue: $0) }) ?? .item,
            dateFormat: try values["date_format"]?.text.map(format), filter: filter(values))
    }

    /// What several keys say together.
    func check() throws(CSVSettingsError) {
        if let dateFormat, dateFormat.isOfPeriods, shape != .measurement {
            throw CSVSettingsError(
                key: "date_format", message: "The date format '\(dateFormat.pattern)' has no day.",
                advice: "Only numbers of the product (fact: measurement) can be of whole months, quarters or weeks.")
        }
        let both = Set(found.before).intersection(found.after).sorted()
        if let word = both.first {
            throw CSVSettingsError(
                key: "found", message: "The word '\(word)' stands for before and for after the release.", advice: "Keep one of the two.")
        }
        let needsKeys = [("repeat", repeats != nil), ("join", !joins.isEmpty)].filter(\.1).map(\.0)
        if let key = needsKeys.first, shape != .item || numbersRows {
            throw CSVSettingsError(
                key: key, message: "Only rows that are items with keys can have \(key).", advice: "Leave it out, or map key to a column.")
        }
        var mapped = columns
        for (index, join) in joins.enumerated() {
            for (field, column) in join.columns where field != .key && mapped.updateValue(column, forKey: field) != nil {
                throw CSVSettingsError(
                    key: "join[\(index + 1)].columns.\(field.rawValue)", message: "'\(field.rawValue)' is mapped twice.",
                    advice: "Keep one of the two.")
            }
        }
        if numbersRows, mapped[.sprint] != nil {
            throw CSVSettingsError(
                key: "columns.sprint", message: "Numbered rows have no sprint.", advice: "Map key to a column, or leave sprint out.")
        }
        // What numbers can be broken down or filtered by must not be a person.
        for field in [CSVField.kind, .stream, .labels] {
            guard let name = mapped[field], PeoplesData.isNamed(in: name) else { continue }
            throw CSVSettingsError(
                key: "columns.\(field.rawValue)",
                message: "'\(name)' names people: they would be stored, and numbers could be told by them.",
                advice: "Map a column of teams, parts of the product or kinds of work, or leave it out. \(PeoplesData.ifAsked)")
        }
        // Other texts are stored too. There `User impact` is no person, and `Assignee` is.
        for field in [CSVField.status, .severity, .reason, .sprint, .versions, .affected, .found, .foundPhase, .injectedPhase, .title] {
            guard let name = mapped[field], PeoplesData.isName(name) else { continue }
            throw CSVSettingsError(
                key: "columns.\(field.rawValue)", message: "'\(name)' names people, and would be stored.",
                advice: "Leave it out. \(PeoplesData.ifAsked)")
        }
        if let name = people.first(where: { name in columns.values.contains(name) || joins.contains { $0.columns.values.contains(name) } })
        {
            throw CSVSettingsError(
                key: "people", message: "'\(name)' is mapped, so its names would be stored.", advice: "Take it out of columns.")
        }
    }

    static func delimiterByte(_ text: String) throws(CSVSettingsError) -> UInt8? {
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
