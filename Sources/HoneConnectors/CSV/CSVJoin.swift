/// Another file that brings more about the items of a file: its rows name them by key.
package struct CSVJoin: Hashable, Sendable {
    /// As configured; relative paths start in the folder of `hone.yaml`.
    let path: String
    /// Its columns, with the one that holds the key.
    let columns: [CSVField: String]
    /// What several of its rows with one key say of numbers.
    let repeats: CSVRepeat
    /// Nil: that of the first file.
    let dateFormat: DateFormat?
    let filter: CSVFilter

    init(
        csv path: String, key: String, columns: [CSVField: String], repeats: CSVRepeat, dateFormat: DateFormat?, filter: CSVFilter
    ) {
        self.path = path
        self.columns = columns.merging([.key: key]) { $1 }
        self.repeats = repeats
        self.dateFormat = dateFormat
        self.filter = filter
    }
}

/// What the numbers of several rows with one key mean.
package enum CSVRepeat: String, CaseIterable, Sendable {
    /// Each row says the numbers of the item again.
    case item
    /// Each row brings numbers of its own, which add up.
    case row
    /// Each row brings logged time of its own, and says the estimate of the item again.
    case loggedByRow = "logged-by-row"
}
