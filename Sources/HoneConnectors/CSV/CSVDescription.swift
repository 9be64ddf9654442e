internal import HoneFacts

/// What a row that is a change of status says of its item, in codes of its texts.
struct CSVDescription {
    /// The kind of item, which many items share.
    struct Kind: Hashable {
        var type: Int32 = 0
        var labels: Int32 = 0
        var stream: Int32 = 0
        var reason: Int32 = 0
    }

    var kind = Kind()
    var title: Int32 = 0
    var requestedAt = Instant.missing
}

/// The descriptions of all items. Items share what is the same for thousands, and nothing is kept of what no row says.
struct CSVDescriptions {
    private var kinds = [CSVDescription.Kind()]
    private var codes: [CSVDescription.Kind: Int32] = [CSVDescription.Kind(): 0]
    /// Codes of the kinds that new items had last, by what tells most of them apart.
    private var recent = [Int32](repeating: 0, count: 256)
    /// By item; empty until one has any.
    private var titles: [Int32] = []
    private var requestedAt: [Int64] = []

    /// - Parameter kind: the code that the item's kind got.
    subscript(item: Int, kind: Int32) -> CSVDescription {
        CSVDescription(
            kind: kinds[Int(kind)], title: item < titles.count ? titles[item] : 0,
            requestedAt: item < requestedAt.count ? requestedAt[item] : Instant.missing)
    }

    /// Keeps what the latest row says of an item, and makes `kind` the code of its kind. Complexity: O(1).
    @inline(__always)
    mutating func describe(_ item: Int, _ kind: inout Int32, as description: CSVDescription) {
        if kinds[Int(kind)] != description.kind { kind = code(adding: description.kind) }
        if item < titles.count || description.title != 0 { Self.set(description.title, &titles, item, rest: 0) }
        if item < requestedAt.count || description.requestedAt != Instant.missing {
            Self.set(description.requestedAt, &requestedAt, item, rest: Instant.missing)
        }
    }

    private static func set<Value>(_ value: Value, _ column: inout [Value], _ item: Int, rest: Value) {
        while column.count <= item { column.append(rest) }
        column[item] = value
    }

    private mutating func code(adding kind: CSVDescription.Kind) -> Int32 {
        let place = Int(kind.type &* 16 ^ kind.stream) & 255
        if kinds[Int(recent[place])] == kind { return recent[place] }
        let code = codes[kind] ?? Int32(kinds.count)
        if Int(code) == kinds.count {
            codes[kind] = code
            kinds.append(kind)
        }
        recent[place] = code
        return code
    }
}
