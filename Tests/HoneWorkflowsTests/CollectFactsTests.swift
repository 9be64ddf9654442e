import HoneFacts
import HoneStore
import HoneTestSupport
import Synchronization
import Testing

@testable import HoneWorkflows

@Suite struct CollectFactsTests {
    /// A source that hands over its batches and then ends as it is told.
    struct ScriptedSource: FactSource {
        let origin: String
        var batches: [[FactBatch]]
        var position: String? = "end"
        var failure: String?
        var diagnostics: [Diagnostic] = []
        var isPartial = false
        var writtenAt: Int64?

        struct Stopped: Error, CustomStringConvertible {
            let description: String
        }

        func facts(since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void) async throws -> SourceReading {
            for group in batches { try await sink(group) }
            if let failure { throw Stopped(description: failure) }
            return SourceReading(position: position, diagnostics: diagnostics, isPartial: isPartial)
        }
    }

    static func batch(_ ids: [String], origin: String = "a") -> FactBatch {
        var batch = FactBatch(.tag, origin: origin)
        for id in ids { batch.append(id: id, texts: ["name": id]) }
        return batch
    }

    @Test func `a source that fails keeps what it stored, leaves its cursor, and does not stop the others`() async throws {
        let log = MemoryFactLog()
        let broken = ScriptedSource(origin: "a", batches: [[Self.batch(["1"])]], failure: "git died")
        let fine = ScriptedSource(origin: "b", batches: [[Self.batch(["1"], origin: "b")]])
        let outcomes = try await CollectFacts(log: log, sources: [broken, fine], now: 5).run()
        #expect(outcomes.map(\.failure) == ["git died", nil])
        #expect(outcomes.map(\.count.added) == [1, 1])
        #expect(await log.cursors().map(\.origin) == ["b"])
        #expect(try await log.read(.tag).reduce(0) { $0 + $1.count } == 2)
    }

    @Test func `a number that another sheet says otherwise is told, and kept`() async throws {
        func sheet(_ value: String) -> FactBatch {
            var batch = FactBatch(.measurement, origin: "csv:")
            batch.append(id: "Sign-ups 2", integers: ["measured_at": 2], texts: ["name": "Sign-ups", "value": value])
            return batch
        }
        let log = MemoryFactLog()
        let sources = [ScriptedSource(origin: "a", batches: [[sheet("1")]]), ScriptedSource(origin: "b", batches: [[sheet("2")]])]
        let outcomes = try await CollectFacts(log: log, sources: sources, now: 5).run()
        #expect(outcomes.map { $0.reading.diagnostics.map(\.code) } == [[], ["other-sheet"]])
        #expect(await log.cursors().map { $0.oddities.map(\.first.code) } == [[], ["other-sheet"]])
    }

    @Test func `a refused source leaves its cursor where it was`() async throws {
        let log = MemoryFactLog()
        let refusal = Diagnostic(.refused, code: "x", file: "f", message: "m", advice: "a")
        let source = ScriptedSource(origin: "a", batches: [], diagnostics: [refusal])
        let outcomes = try await CollectFacts(log: log, sources: [source], now: 5).run()
        #expect(outcomes[0].isRefused)
        #expect(await log.cursors().isEmpty)
    }

    @Test func `reading again adds nothing`() async throws {
        let log = MemoryFactLog()
        let source = ScriptedSource(origin: "a", batches: [[Self.batch(["1", "2"])]])
        _ = try await CollectFacts(log: log, sources: [source], now: 5).run()
        let again = try await CollectFacts(log: log, sources: [source], now: 6).run()
        #expect(again[0].count == AppendCount(unchanged: 2))
        #expect(await log.cursors() == [SourceCursor(origin: "a", position: "end", readAt: 6, factCount: 2, families: [.tag])])
    }
}

/// A file says nothing of the days after it was written, however often it is read.
@Suite struct CollectWrittenTests {
    @Test func `a file that lies there is evidence up to the day it was written`() async throws {
        let log = MemoryFactLog()
        var file = CollectFactsTests.ScriptedSource(origin: "csv:a", batches: [[CollectFactsTests.batch(["1"])]])
        func known(_ now: Int64, writtenAt: Int64?) async throws -> Int64? {
            file.writtenAt = writtenAt
            _ = try await CollectFacts(log: log, sources: [file], now: now).run()
            // From now on it has not changed.
            (file.position, file.batches) = (nil, [])
            return await log.cursors().first?.readAt
        }
        #expect(try await known(50, writtenAt: 30) == 30)
        #expect(try await known(60, writtenAt: 30) == 30)
        // Exported again, with nothing new in it.
        #expect(try await known(70, writtenAt: 65) == 65)
        // An older copy takes nothing back that was known.
        #expect(try await known(80, writtenAt: 20) == 65)
        // A clock of the disk that goes ahead brings no days that are still to come.
        #expect(try await known(90, writtenAt: 500) == 90)
        #expect(await log.cursors().first?.families == [.tag])
        // What is read as it is now, a repository, is known up to now.
        #expect(try await known(95, writtenAt: nil) == 95)
    }
}

/// An older export in the place of a newer one opens again what was finished since.
@Suite struct CollectOlderTests {
    @Test func `a file whose newest date lies before that of the last reading is told`() async throws {
        let log = MemoryFactLog()
        func items(_ days: [String]) -> FactBatch {
            var batch = FactBatch(byColumns: .item, origin: "csv:a")
            for (row, day) in days.enumerated() {
                let at = Instant(iso: day + "T12:00:00Z")?.rawValue ?? 0
                batch.append(integers: ["finished_at": at], texts: ["key": "K-\(row)"])
            }
            return batch
        }
        func codes(_ days: [String]) async throws -> [String] {
            let file = CollectFactsTests.ScriptedSource(origin: "csv:a", batches: [[items(days)]])
            let now = try #require(Instant(iso: "2026-11-01T00:00:00Z")).seconds
            return try await CollectFacts(log: log, sources: [file], now: now).run()[0].reading.diagnostics.map(\.code)
        }
        // A date to come is none that tells how old a file is.
        #expect(try await codes(["2026-10-01", "2026-10-19", "2027-01-01"]) == [])
        #expect(try await codes(["2026-10-01", "2026-10-05"]) == ["older-than-before"])
        #expect(try await codes(["2026-10-01", "2026-10-19", "2026-10-26"]) == [])
        // One that was reopened on the day it was closed is no older file.
        #expect(try await codes(["2026-10-01", "2026-10-19", "2026-10-25"]) == [])
    }
}

/// What was odd about a source stays known until it is read otherwise.
@Suite struct CollectOdditiesTests {
    static func odd(_ code: String, _ severity: Diagnostic.Severity = .skipped, line: Int? = nil) -> Diagnostic {
        Diagnostic(severity, code: code, file: "f.csv", line: line, message: "It is \(code).", advice: "Mend it.")
    }

    /// Reads a source again and again, each time with other oddities; nil is a source that has not changed.
    static func kept(_ readings: [[Diagnostic]?], isPartial: Bool = false) async throws -> [String] {
        let log = MemoryFactLog()
        for (place, diagnostics) in readings.enumerated() {
            let source = CollectFactsTests.ScriptedSource(
                origin: "a", batches: [], position: diagnostics == nil ? nil : "\(place)", diagnostics: diagnostics ?? [],
                isPartial: isPartial && place > 0)
            let outcomes = try await CollectFacts(log: log, sources: [source], now: 5).run()
            let known = await log.cursors()[0].oddities
            #expect(outcomes[0].earlier == (diagnostics == nil ? known : []))
        }
        return await log.cursors()[0].oddities.map { "\($0.count) \($0.first.code)" + ($0.first.line.map { " at \($0)" } ?? "") }
    }

    /// A history, of which only the news is read once it is known.
    final class History: FactSource {
        let origin = "a"
        let timesReadWhole = Mutex(0)

        func facts(since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void) async throws -> SourceReading {
            guard cursor == nil else { return SourceReading(isPartial: true) }
            timesReadWhole.withLock { $0 += 1 }
            return SourceReading(position: "end", diagnostics: [CollectOdditiesTests.odd("date")])
        }
    }

    @Test func `a history is not read from its beginning to tell again what was odd in it`() async throws {
        let (log, history) = (MemoryFactLog(), History())
        for _ in 1...2 {
            let outcomes = try await CollectFacts(log: log, sources: [history], now: 5, tellsAll: true).run()
            #expect((outcomes[0].reading.diagnostics + outcomes[0].earlier.map(\.first)).map(\.code) == ["date"])
        }
        #expect(history.timesReadWhole.withLock { $0 } == 1)
    }

    @Test func `each kind is kept once, with the first of them and how many there were, the worst first`() async throws {
        let read = [Self.odd("doubt", .note), Self.odd("date", line: 3), Self.odd("key", line: 4), Self.odd("date", line: 9)]
        #expect(try await Self.kept([read]) == ["2 date at 3", "1 key at 4", "1 doubt"])
    }

    @Test func `a source that has not changed keeps them, and one that was mended does not`() async throws {
        #expect(try await Self.kept([[Self.odd("date")], nil, nil]) == ["1 date"])
        #expect(try await Self.kept([[Self.odd("date")], [Self.odd("key")]]) == ["1 key"])
        #expect(try await Self.kept([[Self.odd("date")], nil, []]).isEmpty)
    }

    @Test func `a look at what is new alone says nothing of the rest`() async throws {
        let (old, new) = ([Self.odd("date"), Self.odd("key")], [Self.odd("key"), Self.odd("key"), Self.odd("doubt", .note)])
        #expect(try await Self.kept([old, new, nil], isPartial: true) == ["2 key", "1 date", "1 doubt"])
    }
}

@Suite struct ProposeMappingTests {
    @Test(arguments: [
        ("In Progress", Stage.Kind.active), ("To Do", .backlog), ("Ready for review", .wait), ("Done", .done), ("Closed", .done),
        ("Won't Fix", .cancelled), ("in_progress", .active), ("idea", .backlog), ("dropped", .cancelled), ("Review queue", .wait),
    ])
    func `a status gets the kind its words suggest`(status: String, kind: Stage.Kind) {
        #expect(ProposeMapping.stageKind(status) == kind)
    }

    @Test func `the sprints of a source tell how long they are, where most are alike`() throws {
        func proposed(_ starts: [Int]) -> (days: Int, startsOn: CalendarDay)? {
            var sprints = FactBatch(.iteration, origin: "jira")
            let first = CalendarDay(number: 20_000)
            for (place, start) in starts.enumerated() {
                let raw = Instant(seconds: Int64((first + start).number) * 86_400 + 9 * 3_600).rawValue
                sprints.append(id: "\(place)", integers: ["started_at": raw], texts: ["key": "\(place)", "name": "\(place)"])
            }
            return ProposeMapping(FactTables([.iteration: [sprints]]), .utc).iteration
        }
        // Two teams with sprints of the same days, one that began a day late, and one after a pause.
        let usual = try #require(proposed([0, 14, 14, 28, 43, 56, 70, 105, 119]))
        #expect(usual.days == 14 && usual.startsOn == CalendarDay(number: 20_119))
        #expect(proposed([0, 10, 31, 40, 70]) == nil && proposed([0, 14]) == nil && proposed([]) == nil)
    }

    @Test func `stages come in the order in which items meet them`() {
        var transitions = FactBatch(.transition, origin: "csv")
        for item in ["A", "B"] {
            for (place, status) in ["idea", "ready", "in_progress", "review", "done"].enumerated() {
                transitions.append(
                    id: "\(item) \(place)", integers: ["changed_at": Int64(place) * 1000, "ordinal": 0],
                    texts: ["item": item, "status": status])
            }
        }
        let proposal = ProposeMapping(FactTables([.transition: [transitions]]), .utc)
        #expect(proposal.stages.map(\.name) == ["idea", "ready", "in_progress", "review", "done"])
        #expect(proposal.commitment == "in_progress")
    }

    /// A log of 40 items that go from stage to stage, some of them back once.
    private static func changes() -> [(item: Int, status: String, day: Int64)] {
        let stages = ["idea", "ready", "in_progress", "review", "done"]
        return (0..<40).flatMap { item in
            let path = item % 5 == 0 ? [0, 1, 2, 3, 2, 3, 4] : [0, 1, 2, 3, 4]
            return path.enumerated().map { (item, stages[$1], Int64(item + $0 * 9)) }
        }
    }

    @Test(arguments: [1, 7, 40, 1_000]) func `the order of statuses is the same however a log is cut and sorted`(length: Int) async throws {
        let byTime = Self.changes().sorted { ($0.day, $0.item) < ($1.day, $1.item) }
        for log in [byTime, Self.changes()] {
            let store = try Store(inMemory: .forTests)
            for start in stride(from: 0, to: log.count, by: length) {
                var batch = FactBatch(byColumns: .transition, origin: "csv")
                for change in log[start..<min(start + length, log.count)] {
                    batch.append(
                        integers: ["changed_at": change.day * 172_800, "ordinal": 0],
                        texts: ["item": "A-\(change.item)", "status": change.status])
                }
                _ = try await store.append([batch], recordedAt: 1, cursor: nil)
            }
            let proposal = ProposeMapping(try await FactTables(log: store), .utc)
            #expect(proposal.stages.map(\.name) == ["idea", "ready", "in_progress", "review", "done"])
        }
    }

    @Test func `a batch that goes back in time is put in order first`() {
        var batch = FactBatch(byColumns: .transition, origin: "csv")
        for change in Self.changes().reversed() {
            batch.append(
                integers: ["changed_at": change.day * 172_800, "ordinal": 0], texts: ["item": "A-\(change.item)", "status": change.status])
        }
        #expect(ProposeMapping(FactTables([.transition: [batch]]), .utc).stages.map(\.name).last == "done")
        #expect(ProposeMapping(FactTables([.transition: [batch]]), .utc).commitment == "in_progress")
    }

    @Test func `types and labels are counted by rows, most frequent first`() {
        var items = FactBatch(byColumns: .item, origin: "csv")
        for (number, type) in ["Bug", "Story", "Story", "", "Story", "Bug"].enumerated() {
            items.append(texts: ["key": "A-\(number)", "type": type, "labels": number < 4 ? "b\u{1f}a" : "a"])
        }
        let typed = ProposeMapping(FactTables([.item: [items]]), .utc)
        #expect(typed.types.map(\.name) == ["Story", "Bug"] && typed.types.map(\.count) == [3, 2] && typed.labels.isEmpty)
        var untyped = FactBatch(byColumns: .item, origin: "csv")
        for number in 0..<6 { untyped.append(texts: ["key": "A-\(number)", "labels": number < 4 ? "b\u{1f}a" : "a"]) }
        let labelled = ProposeMapping(FactTables([.item: [untyped]]), .utc)
        #expect(labelled.labels.map(\.name) == ["a", "b"] && labelled.labels.map(\.count) == [6, 4])
    }
}
