import Testing

@testable import HoneFacts

/// The statuses that an item was created in come before all of its moves, whatever day it says that it was created on, and in
/// whatever order the facts came.
@Suite struct CreationOrderTests {
    private static let interpretation = Interpretation(
        stages: StageMap(
            [Stage(name: "Open", kind: .backlog), Stage(name: "Doing", kind: .active), Stage(name: "Closed", kind: .done)],
            commitment: "Doing"))

    /// Created on the 10th, at work from the 5th to the 12th; the rows say so in one of all orders.
    private static func fold(_ rows: [(status: String, day: String?)], blocked: Bool) throws -> ItemHistories {
        func raw(_ day: String) throws -> Int64 { try #require(Instant(iso: "2026-01-\(day)T08:00:00Z")).rawValue }
        var items = FactBatch(byColumns: .item, origin: "jira")
        items.append(integers: ["requested_at": try raw("10")], texts: ["key": "A-1", "shape": "transitions"])
        var transitions = FactBatch(byColumns: .transition, origin: "jira")
        for row in rows {
            let integers: [String: Int64] = if let day = row.day { ["changed_at": try raw(day), "ordinal": 1] } else { ["ordinal": -1] }
            transitions.append(integers: integers, texts: ["item": "A-1", "status": row.status])
        }
        var blocks = FactBatch(byColumns: .block, origin: "jira")
        if blocked { blocks.append(integers: ["blocked_at": try raw("07"), "unblocked_at": try raw("13")], texts: ["item": "A-1"]) }
        let facts = FactTables([.item: [items], .transition: [transitions], .block: [blocks]])
        return HoneFacts.fold(facts, interpretation, now: try raw("20") / 2).items
    }

    private static func orders<Element>(_ elements: [Element]) -> [[Element]] {
        guard let last = elements.last else { return [[]] }
        return orders(elements.dropLast()).flatMap { order in
            (0...order.count).map { place in Array(order[..<place]) + [last] + Array(order[place...]) }
        }
    }

    @Test(arguments: 1...3, [false, true]) func `ways go forward in time, and time at work is what the moves say`(
        pages: Int, blocked: Bool
    ) throws {
        let created = [(status: String, day: String?)](repeating: ("Open", nil), count: pages)
        for rows in Self.orders([("Doing", "05"), ("Closed", "12")] + created) {
            let items = try Self.fold(rows, blocked: blocked)
            let stays = items.visits(of: 0)
            #expect(zip(stays, stays.dropFirst()).allSatisfy { $0.enteredAt <= $1.enteredAt })
            #expect(stays.map { items.stages[$0.stage].name } == ["Open", "Doing", "Closed"])
            #expect(items.processSeconds[0] == 7 * 86_400 && items.blockedSeconds[0] == (blocked ? 5 * 86_400 : 0))
            #expect(items.activeSeconds[0] == (blocked ? 2 : 7) * 86_400)
        }
    }
}
