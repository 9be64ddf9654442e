package import HoneFacts

/// Reads what an export says of itself (statuses, types, reasons) and proposes what they mean. Every proposal is a guess.
package struct ProposeMapping: Sendable {
    package private(set) var stages: [Stage] = []
    package private(set) var commitment: String?
    /// The source's types with their counts, most frequent first.
    package private(set) var types: [(name: String, count: Int)] = []
    package private(set) var reasons: [(name: String, count: Int)] = []
    /// The source's labels with their counts, most frequent first.
    package private(set) var labels: [(name: String, count: Int)] = []
    /// The statuses that items are in now, with their counts, most frequent first.
    package private(set) var statuses: [(name: String, count: Int)] = []

    /// How many days the sprints of the source take and when the last one began; nil where most of them take other times.
    package private(set) var iteration: (days: Int, startsOn: CalendarDay)?

    /// - Parameter facts: of one export.
    /// - Complexity: O(facts).
    package init(_ facts: FactTables, _ zone: ZoneTable) {
        iteration = Self.iteration(facts[.iteration], zone)
        var counts: [String: [String: Int]] = [:]
        var categories: [String: String] = [:]
        var itemCount = 0
        for batch in facts[.item] {
            itemCount += batch.count
            for column in ["type", "reason", "status", "labels"] { Self.count(batch.texts(column), in: &counts[column, default: [:]]) }
            categories.merge(StatusOrder.categories(of: batch)) { $1 }
        }
        let order = StatusOrder(facts[.transition])
        categories.merge(order.categories) { $1 }
        types = Self.mostFirst(counts["type"])
        reasons = Self.mostFirst(counts["reason"])
        statuses = Self.mostFirst(counts["status"])
        // Where most items have a type, the type says what they are for, and labels say other things.
        if types.reduce(0, { $0 + $1.count }) * 2 < itemCount { labels = Self.mostFirst(counts["labels"]) }
        let met = order.names
        // A service's own open and closed are no steps of a team.
        guard !met.allSatisfy({ ["open", "closed"].contains($0) }) else { return }
        let kinds = met.map { (name: $0, kind: Self.stageKind($0, category: categories[$0] ?? "")) }
        stages = [Stage.Kind.backlog, .wait, .done, .cancelled].flatMap { kind in
            // Waiting and active stages keep the order in which items meet them.
            kinds.filter { kind == .wait ? $0.kind == .wait || $0.kind == .active : $0.kind == kind }
                .map { Stage(name: $0.name, kind: $0.kind, group: Self.group($0.name, $0.kind)) }
        }
        commitment = (stages.first { $0.kind == .active } ?? stages.first { $0.kind == .wait })?.name
    }

    /// From the days between the beginnings of two sprints; two of one day, as of two teams, are one.
    private static func iteration(_ batches: FactBatches, _ zone: ZoneTable) -> (days: Int, startsOn: CalendarDay)? {
        let starts = batches.flatMap { $0.integers("started_at") }.filter { $0 != Instant.missing }.map { zone.day(Instant(rawValue: $0)) }
        let days = Set(starts).sorted()
        let gaps = zip(days, days.dropFirst()).map { $1 - $0 }
        let counts = Dictionary(gaps.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= 2, most.value * 2 > gaps.count,
            let last = gaps.lastIndex(of: most.key).map({ days[$0 + 1] })
        else { return nil }
        return (most.key, last)
    }

    /// Adds how many rows have each text; labels, which stand in one, are taken apart.
    private static func count(_ column: TextColumn, in counts: inout [String: Int]) {
        for (code, count) in column.countByCode {
            for text in column.table[code].split(separator: "\u{1f}") { counts[String(text), default: 0] += count }
        }
    }

    private static func mostFirst(_ counts: [String: Int]?) -> [(name: String, count: Int)] {
        (counts ?? [:]).map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private static let words: [(kind: Stage.Kind, words: [String])] = [
        (.cancelled, ["cancel", "reject", "drop", "declin", "abandon", "won't", "wont", "duplicate", "removed", "withdrawn", "invalid"]),
        (.wait, ["ready", "queue", "wait", "block", "hold", "pending", "to test", "for review", "for test", "stalled", "reopen"]),
        (.done, ["done", "closed", "resolved", "finish", "complete", "released", "deployed", "accepted", "shipped", "live"]),
        (.backlog, ["backlog", "idea", "new", "open", "todo", "to do", "proposed", "triage", "funnel", "inbox", "request", "selected"]),
    ]

    /// A guess from what the tracker says of a status and from its words; what neither tells is active.
    static func stageKind(_ status: String, category: String = "") -> Stage.Kind {
        let status = status.lowercased()
        let worded = words.first { $0.words.contains { status.contains($0) } }?.kind
        switch category {
        case "new": return worded == .cancelled || worded == .wait ? worded ?? .backlog : .backlog
        case "done": return worded == .cancelled ? .cancelled : .done
        case "active": return worded == .wait ? .wait : .active
        default: return worded ?? .active
        }
    }

    /// Steps that bring finished work to its users belong to the product, not to the prototype.
    private static func group(_ status: String, _ kind: Stage.Kind) -> Stage.Group? {
        let status = status.lowercased()
        let isShipping = ["release", "deploy", "staging", "rollout", "publish"].contains { status.contains($0) }
        return isShipping && (kind == .wait || kind == .active) ? .product : nil
    }

    /// A guess from the words in a type or a label; nil where none fits.
    package static func workKind(ofType type: String) -> WorkKind? {
        // Words count where they begin: `createStyle` is no test.
        let plain = " " + String(type.lowercased().map { $0.isLetter ? $0 : " " })
        return kindWords.first { $0.words.contains { plain.contains(" " + $0) } }?.kind
    }

    private static let kindWords: [(kind: WorkKind, words: [String])] = [
        (.legacyBug, ["legacy bug"]),
        (.bug, ["bug", "defect", "fault", "incident", "regression", "crash"]),
        (.tool, ["build maintenance"]),
        (.refactoring, ["refactor", "debt", "cleanup", "clean up", "code quality", "technical task", "maintenance"]),
        (
            .tool,
            ["infrastructure", "build", "tool", "pipeline", "devops", "ci cd", "continuous integration", "dependencies", "dependabot"]
        ),
        (.process, ["process", "retro", "kaizen", "workflow"]),
        (.feature, ["story", "feature", "epic", "enhancement", "requirement", "improvement", "new function"]),
        (.other, ["documentation", "docs", "question", "support", "test", "task", "spike"]),
    ]
}
