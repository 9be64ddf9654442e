internal import HoneFacts

/// The columns of a `csv` source.
extension CSVSettings {
    static func fields(_ names: [String: SettingsValue], _ key: String) throws(CSVSettingsError) -> [CSVField: String] {
        var columns: [CSVField: String] = [:]
        for name in names.keys.sorted() {
            guard let field = CSVField(name: name) else {
                let known = CSVField.allCases.map(\.rawValue).joined(separator: ", ")
                throw CSVSettingsError(key: key, message: "There is no field '\(name)'.", advice: "Write one of \(known).")
            }
            let named = texts(names[name])
            guard let column = named.first, !named.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
                let advice = "Write the header's name of the column."
                throw CSVSettingsError(key: "\(key).\(name)", message: "No column is named.", advice: advice)
            }
            if named.count > 1, field != .value {
                throw CSVSettingsError(
                    key: "\(key).\(name)", message: "\(named.count) columns are named.",
                    advice: "Name one: only value takes several, each a measure of its own.")
            }
            if columns.updateValue(column, forKey: field) != nil {
                let message = "'\(field.rawValue)' is mapped twice."
                throw CSVSettingsError(key: "\(key).\(name)", message: message, advice: "Keep one of the two.")
            }
        }
        return columns
    }

    /// The columns that are mapped to `value`, each once, in the order given.
    static func valueColumns(_ names: [String: SettingsValue], _ key: String) throws(CSVSettingsError) -> [String] {
        var columns: [String] = []
        for column in texts(names[CSVField.value.rawValue]) {
            if columns.contains(column) {
                throw CSVSettingsError(
                    key: "\(key).value", message: "The column '\(column)' is named twice.", advice: "Keep one of the two.")
            }
            columns.append(column)
        }
        if columns.count > 1, names[CSVField.name.rawValue] != nil {
            throw CSVSettingsError(
                key: "\(key).value", message: "Several columns hold values, and another one holds the measure's name.",
                advice: "Leave name out, so that each column is a measure of its own name, or keep one column of values.")
        }
        return columns
    }

    /// One text, or a list of them.
    private static func texts(_ value: SettingsValue?) -> [String] { value?.text.map { [$0] } ?? value?.texts ?? [] }

    static func shape(_ name: String?, fact: String, _ columns: [CSVField: String]) throws(CSVSettingsError) -> Shape {
        if fact != Shape.item.rawValue { return try other(fact, shape: name, columns) }
        let isTransition = columns[.status] != nil && columns[.changedOn] != nil
        let likely: Shape = columns[.loggedOn] != nil ? .worklog : isTransition ? .transition : .item
        guard let shape = name.map({ name in Shape.ofItems.first { $0.rawValue == name } }) ?? likely else {
            throw CSVSettingsError(
                key: "shape", message: "There is no shape '\(name ?? "")'.", advice: "Write item or transition or worklog.")
        }
        let (needed, possible): ([CSVField], Set<CSVField>) =
            switch shape {
            case .item: ([.key], CSVField.ofItems)
            case .transition: ([.key, .status, .changedOn], CSVField.ofTransitions)
            case .worklog: ([.key, .loggedOn, .logged], CSVField.ofWorkLogs)
            case .deployment, .incident, .build, .planLine, .measurement: (shape.needed, Set(shape.parts.map(\.field)))
            }
        for field in needed where columns[field] == nil {
            let number = shape == .item ? "; key: '#' numbers the rows" : ""
            throw CSVSettingsError(
                key: "columns", message: "The shape \(shape.rawValue) needs '\(field.rawValue)'.",
                advice: "Map it to the header's name of its column\(number).")
        }
        for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue }) where !possible.contains(field) {
            throw CSVSettingsError(
                key: "columns.\(field.rawValue)", message: "The shape \(shape.rawValue) has no '\(field.rawValue)'.",
                advice: "Leave it out, or change the shape.")
        }
        if shape != .item, columns[.key] == rowNumber {
            let rows = shape == .transition ? "Transitions" : "Work logs"
            throw CSVSettingsError(key: "columns.key", message: "\(rows) need the key of their item.", advice: "Name its column.")
        }
        return shape
    }

    /// A fact that is not about items.
    private static func other(_ name: String, shape given: String?, _ columns: [CSVField: String]) throws(CSVSettingsError) -> Shape {
        guard let shape = Shape.ofOthers.first(where: { $0.rawValue == name }) else {
            let known = ([Shape.item] + Shape.ofOthers).map(\.rawValue).joined(separator: ", ")
            throw CSVSettingsError(key: "fact", message: "There is no fact '\(name)'.", advice: "Write one of \(known).")
        }
        if given != nil {
            throw CSVSettingsError(key: "shape", message: "Only items have a shape.", advice: "Leave it out: fact says what a row is.")
        }
        for field in shape.needed where columns[field] == nil {
            throw CSVSettingsError(
                key: "columns", message: "The fact \(name) needs '\(field.rawValue)'.", advice: "Map it to the header's name of its column."
            )
        }
        let possible = shape.parts.map(\.field)
        for field in columns.keys.sorted(by: { $0.rawValue < $1.rawValue }) where !possible.contains(field) {
            throw CSVSettingsError(
                key: "columns.\(field.rawValue)", message: "The fact \(name) has no '\(field.rawValue)'.",
                advice: "Leave it out; it has \(possible.map(\.rawValue).joined(separator: ", ")).")
        }
        if columns[.key] == rowNumber {
            throw CSVSettingsError(key: "columns.key", message: "Only items can be numbered.", advice: "Name a column, or leave key out.")
        }
        return shape
    }
}
