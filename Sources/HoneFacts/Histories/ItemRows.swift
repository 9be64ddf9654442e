/// Rows of items by any name that facts use for them.
struct ItemRows {
    private var byOrigin: [String: [String: Int]] = [:]
    /// Of trackers whose keys carry their project (`ABC-12`), which are unique wherever they come from.
    private var byKey: [String: Int] = [:]

    init(_ items: ItemHistories) {
        for row in 0..<items.count {
            for alias in items.aliases[row].split(separator: " ") { add(String(alias), row, items.origin[row]) }
        }
        // A key that is in use goes before an alias.
        for row in 0..<items.count { add(items.key[row], row, items.origin[row]) }
    }

    private mutating func add(_ name: String, _ row: Int, _ origin: String) {
        byOrigin[origin, default: [:]][name] = row
        if name.utf8.contains(UInt8(ascii: "-")) { byKey[name] = row }
    }

    /// The item of a tracker by a key or another name of it.
    func row(ofKey key: String, origin: String) -> Int? { byOrigin[origin]?[key] }

    /// The item of any tracker by a key such as `ABC-12`.
    func row(ofKey key: String) -> Int? { byKey[key] }
}
