import HoneFacts
import HoneReport

/// The sample product's issues as a Jira would export them: one a line, with changelog, work logs and sprints.
struct DemoTracker {
    let simulation: DemoSimulation

    var lines: String { simulation.items.map { issue($0).line + "\n" }.joined() }

    static func time(_ seconds: Int64) -> String { Instant(seconds: seconds).description.replacing("Z", with: ".000+0000") }

    private func issue(_ item: DemoItem) -> JSON {
        let status = item.entered.last?.status ?? "Backlog"
        var fields: [(String, JSON)] = [
            ("summary", .text(item.title)), ("issuetype", .object([("name", .text(item.kind.rawValue))])),
            ("status", Self.status(status)), ("created", .text(Self.time(item.createdAt))),
            ("resolutiondate", .optional(item.closedAt.map(Self.time))),
            ("resolution", item.closedAt == nil ? .null : .object([("name", .text(item.reason.isEmpty ? "Fixed" : item.reason))])),
            ("customfield_10020", item.sprint < 0 ? .null : .array([sprint(item.sprint)])),
        ]
        if item.workedSeconds > 0, item.at("In review") != nil { fields.append(("timespent", .integer(item.workedSeconds))) }
        return .object([
            ("id", .text(String(10_000 + item.number))), ("key", .text(item.key)), ("fields", .object(fields)),
            ("changelog", changelog(item)),
        ])
    }

    private static func status(_ name: String) -> JSON {
        let category = name == "Backlog" ? "new" : name == "Done" ? "done" : "indeterminate"
        return .object([("name", .text(name)), ("statusCategory", .object([("key", .text(category))]))])
    }

    private func sprint(_ index: Int) -> JSON {
        let (start, end) = (simulation.sprints[index], simulation.sprints[index] + 14 * DemoSimulation.day - 3600)
        let isOver = end <= simulation.now
        return .object([
            ("id", .integer(index + 1)), ("name", .text("Sprint \(index + 1)")), ("state", .text(isOver ? "closed" : "active")),
            ("startDate", .text(Self.time(start))), ("endDate", .text(Self.time(end))),
            ("completeDate", isOver ? .text(Self.time(end)) : .null),
        ])
    }

    private func changelog(_ item: DemoItem) -> JSON {
        var changes: [(at: Int64, field: String, from: String, fromName: String, to: String, toName: String)] = []
        for (before, after) in zip(item.entered, item.entered.dropFirst()) {
            changes.append((after.at, "status", "", before.status, "", after.status))
        }
        if item.sprint >= 0, let pulledAt = item.at("Ready") {
            changes.append((pulledAt, "Sprint", "", "", String(item.sprint + 1), "Sprint \(item.sprint + 1)"))
        }
        if let flagged = item.flagged {
            changes.append((flagged.lowerBound, "Flagged", "", "", "", "Impediment"))
            changes.append((flagged.upperBound, "Flagged", "", "Impediment", "", ""))
        }
        let histories = changes.sorted { ($0.at, $0.field) < ($1.at, $1.field) }.enumerated().map { index, change in
            JSON.object([
                ("id", .text(String(item.number * 100 + index))), ("created", .text(Self.time(change.at))),
                (
                    "items",
                    .array([
                        .object([
                            ("field", .text(change.field)), ("from", .text(change.from)), ("fromString", .text(change.fromName)),
                            ("to", .text(change.to)), ("toString", .text(change.toName)),
                        ])
                    ])
                ),
            ])
        }
        return .object([
            ("startAt", .integer(0)), ("maxResults", .integer(histories.count)), ("total", .integer(histories.count)),
            ("histories", .array(histories)),
        ])
    }
}
