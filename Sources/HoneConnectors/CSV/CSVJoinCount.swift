internal import HoneFacts

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
        var text =
            "\(CountText.grouped(matchedCount)) match \(CountText.counted(met, "item")); \(CountText.counted(hasItem.count - met, "item")) without a row"
        if strayCount > 0 { text += "; \(CountText.counted(strayCount, "row")) with the key of no item" }
        if emptyCount > 0 { text += "; \(CountText.counted(emptyCount, "row")) with nothing that is mapped" }
        return text
    }
}
