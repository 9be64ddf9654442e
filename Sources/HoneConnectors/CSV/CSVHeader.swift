internal import HoneFacts

/// The column names of an export, and how a configured name finds its column.
struct CSVHeader: Sendable {
    let names: [String]

    init(_ records: CSVRecords) {
        names = (0..<records.fieldCount(0)).map { records.text(0, $0) }
    }

    init(names: [String]) {
        self.names = names
    }

    /// Columns of exactly that name, else of that name without regard to case, spaces, dots, hyphens and underscores.
    func columns(named name: String) -> [Int] {
        let exact = names.indices.filter { names[$0] == name }
        if !exact.isEmpty { return exact }
        let plain = Self.plain(name)
        return plain.isEmpty ? [] : names.indices.filter { Self.plain(names[$0]) == plain }
    }

    /// Columns of a name, and for `name*` all columns whose names begin so.
    func columns(ofList name: String) -> [Int] {
        let named = columns(named: name)
        guard named.isEmpty, name.hasSuffix("*") else { return named }
        return names.indices.filter { names[$0].hasPrefix(name.dropLast()) }
    }

    /// The present name with the fewest letters to change, where at least half of them can stay.
    func closest(to name: String) -> String? {
        let wanted = String(Self.plain(name).prefix(64))
        var best: (name: String, distance: Int)?
        for candidate in names.prefix(500) where !candidate.isEmpty {
            let letters = String(Self.plain(candidate).prefix(64))
            let distance = EditDistance.between(wanted, letters)
            guard distance * 2 <= max(wanted.count, letters.count), distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// A name without case, spaces, dots, hyphens and underscores.
    static func plain(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace && $0 != "." && $0 != "_" && $0 != "-" })
    }
}
