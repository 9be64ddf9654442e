import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct DecisionChainsTests {
    static func log(_ writer: String, _ notes: [String], from instant: Int64 = 0) async -> MemoryDecisionLog {
        let log = MemoryDecisionLog(writer: writer, digest: .forTests)
        for (place, note) in notes.enumerated() { await log.append(Decision(.note, decidedAt: instant + Int64(place) * 10, text: note)) }
        return log
    }

    @Test func `each entry holds the hash of the one before, and the chain is whole`() async {
        let entries = await Self.log("a", ["one", "two", "three"]).entries()
        #expect(entries.map(\.previous) == ["", entries[0].hash, entries[1].hash])
        #expect(entries.map(\.id) == ["a:1", "a:2", "a:3"])
        #expect(DecisionChains(entries).faults(.forTests).isEmpty)
    }

    @Test func `whatever is changed, taken out or put in is found and named`() async {
        let entries = await Self.log("a", ["one", "two", "three"]).entries()
        func changed(_ place: Int, _ change: (inout Decision) -> Void) -> [DecisionFault] {
            var entries = entries
            var decision = entries[place].decision
            change(&decision)
            let old = entries[place]
            entries[place] = DecisionEntry(decision, writer: old.writer, number: old.number, previous: old.previous, hash: old.hash)
            return DecisionChains(entries).faults(.forTests)
        }
        for place in 0..<3 {
            let changes: [(inout Decision) -> Void] = [
                { $0.text += "!" }, { $0.decidedAt += 1 }, { $0.role = "manager" }, { $0.subject = "x" }, { $0.reason = "x" },
                { $0.verb = .notAKPI }, { $0.until = CalendarDay(number: 1) }, { $0.details = ["a": "b"] },
            ]
            for change in changes { #expect(changed(place, change).map(\.entry) == ["a:\(place + 1)"]) }
        }
        #expect(DecisionChains([entries[0], entries[2]]).faults(.forTests).map(\.entry) == ["a:3"])
        // Changed and hashed anew: the next one tells.
        let again = DecisionEntry(Decision(.note, decidedAt: 0, text: "uno"), writer: "a", after: nil, digest: .forTests)
        #expect(DecisionChains([again, entries[1], entries[2]]).faults(.forTests).map(\.entry) == ["a:2"])
    }

    @Test func `no two decisions have the same bytes`() {
        let pairs: [(Decision, Decision)] = [
            (Decision(.note, decidedAt: 1, text: "ab", reason: "c"), Decision(.note, decidedAt: 1, text: "a", reason: "bc")),
            (Decision(.note, decidedAt: 1, details: ["a": "b"]), Decision(.note, decidedAt: 1, details: ["ab": ""])),
            (Decision(.note, decidedAt: 1, subject: "1:a"), Decision(.note, decidedAt: 1, text: "1:a")),
        ]
        for (left, right) in pairs {
            func hash(_ decision: Decision) -> String { DecisionEntry(decision, writer: "a", after: nil, digest: .forTests).hash }
            #expect(hash(left) != hash(right))
        }
    }

    @Test func `two who bring theirs together have the same, in the same order, and twice adds nothing`() async throws {
        let (a, b) = (await Self.log("a", ["a1", "a2"]), await Self.log("b", ["b1", "b2", "b3"], from: 5))
        let (fromA, fromB) = (await a.entries(), await b.entries())
        #expect(try await a.merge(fromB, at: 100) == 3)
        #expect(try await b.merge(fromA, at: 200) == 2)
        let merged = await a.entries()
        #expect(merged.map(\.decision.text) == ["a1", "b1", "a2", "b2", "b3", ""])
        #expect(merged.last?.decision.details == ["b": "3 \(fromB[2].hash)"] && merged.last?.previous == fromA[1].hash)
        #expect(try await a.merge(fromB, at: 300) == 0)
        #expect(await a.entries() == merged)
        // Bringing each other's notes of the merging ends.
        #expect(try await a.merge(b.entries(), at: 400) == 1)
        #expect(try await b.merge(a.entries(), at: 500) == 1)
        #expect(try await a.merge(b.entries(), at: 600) == 0)
        #expect(await a.entries() == b.entries())
        #expect(DecisionChains(await a.entries()).faults(.forTests).isEmpty)
    }

    @Test func `what was known when deciding stands in front, whatever the clocks say`() async throws {
        let (a, b) = (await Self.log("a", ["goal"], from: 1_000_000), MemoryDecisionLog(writer: "b", digest: .forTests))
        _ = try await b.merge(a.entries(), at: 10)
        await b.append(Decision(.note, decidedAt: 20, text: "answer"))
        #expect(await b.entries().map(\.decision.text) == ["goal", "", "answer"])
    }

    @Test func `the order does not depend on who merged what first`() async throws {
        var generator = SystemRandomNumberGenerator()
        let logs = [await Self.log("a", ["1", "2", "3"]), await Self.log("b", ["4", "5"], from: 3), await Self.log("c", ["6"], from: 15)]
        var entries: [DecisionEntry] = []
        for log in logs { entries += await log.entries() }
        let expected = DecisionChains(entries).ordered
        for _ in 0..<50 { #expect(DecisionChains(entries.shuffled(using: &generator)).ordered == expected) }
    }

    @Test func `a changed file and a copied store are refused, and nothing is taken`() async throws {
        let (a, b) = (await Self.log("a", ["a1"]), await Self.log("b", ["b1", "b2"]))
        let old = await b.entries()[1]
        var decision = old.decision
        decision.text = "B2"
        let changed = DecisionEntry(decision, writer: "b", number: 2, previous: old.previous, hash: old.hash)
        let first = await b.entries()[0]
        let fault = await #expect(throws: DecisionFault.self) { try await a.merge([first, changed], at: 0) }
        #expect(fault?.entry == "b:2")
        let copy = await Self.log("a", ["another"])
        let fork = await #expect(throws: DecisionFault.self) { try await a.merge(copy.entries(), at: 0) }
        #expect(fork?.description.contains("copy of the other") == true)
        let gap = await #expect(throws: DecisionFault.self) { try await a.merge([old], at: 0) }
        #expect(gap?.what.contains("missing") == true)
        #expect(await a.entries().count == 1)
    }
}
