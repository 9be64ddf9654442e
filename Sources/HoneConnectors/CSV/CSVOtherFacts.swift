internal import HoneFacts

/// Rows that are deployments, incidents, builds, plan lines or measurements: one fact a row.
struct CSVOtherFacts: CSVTable {
    private let shape: CSVSettings.Shape
    private let mask: @Sendable (String) -> String
    private var names: CSVInterner
    private var rows: [[FactValue]] = []
    private var ids: [String] = []
    private var lines: [Int] = []
    private var place: [String: Int] = [:]
    private var headers: [Int: String] = [:]
    private var doubts = CSVDoubtfulNumbers()

    init(_ shape: CSVSettings.Shape, mask: @escaping @Sendable (String) -> String) {
        self.shape = shape
        self.mask = mask
        names = CSVInterner(mask)
    }

    mutating func add(_ row: CSVRow, _ diagnostics: inout CSVDiagnostics) {
        let columns = row.columns.positions(of: .value)
        guard columns.count > 1 else {
            _ = store(row, in: columns.first, &diagnostics)
            return
        }
        var (usableCount, refusedCount) = (0, 0)
        for column in columns where row.cell(column) != nil {
            if Self.number(row, column, isSigned: true) != nil {
                guard store(row, in: column, &diagnostics) else { return }
                usableCount += 1
            } else {
                refusedCount += 1
                Self.refuseNumber(.value, in: column, row, .note, &diagnostics, mask: mask)
            }
        }
        guard usableCount == 0 else { return }
        Self.skip(
            row, .value, "empty-value", refusedCount > 0 ? "The row has no value that can be read." : "The row has no value.", &diagnostics)
    }

    /// Takes in the fact of a row, whose value is in the given column; false where the row cannot be used.
    private mutating func store(_ row: CSVRow, in valueColumn: Int?, _ diagnostics: inout CSVDiagnostics) -> Bool {
        var values: [FactValue] = []
        var known: [CSVField: FactValue] = [:]
        for part in shape.parts {
            guard let value = value(part, row, in: valueColumn, &diagnostics) else { return false }
            if value == .unknown || value == .text(""), shape.needed.contains(part.field) || part.field == .name {
                Self.skip(row, part.field, "empty-\(part.field.rawValue)", "The row has no \(part.field.rawValue).", &diagnostics)
                return false
            }
            values.append(value)
            known[part.field] = value
        }
        let id = id(known)
        doubts.note(row, numberColumns(row, valueColumn), fact: place[id] ?? rows.count)
        if let earlier = place[id] {
            if rows[earlier] != values {
                diagnostics.add(
                    .note, "duplicate-key", line: row.line,
                    "Lines \(lines[earlier]) and \(row.line) speak of the same \(shape.rawValue); line \(row.line) is used.",
                    advice: "Keep one row of each.")
            }
            rows[earlier] = values
            lines[earlier] = row.line
            return true
        }
        place[id] = rows.count
        rows.append(values)
        ids.append(id)
        lines.append(row.line)
        return true
    }

    /// The columns of a fact's numbers.
    private func numberColumns(_ row: CSVRow, _ valueColumn: Int?) -> [Int] {
        shape.parts.compactMap { part in
            guard case .number = part.kind else { return nil }
            return part.field == .value ? valueColumn : row.columns.position(part.field)
        }
    }

    private func id(_ known: [CSVField: FactValue]) -> String {
        if shape.isKeyed, case .text(let key)? = known[.key], !key.isEmpty { return key }
        let parts = shape.identity.map { field -> String in
            switch known[field] {
            case .text(let text): text
            case .integer(let number): String(number)
            default: ""
            }
        }
        return parts.joined(separator: "|")
    }

    /// Nil where the row cannot be used.
    private mutating func value(
        _ part: CSVSettings.Shape.Part, _ row: CSVRow, in valueColumn: Int?, _ diagnostics: inout CSVDiagnostics
    ) -> FactValue? {
        let position = part.field == .value ? valueColumn : row.columns.position(part.field)
        if part.field == .name, position == nil, let valueColumn { return .text(header(valueColumn, row)) }
        guard let column = position, let cell = row.cell(column) else {
            // A unit that stands beside the number itself.
            if part.field == .unit, let cell = valueColumn.flatMap(row.cell) { return .text(CSVUnitSign.split(row.text(cell)).sign) }
            return Self.unknown(part.kind)
        }
        switch part.kind {
        case .text:
            let code = row.code(part.field, &names)
            return .text(names[code])
        case .key: return .text(row.text(cell))
        case .keys:
            return .text(row.text(cell).split { $0 == " " || $0 == "," || $0 == ";" }.joined(separator: " "))
        case .instant:
            guard let instant = row.instant(part.field) else {
                Self.refuseDate(part.field, row, &diagnostics, mask: mask)
                return nil
            }
            return .date(instant)
        case .number(let isSigned):
            guard let number = Self.number(row, column, isSigned: isSigned) else {
                if let complaint = row.number(in: column)?.complaint, complaint != "is negative" || !isSigned {
                    Self.refuseNumber(part.field, in: column, row, .skipped, &diagnostics, mask: mask)
                } else {
                    Self.skip(row, part.field, "no-such-number", "The number cannot be read.", &diagnostics)
                }
                return nil
            }
            return .text("\(number)")
        case .flag:
            switch row.text(cell).lowercased() {
            case "true", "yes", "y", "1": return .integer(1)
            case "false", "no", "n", "0": return .integer(0)
            default:
                Self.skip(row, part.field, "no-such-flag", "The text is neither yes nor no.", &diagnostics)
                return nil
            }
        }
    }

    private static func unknown(_ kind: CSVSettings.Shape.Part.Kind) -> FactValue {
        switch kind {
        case .instant, .flag: .unknown
        case .key, .keys, .text, .number: .text("")
        }
    }

    /// A measure that is named by its column, masked.
    private mutating func header(_ column: Int, _ row: CSVRow) -> String {
        if let known = headers[column] { return known }
        let name = mask(row.columns.header(column))
        headers[column] = name
        return name
    }

    /// A number as `number_format` says it is written; else a decimal number, whose comma is a decimal point where no sign between
    /// thousands can be meant.
    private static func number(_ row: CSVRow, _ column: Int, isSigned: Bool) -> Double? {
        guard let cell = row.cell(column) else { return nil }
        // An amount of money may have its sign, and a measure that of a share.
        let (split, sign) = CSVUnitSign.split(row.text(cell))
        var text = isSigned || sign != "%" ? split : row.text(cell)
        if let format = row.numberFormat {
            guard let plain = format.plain(text.utf8) else { return nil }
            text = String(decoding: plain, as: UTF8.self)
        }
        let isPlain = text.utf8.allSatisfy { $0 &- 48 < 10 || [43, 45, 46, 69, 101].contains($0) }
        let number: Double?
        if isPlain {
            number = Double(text)
        } else {
            let bytes = Array(text.utf8)
            let isNegative = bytes.first == 45
            guard bytes.count > (isNegative ? 1 : 0),
                case .value(let value) = CSVNumber(bytes, (isNegative ? 1 : 0)..<bytes.count)
            else { return nil }
            number = isNegative ? -value : value
        }
        guard let number, number.isFinite, isSigned || number >= 0 else { return nil }
        return number
    }

    mutating func finish(_ diagnostics: inout CSVDiagnostics) {
        let refused = doubts.refused(&diagnostics)
        let kept = rows.indices.filter { !refused.contains($0) }
        (rows, ids, lines) = (kept.map { rows[$0] }, kept.map { ids[$0] }, kept.map { lines[$0] })
    }

    var groupCount: Int { Self.groupCount(rows.count) }

    func group(_ index: Int, origin: String) -> FactBatch {
        var batch = FactBatch(shape.family, origin: origin)
        let first = index * Self.groupSize
        for row in first..<min(first + Self.groupSize, rows.count) { batch.append(id: ids[row], row: rows[row]) }
        return batch
    }

    func hasItem(_ key: String) -> Bool { false }

    var summary: String {
        let words = shape.rawValue.split(separator: "_").joined(separator: " ")
        return "\(rows.count) \(words)\(rows.count == 1 ? "" : "s")"
    }
}
