/// The rows of an event log with those of one item together, as some trackers export them.
package enum ItemGrouping {
    /// Rows of a CSV file with a header and without quotes, by the text of their first field; rows of one item keep their order.
    package static func grouped(_ csv: String) -> String {
        var lines = csv.utf8.split(separator: UInt8(ascii: "\n"))[...]
        guard let header = lines.popFirst() else { return "" }
        let items = Dictionary(grouping: lines) { Substring($0.prefix { $0 != UInt8(ascii: ",") }) }
        var text = String(Substring(header)) + "\n"
        for (_, rows) in items.sorted(by: { $0.key < $1.key }) {
            for row in rows { text += Substring(row) + "\n" }
        }
        return text
    }
}
