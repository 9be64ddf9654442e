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

    mutating func kind(of item: Int, _ items: borrowing ItemHistories, changed: [String]) -> WorkKind {
        let (type, labels) = (items.type.code(item), items.labels.code(item))
        if looksFurther { return look(item, items, changed) }
        if labels < 0 {
            let place = Int(type) + 1
            while ofType.count <= place { ofType.append(nil) }
            if let kind = ofType[place] { return kind }
            let kind = look(item, items, changed)
            ofType[place] = kind
            return kind
        }
        let code = Int64(type) << 32 | Int64(labels)
        if let kind = known[code] { return kind }
        let kind = look(item, items, changed)
        known[code] = kind
        return kind
    }

    private func look(_ item: Int, _ items: borrowing ItemHistories, _ changed: [String]) -> WorkKind {
        let labels = items.labels[item].split(separator: "\u{1f}").map(String.init)
        return interpretation.workKind(type: items.type[item], labels: labels, title: items.title[item], changed: changed)
    }
}
