import HoneFacts
import HoneReport
import HoneStatistics

/// The sample product's pull requests with their reviews, as exported GitHub objects: one a line.
struct DemoChanges {
    struct Change {
        let number: Int
        let item: DemoItem
        let author: String
        let openedAt: Int64
        let mergedAt: Int64?
        let reviews: [(at: Int64, reviewer: String)]
    }

    let changes: [Change]

    /// One for each item that reached a review.
    init(_ simulation: DemoSimulation) {
        var generator = SeededGenerator(seed: DemoSimulation.seed + 1)
        let people = DemoSimulation.people
        var changes: [Change] = []
        for item in simulation.items where item.kind != .task {
            guard let openedAt = item.at("In review") else { continue }
            let mergedAt = item.at("Testing")
            let author = generator.index(below: people.count)
            let end = mergedAt ?? simulation.now
            var reviews: [(at: Int64, reviewer: String)] = []
            // One in eight goes in unseen.
            if generator.index(below: 8) > 0 {
                for round in 0..<1 + generator.index(below: 2) {
                    let at = openedAt + (end - openedAt) * Int64(round + 1) / 3
                    reviews.append((at, people[(author + 1 + generator.index(below: people.count - 1)) % people.count]))
                }
            }
            changes.append(
                Change(
                    number: changes.count + 1, item: item, author: people[author], openedAt: openedAt, mergedAt: mergedAt, reviews: reviews)
            )
        }
        self.changes = changes
    }

    var lines: String { changes.map { object($0).line + "\n" }.joined() }

    private func object(_ change: Change) -> JSON {
        func time(_ seconds: Int64) -> JSON { .text(Instant(seconds: seconds).description) }
        func user(_ login: String) -> JSON { .object([("login", .text(login)), ("type", .text("User"))]) }
        let page = "https://github.com/example/shop/pull/\(change.number)"
        let pull: [(String, JSON)] = [
            ("number", .integer(change.number)), ("title", .text("\(change.item.key) \(change.item.title)")), ("html_url", .text(page)),
            ("state", .text(change.mergedAt == nil ? "open" : "closed")), ("user", user(change.author)),
            ("created_at", time(change.openedAt)), ("closed_at", change.mergedAt.map(time) ?? .null),
            ("merged_at", change.mergedAt.map(time) ?? .null), ("head", .object([("ref", .text("\(change.item.key)-work"))])),
        ]
        var events: [JSON] = []
        for (index, review) in change.reviews.enumerated() {
            let isLast = index == change.reviews.count - 1
            events.append(
                .object([
                    ("event", .text("reviewed")), ("id", .integer(change.number * 10 + index)), ("submitted_at", time(review.at)),
                    ("state", .text(isLast ? "approved" : "changes_requested")), ("user", user(review.reviewer)),
                ]))
            if !isLast {
                events.append(.object([("event", .text("head_ref_force_pushed")), ("created_at", time(review.at + 1800))]))
            }
        }
        return .object([("type", .text("pull")), ("pull", .object(pull)), ("events", .array(events)), ("comments", .array([]))])
    }
}
