/// Work kinds of items. Most items share their type and labels with many others, and are asked about once.
struct ItemKinds {
    private let interpretation: Interpretation
    /// Whether more than type and labels decides.
    private let looksFurther: Bool
    private var known: [Int64: WorkKind] = [:]
    /// Of items without labels, by type; the empty type is first.
    private var ofType: [WorkKind?] = []

    init(_ interpretation: Interpretation) {
        self.interpretation = interpretation
        looksFurther = interpretation.workKindRules.contains { !$0.titles.isEmpty || !$0.paths.isEmpty }
    }

    /// Complexity: O(items).
    mutating func kinds(of rows: Range<Int>, _ items: borrowing ItemHistories, changed: ChangedPaths) -> [WorkKind] {
        // Opened once: to look at the histories item by item is to copy all of their columns' heads.
        let (types, labels) = (items.type, items.labels)
        var kinds: [WorkKind] = []
        kinds.reserveCapacity(rows.count)
        for item in rows {
            let (type, label) = (types.code(item), labels.code(item))
            if let kind = found(type, label) {
                kinds.append(kind)
            } else {
                kinds.append(look(item, items, changed))
                keep(kinds[kinds.count - 1], type, label)
            }
        }
        return kinds
    }

    private func found(_ type: Int32, _ labels: Int32) -> WorkKind? {
        if looksFurther { return nil }
        if labels < 0 { return Int(type) + 1 < ofType.count ? ofType[Int(type) + 1] : nil }
        return known[Int64(type) << 32 | Int64(labels)]
    }

    private mutating func keep(_ kind: WorkKind, _ type: Int32, _ labels: Int32) {
        guard labels < 0 else {
            known[Int64(type) << 32 | Int64(labels)] = kind
            return
        }
        while ofType.count <= Int(type) + 1 { ofType.append(nil) }
        ofType[Int(type) + 1] = kind
    }

    private func look(_ item: Int, _ items: borrowing ItemHistories, _ changed: ChangedPaths) -> WorkKind {
        let labels = items.labels[item].split(separator: "\u{1f}").map(String.init)
        let paths = changed.isEmpty ? [] : changed.paths(ofItem: items.key[item])
        return interpretation.workKind(type: items.type[item], labels: labels, title: items.title[item], changed: paths)
    }
}
