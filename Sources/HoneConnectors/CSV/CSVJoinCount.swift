/// How the rows of another file and the items of the first met.
struct CSVJoinCount {
    /// By position of the item.
    var hasItem: [Bool]
    var matchedCount = 0
    /// Rows whose key no item has.
    var strayCount = 0
    /// Rows of items in which no mapped field is known.
    var emptyCount = 0

    init(itemCount: Int) {
        hasItem = [Bool](repeating: false, count: itemCount)
    }

    var summary: String {
        let met = hasItem.count { $0 }
        var text = "\(matchedCount) match \(met) items; \(hasItem.count - met) items have no row"
        if strayCount > 0 { text += "; \(strayCount) rows have the key of no item" }
        if emptyCount > 0 { text += "; \(emptyCount) rows say nothing that is mapped" }
        return text
    }
}
