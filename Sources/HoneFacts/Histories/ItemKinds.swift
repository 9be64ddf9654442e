/// Work kinds of items. Most items share their type and labels with many others, and are asked about once.
struct ItemKinds {
    private let interpretation: Interpretation
    /// Whether more than type and labels decides.
    private let looksFurther: Bool
    private var known: [Int64: WorkKind] = [:]

    init(_ interpretation: Interpretation) {
        self.interpretation = interpretation
        looksFurther = interpretation.workKindRules.contains { !$0.titles.isEmpty || !$0.paths.isEmpty }
    }

    mutating func kind(of item: Int, _ items: borrowing ItemHistories, changed: [String]) -> WorkKind {
        let code = Int64(items.type.code(item)) << 32 | Int64(UInt32(bitPattern: items.labels.code(item)))
        if !looksFurther, let kind = known[code] { return kind }
        let labels = items.labels[item].split(separator: "\u{1f}").map(String.init)
        let kind = interpretation.workKind(type: items.type[item], labels: labels, title: items.title[item], changed: changed)
        if !looksFurther { known[code] = kind }
        return kind
    }
}
