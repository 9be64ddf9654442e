package import HoneFacts

/// Reads what an export says of itself (statuses, types, reasons) and proposes what they mean. Every proposal is a guess.
package struct ProposeMapping: Sendable {
    package private(set) var stages: [Stage] = []
    package private(set) var commitment: String?
    /// The source's types with their counts, most frequent first.
    package private(set) var types: [(name: String, count: Int)] = []
    package private(set) var reasons: [(name: String, count: Int)] = []

    /// - Parameter facts: of one export.
    package init(_ facts: FactTables) {
        types = Self.counts(facts[.item].map { $0.texts("type") })
        reasons = Self.counts(facts[.item].map { $0.texts("reason") })
        let statuses = Self.statusOrder(facts[.transition])
        guard !statuses.isEmpty else { return }
        let kinds = statuses.map { (name: $0, kind: Self.stageKind($0)) }
        stages = [Stage.Kind.backlog, .wait, .done, .cancelled].flatMap { kind in
            // Waiting and active stages keep the order in which items meet them.
            kinds.filter { kind == .wait ? $0.kind == .wait || $0.kind == .active : $0.kind == kind }
                .map { Stage(name: $0.name, kind: $0.kind) }
        }
        commitment = (stages.first { $0.kind == .active } ?? stages.first { $0.kind == .wait })?.name
    }

    private static func counts(_ columns: [TextColumn]) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for column in columns {
            for code in column.codes where !column.values[Int(code)].isEmpty { counts[column.values[Int(code)], default: 0] += 1 }
        }
        return counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    /// Statuses by the mean place in which items enter them.
    private static func statusOrder(_ batches: [FactBatch]) -> [String] {
        var places: [String: (sum: Int, count: Int)] = [:]
        for batch in batches {
            let (item, status) = (batch.texts("item"), batch.texts("status"))
            let (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
            let order = (0..<batch.count).sorted {
                (item.codes[$0], changedAt[$0], ordinal[$0]) < (item.codes[$1], changedAt[$1], ordinal[$1])
            }
            var place = 0
            for (position, row) in order.enumerated() {
                place = position > 0 && item.codes[order[position - 1]] == item.codes[row] ? place + 1 : 0
                places[status[row], default: (0, 0)].sum += place
                places[status[row], default: (0, 0)].count += 1
            }
        }
        return places.sorted {
            let (left, right) = (Double($0.value.sum) / Double($0.value.count), Double($1.value.sum) / Double($1.value.count))
            return (left, $0.key) < (right, $1.key)
        }.map(\.key)
    }

    private static let words: [(kind: Stage.Kind, words: [String])] = [
        (.cancelled, ["cancel", "reject", "drop", "declin", "abandon", "won't", "wont", "duplicate", "removed", "withdrawn", "invalid"]),
        (.wait, ["ready", "queue", "wait", "block", "hold", "pending", "to test", "for review", "for test", "stalled", "reopen"]),
        (.done, ["done", "closed", "resolved", "finish", "complete", "released", "deployed", "accepted", "shipped", "live"]),
        (.backlog, ["backlog", "idea", "new", "open", "todo", "to do", "proposed", "triage", "funnel", "inbox", "request", "selected"]),
    ]

    /// A guess from the words in the status; what no word fits is active.
    static func stageKind(_ status: String) -> Stage.Kind {
        let status = status.lowercased()
        return words.first { $0.words.contains { status.contains($0) } }?.kind ?? .active
    }

    /// A guess from the words in a type; nil where none fits.
    package static func workKind(ofType type: String) -> WorkKind? {
        let type = type.lowercased()
        func has(_ words: String...) -> Bool { words.contains { type.contains($0) } }
        if has("bug", "defect", "fault", "incident") { return .bug }
        if has("refactor", "debt", "cleanup", "clean-up") { return .refactoring }
        if has("infrastructure", "build", "tool", "pipeline", "devops") { return .tool }
        if has("process", "retro", "kaizen") { return .process }
        if has("story", "feature", "epic", "enhancement", "requirement") { return .feature }
        return nil
    }
}
