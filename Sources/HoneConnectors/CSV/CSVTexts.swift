/// The texts of an export, each masked once, known by codes.
struct CSVTexts {
    var keys = CSVInterner()
    var types: CSVInterner
    var titles: CSVInterner
    var labels: CSVInterner
    var streams: CSVInterner
    var statuses: CSVInterner
    var reasons: CSVInterner
    var severities: CSVInterner
    var phases: CSVInterner
    /// As the file says them: they are looked up and never stored.
    var found = CSVInterner()
    var versions: CSVInterner
    var sprints: CSVInterner

    /// Between the labels of one item, in the log.
    static let labelSeparator = "\u{1f}"

    init(mask: @escaping @Sendable (String) -> String) {
        types = CSVInterner(mask)
        titles = CSVInterner(mask)
        streams = CSVInterner(mask)
        statuses = CSVInterner(mask)
        reasons = CSVInterner(mask)
        severities = CSVInterner(mask)
        phases = CSVInterner(mask)
        labels = CSVInterner { Self.labels($0, mask: mask) }
        versions = CSVInterner { Self.labels($0, mask: mask) }
        sprints = CSVInterner { Self.labels($0, mask: mask) }
    }

    /// The texts of a field of `CSVPlainBlock.texts`.
    subscript(plain field: Int) -> CSVInterner {
        _read {
            switch field {
            case 0: yield keys
            case 1: yield statuses
            case 2: yield types
            case 3: yield titles
            case 4: yield streams
            default: yield reasons
            }
        }
        _modify {
            switch field {
            case 0: yield &keys
            case 1: yield &statuses
            case 2: yield &types
            case 3: yield &titles
            case 4: yield &streams
            default: yield &reasons
            }
        }
    }

    /// Labels split at comma, semicolon and bar, each masked, repeated ones once.
    static func labels(_ text: String, mask: (String) -> String) -> String {
        var labels: [String] = []
        for part in text.split(whereSeparator: { ",;|\u{1f}".contains($0) }) {
            let label = part.drop(while: \.isWhitespace)
            let bytes = Array(label.utf8)
            var end = label.endIndex
            while end > label.startIndex, label[label.index(before: end)].isWhitespace { end = label.index(before: end) }
            if CSVRow.isUnknown(bytes, 0, bytes.count) { continue }
            let masked = mask(String(label[..<end]))
            if !labels.contains(masked) { labels.append(masked) }
        }
        return labels.joined(separator: labelSeparator)
    }
}
