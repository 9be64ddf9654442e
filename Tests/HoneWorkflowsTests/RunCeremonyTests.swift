import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneWorkflows

@Suite struct RunCeremonyTests {
    /// A log, and whoever runs ceremonies in it on a day of November 2026.
    struct Room {
        let log = MemoryDecisionLog(writer: "here", digest: .forTests)
        static let start = (Instant(iso: "2026-11-01T09:00:00Z") ?? Instant(seconds: 0)).seconds

        static func day(_ number: Int) -> CalendarDay { ZoneTable.utc.day(atSeconds: start) + (number - 1) }

        func on(_ day: Int) -> RunCeremony { RunCeremony(log: log, zone: .utc, now: Self.start + Int64(day - 1) * 86_400) }

        func close(
            _ day: Int, _ titles: [String] = [], heldOn: CalendarDay? = nil, dueOn: CalendarDay? = nil, again: [Int] = [],
            attended: Int? = nil
        ) async throws -> [Improvement] {
            try await on(day).close(
                .retrospective, on: heldOn, titles: titles, dueOn: dueOn, again: again, attended: attended, role: "team")
        }

        func open(_ day: Int, _ kind: Ceremony.Kind = .retrospective, signal: String = "") async throws {
            try await on(day).open(kind, signal: signal, role: "team")
        }

        func skip(_ day: Int, _ reason: String = "release week") async throws {
            try await on(day).skip(.retrospective, on: nil, reason: reason, role: "team")
        }

        func record() async throws -> CeremonyRecord { try await on(1).agreements().record.ceremonyRecord }

        func words(_ day: Int) async throws -> [String: String] {
            let record = try await on(day).agreements().record
            let health = LoopHealth(record, iterations: nil, today: Self.day(day), zone: .utc)
            return Dictionary(LoopHealthWords(health, .scrum).lines.map { ($0.label, $0.text) }, uniquingKeysWith: { $0 + "; " + $1 })
        }
    }

    @Test func `what is opened is closed on its day with what it takes on, and that is listed and followed`() async throws {
        let room = Room()
        try await room.open(2)
        #expect(try await room.record().open[.retrospective]?.openedOn == Room.day(2))
        let taken = try await room.close(4, ["One review at a time", "Quiet mornings"], dueOn: Room.day(20), attended: 6)
        #expect(taken.map(\.title) == ["One review at a time", "Quiet mornings"])
        #expect(taken.allSatisfy { $0.listing?.notedOn == Room.day(2) && $0.listing?.dueOn == Room.day(20) && $0.isOpen })
        let record = try await room.record()
        #expect(record.held == [Ceremony(.retrospective, heldOn: Room.day(2))] && record.open.isEmpty && record.lapsed.isEmpty)
        // Two weeks later the first is listed again and nothing else is new.
        let none = try await room.close(16, again: [1])
        #expect(none.isEmpty)
        let health = LoopHealth(try await room.on(16).agreements().record, iterations: nil, today: Room.day(16), zone: .utc)
        #expect(health.followThrough.noted == 2 && health.followThrough.open == 2 && health.followThrough.carriedOver == 1)
        #expect(health.followThrough.openAges == [14, 14] && health.followThrough.notYetDue == 2)
        #expect(try await room.on(16).agreements().setAside.isEmpty)
    }

    @Test(arguments: 0...5)
    func `it takes on three at most, and where it is too much nothing is recorded`(count: Int) async throws {
        let room = Room()
        let titles = (0..<count).map { "change \($0)" }
        if count > RunCeremony.most {
            await #expect(throws: Refusal.self) { try await room.close(3, titles) }
            #expect(try await room.log.decisions().isEmpty)
        } else {
            #expect(try await room.close(3, titles).count == count)
        }
    }

    @Test func `what cannot be listed again, a day to come and a day before the opening are refused whole`() async throws {
        let room = Room()
        await #expect(throws: Refusal.self) { try await room.close(3, ["x"], again: [1]) }
        await #expect(throws: Refusal.self) { try await room.close(3, ["x"], heldOn: Room.day(4)) }
        #expect(try await room.log.decisions().isEmpty)
        try await room.open(3)
        await #expect(throws: Refusal.self) { try await room.close(5, ["x"], heldOn: Room.day(2)) }
        #expect(try await room.log.decisions().count == 1)
    }

    @Test func `one that nobody closes lapses after seven days and no earlier`() async throws {
        let room = Room()
        try await room.open(1)
        await #expect(throws: Refusal.self) { try await room.open(8) }
        #expect(try await room.words(8)["lapsed"] == nil)
        #expect(try await room.words(9)["lapsed"] == "1 opened and not closed within 7 days")
        // Closing after that tells of another one, held that day; the first stays lapsed.
        _ = try await room.close(9)
        #expect(try await room.record().held == [Ceremony(.retrospective, heldOn: Room.day(9))])
        #expect(try await room.words(9)["lapsed"] == "1 opened and not closed within 7 days")
        try await room.open(10)
        #expect(try await room.record().lapsed.map(\.openedOn) == [Room.day(1)])
    }

    @Test func `skipped on purpose and lapsed look different`() async throws {
        let (skipped, lapsed) = (Room(), Room())
        for room in [skipped, lapsed] { try await room.open(1) }
        try await skipped.skip(2)
        let (one, other) = (try await skipped.words(12), try await lapsed.words(12))
        #expect(one["skipped"] == "2 Nov 2026, on purpose: release week" && one["lapsed"] == nil)
        #expect(other["skipped"] == nil && other["lapsed"] == "1 opened and not closed within 7 days")
        // What lapsed before is not made good by skipping the next one.
        try await lapsed.skip(12)
        let both = try await lapsed.words(12)
        #expect(both["lapsed"] == "1 opened and not closed within 7 days" && both["skipped"] != nil)
    }

    @Test func `a skip needs a reason`() async throws {
        let room = Room()
        await #expect(throws: Refusal.self) { try await room.skip(1, "") }
        #expect(try await room.log.decisions().isEmpty)
    }

    @Test func `how many came is shown over time, never who`() async throws {
        let room = Room()
        for (day, came) in [(1, 6), (8, nil), (15, 4)] { _ = try await room.close(day, attended: came) }
        #expect(try await room.words(15)["came"] == "6, 4 came (oldest first); of 1 nobody says")
        #expect(try await room.on(15).agreements().record.attended(on: Room.day(15)) == [4])
        let silent = Room()
        _ = try await silent.close(1)
        #expect(try await silent.words(1)["came"] == nil)
    }

    @Test func `kinds do not stand in each other's way, and a signal is kept`() async throws {
        let room = Room()
        try await room.open(1)
        try await room.open(1, .kaizen, signal: "cycle-time")
        #expect(try await room.record().open[.kaizen]?.signal == "cycle-time")
        _ = try await room.close(2)
        #expect(try await room.record().open.keys.sorted { $0.rawValue < $1.rawValue } == [.kaizen])
    }
}
