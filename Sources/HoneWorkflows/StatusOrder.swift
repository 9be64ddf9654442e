import HoneFacts

/// Statuses by the mean place in which items come to them: how many others an item has been in before, counted with those that it
/// was in twice.
struct StatusOrder {
    /// How many changes of status an item had so far, by the code of its key, and the numbering of the codes.
    private var passed: [Int] = []
    private var mark: TextTable.Mark?
    private var places: [String: (sum: Int, count: Int)] = [:]
    /// What the tracker itself says of its statuses: new, active or done.
    private(set) var categories: [String: String] = [:]
    /// Statuses that the log has a number for.
    private var statusCount = 0

    /// Of a long log its beginning and its end are looked at, unless there is a status that nobody is in there.
    ///
    /// - Parameter transitions: those of one item later from batch to batch, as exports have them.
    /// - Complexity: O(transitions), and O(n log n) for the n of a batch in which those of an item are out of order.
    init(_ transitions: FactBatches) {
        let ends = transitions.ends(ofRows: Self.endSize)
        for batch in ends { look(at: batch) }
        guard ends.batchCount < transitions.batchCount, mark == nil || places.count < statusCount else { return }
        (passed, mark, places) = ([], nil, [:])
        for batch in transitions { look(at: batch) }
    }

    /// What the rows of a batch say of their statuses.
    static func categories(of batch: FactBatch) -> [String: String] {
        let (status, category) = (batch.texts("status"), batch.texts("category"))
        guard category.countByCode.contains(where: { !category.table.isEmpty($0.code) }) else { return [:] }
        var categories: [String: String] = [:]
        for row in 0..<batch.count where !category.isEmpty(row) { categories[status[row]] = category[row] }
        return categories
    }

    /// Room for many items that went from the first status to the last.
    private static let endSize = 250_000

    /// From the first to the last; those of one place by name.
    var names: [String] {
        places.sorted {
            let (left, right) = (Double($0.value.sum) / Double($0.value.count), Double($1.value.sum) / Double($1.value.count))
            return (left, $0.key) < (right, $1.key)
        }.map(\.key)
    }

    private mutating func look(at batch: FactBatch) {
        let (item, status) = (batch.texts("item"), batch.texts("status"))
        categories.merge(Self.categories(of: batch)) { $1 }
        if mark == nil || mark !== item.table.mark { (passed, mark) = ([], item.table.mark) }
        passed.append(contentsOf: repeatElement(0, count: max(0, item.table.count - passed.count)))
        statusCount = status.table.texts.count { !$0.isEmpty }
        var (sums, counts) = ([Int](repeating: 0, count: status.table.count), [Int](repeating: 0, count: status.table.count))
        func count(_ row: Int) {
            let (owner, place) = (Int(item.codes[row]), Int(status.codes[row]))
            sums[place] += passed[owner]
            counts[place] += 1
            passed[owner] += 1
        }
        if let order = Self.order(of: batch, item) { order.forEach(count) } else { (0..<batch.count).forEach(count) }
        for place in counts.indices where counts[place] > 0 {
            places[status.table[Int32(place)], default: (0, 0)].sum += sums[place]
            places[status.table[Int32(place)], default: (0, 0)].count += counts[place]
        }
    }

    /// The rows in the order of time; nil where those of each item are.
    private static func order(of batch: FactBatch, _ item: TextColumn) -> [Int]? {
        let (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
        guard let least = item.codes.min(), let greatest = item.codes.max(),
            zip(changedAt, changedAt.dropFirst()).contains(where: >)
        else { return nil }
        var last = [Int32](repeating: -1, count: Int(greatest - least) + 1)
        for (row, code) in item.codes.enumerated() {
            let before = Int(last[Int(code - least)])
            if before >= 0, (changedAt[row], ordinal[row]) < (changedAt[before], ordinal[before]) {
                return (0..<batch.count).sorted { (changedAt[$0], ordinal[$0], $0) < (changedAt[$1], ordinal[$1], $1) }
            }
            last[Int(code - least)] = Int32(row)
        }
        return nil
    }
}
