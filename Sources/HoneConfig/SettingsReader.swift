import HoneFacts
import Yams

/// Checks a YAML node against a schema: unknown and missing keys, and values of the wrong kind, are problems with a line.
struct SettingsReader {
    let file: String
    /// Whether this system knows a time zone of that name.
    let isZone: (String) -> Bool
    private(set) var problems: [Diagnostic] = []
    /// The line of every value that was read, by its path, such as `sources[2].columns.key`.
    private(set) var lines: [String: Int] = [:]

    init(file: String, isZone: @escaping (String) -> Bool) {
        (self.file, self.isZone) = (file, isZone)
    }

    mutating func read(_ node: Node, _ kind: SettingsSchema.Kind, at field: String) -> SettingsValue? {
        lines[field] = node.mark?.line
        switch kind {
        case .mapping(let schema): return mapping(node, schema, at: field)
        case .list(let element):
            guard case .sequence(let sequence) = node else {
                // A single value where a list may stand is a list of one.
                if case .mapping = element, case .scalar = node {
                    problem(node, field, "is not a list.", "Write each entry on a line of its own that begins with a dash.")
                    return nil
                }
                return read(node, element, at: field).map { .list([$0]) }
            }
            return .list(sequence.enumerated().compactMap { index, child in read(child, element, at: "\(field)[\(index + 1)]") })
        case .table(let element):
            guard case .mapping(let mapping) = node else {
                problem(node, field, "is not a table of names and values.", "Write it as {name: value}.")
                return nil
            }
            var values: [String: SettingsValue] = [:]
            for (key, child) in mapping {
                guard case .scalar(let name) = key else {
                    problem(key, field, "has a name that is not a word.", "Write the name as plain text.")
                    continue
                }
                values[name.string] = read(child, element, at: "\(field).\(name.string)")
            }
            return .table(values)
        case .text, .integer, .share, .day, .zone, .boolean, .oneOf: return scalar(node, kind, at: field)
        }
    }

    private mutating func mapping(_ node: Node, _ schema: SettingsSchema, at field: String) -> SettingsValue? {
        guard case .mapping(let mapping) = node else {
            problem(node, field, "is not a table of keys and values.", "Write its keys below it, two spaces further in.")
            return nil
        }
        var values: [String: SettingsValue] = [:]
        for (key, child) in mapping {
            guard case .scalar(let name) = key else {
                problem(key, field, "has a key that is not a word.", "Write the key as plain text.")
                continue
            }
            let path = field.isEmpty ? name.string : "\(field).\(name.string)"
            guard let known = schema.keys.first(where: { $0.name == name.string }) else {
                let names = schema.keys.map(\.name)
                let close = names.map { ($0, EditDistance.between($0, name.string)) }.filter { $0.1 * 2 <= $0.0.count }
                    .min { $0.1 < $1.1 }?.0
                if path == "reserve" {
                    problem(
                        key, path, "is an agreement, and agreements are not in this file.",
                        "Delete the line and agree on it: hone reserve set --floor \"10 %\". Until then the usual tenth stands on the page."
                    )
                    continue
                }
                let advice = close.map { "Did you mean \($0)? " } ?? ""
                problem(key, path, "is not a key that hone knows.", advice + "Known here: \(names.joined(separator: ", ")).")
                continue
            }
            if let value = read(child, known.kind, at: path) { values[known.name] = value }
        }
        for key in schema.keys where key.isRequired && !mapping.contains(where: { $0.key.string == key.name }) {
            let example = key.example.map { " For example: \(key.name): \($0)" } ?? ""
            problem(node, field.isEmpty ? key.name : "\(field).\(key.name)", "is missing.", "\(key.meaning)\(example)")
        }
        return .table(values)
    }

    private mutating func scalar(_ node: Node, _ kind: SettingsSchema.Kind, at field: String) -> SettingsValue? {
        guard case .scalar(let scalar) = node else {
            problem(node, field, "is not a single value.", "Write one value after the colon.")
            return nil
        }
        let text = scalar.string
        switch kind {
        case .text:
            if text.isEmpty {
                problem(node, field, "is empty.", "Write a value, or leave the key out.")
                return nil
            }
            return .text(text)
        case .integer(let range):
            if let number = Int(text), range.contains(number) { return .integer(number) }
            problem(node, field, "is '\(text)', not a whole number from \(range.lowerBound) to \(range.upperBound).", "Mend the number.")
        case .share:
            if let share = Self.share(text) { return .share(share) }
            problem(node, field, "is '\(text)', not a share.", "Write it as 10 % or 0.1.")
        case .day:
            if let day = CalendarDay(iso: String(text.prefix(10))), text.count == 10 { return .day(day) }
            problem(node, field, "is '\(text)', not a day.", "Write it as 2026-11-22.")
        case .zone:
            if isZone(text) { return .text(text) }
            problem(node, field, "is '\(text)', not an IANA zone.", "Write one such as Europe/London or UTC.")
        case .boolean:
            if let flag = ["true": true, "yes": true, "false": false, "no": false][text.lowercased()] { return .boolean(flag) }
            problem(node, field, "is '\(text)', neither true nor false.", "Write true or false.")
        case .oneOf(let names):
            if names.contains(text) { return .text(text) }
            problem(node, field, "is '\(text)', which is none of \(names.joined(separator: ", ")).", "Write one of them.")
        case .list, .mapping, .table: break
        }
        return nil
    }

    /// `10 %`, `10%` or `0.1`.
    static func share(_ text: String) -> Double? {
        let compact = text.filter { $0 != " " }
        let number = compact.hasSuffix("%") ? Double(compact.dropLast()).map { $0 / 100 } : Double(compact)
        return number.flatMap { (0...1).contains($0) ? $0 : nil }
    }

    mutating func problem(_ node: Node, _ field: String, _ message: String, _ advice: String) {
        problems.append(
            Diagnostic(.refused, code: "configuration", file: file, line: node.mark?.line, message: "\(field) \(message)", advice: advice))
    }
}
