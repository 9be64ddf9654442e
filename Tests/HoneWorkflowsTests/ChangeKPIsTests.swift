import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneWorkflows

@Suite struct ChangeKPIsTests {
    /// A log with a goal, and what changes KPIs in it on a day of November 2026; the second is a Monday.
    struct Desk {
        let log = MemoryDecisionLog(writer: "here", digest: .forTests)

        func on(_ day: Int) -> ChangeKPIs {
            let start = (Instant(iso: "2026-11-01T09:00:00Z") ?? Instant(seconds: 0)).seconds
            return ChangeKPIs(
                log: log, product: Product(name: "x"), interpretation: Interpretation(), digest: .forTests,
                now: start + Int64(day - 1) * 86_400)
        }

        init() async {
            await log.append(Decision(.addGoal, decidedAt: 0, subject: "run", text: "The checkout stays up"))
        }

        func draft(_ metric: String = "cycle-time") -> KPIDraft {
            KPIDraft(
                metric: metric, goal: 1, target: "<= 10 d", guardMetric: "reopen-rate", guardBound: "<= 5 %", usedFor: "to look first",
                notFor: "to judge people")
        }
    }

    @Test func `what is recorded is what is read again`() async throws {
        let desk = await Desk()
        for (token, role) in [("t1", "product"), ("t2", "developer")] { _ = try await desk.on(1).join(token, role: role) }
        _ = try await desk.on(2).propose(desk.draft(), role: "manager")
        for token in ["t1", "t2"] { _ = try await desk.on(2).agree(1, token: token, role: nil) }
        await #expect(throws: Refusal.self) { try await desk.on(4).ratify(1, role: "team") }
        #expect(try await desk.on(5).ratify(1, role: "team").active?.version == 1)
        #expect(try await desk.on(5).agreements().setAside.isEmpty)
    }

    @Test func `a number that is defined anew since it was proposed is neither agreed to nor ratified, until it is revised`() async throws {
        let desk = await Desk()
        for (token, role) in [("t1", "product"), ("t2", "developer")] { _ = try await desk.on(1).join(token, role: role) }
        _ = try await desk.on(2).propose(desk.draft(), role: "manager")
        var details = try #require(try await desk.on(2).agreements().kpis.first).terms.details
        details["definition"] = "7"
        await desk.log.append(
            Decision(.reviseKPI, decidedAt: desk.on(2).now, subject: try await desk.on(2).agreements().kpis[0].id, details: details))
        for step in [{ try await desk.on(2).agree(1, token: "t1", role: nil) }, { try await desk.on(9).ratify(1, role: "team") }] {
            let refusal = await #expect(throws: Refusal.self) { _ = try await step() }
            #expect(refusal?.sentences.first?.contains("hone kpi revise 1") == true)
        }
        _ = try await desk.on(9).revise(1, role: "team") { $0.target = "<= 9 d" }
        #expect(try await desk.on(9).agree(1, token: "t1", role: nil).proposal?.consents.count == 1)
    }

    @Test func `a refused step leaves nothing behind`() async throws {
        let desk = await Desk()
        _ = try await desk.on(1).join("t1", role: "product")
        _ = try await desk.on(2).propose(desk.draft(), role: "team")
        let before = try await desk.log.decisions()
        let change = desk.on(3)
        await #expect(throws: Refusal.self) { try await change.propose(desk.draft(), role: "team") }
        await #expect(throws: Refusal.self) { try await change.propose(desk.draft("lead-times"), role: "team") }
        await #expect(throws: Refusal.self) { try await change.ratify(1, role: "team") }
        await #expect(throws: Refusal.self) { try await change.ratify(2, role: "team") }
        await #expect(throws: Refusal.self) { try await change.agree(1, token: "t9", role: nil) }
        await #expect(throws: Refusal.self) { try await change.agree(1, token: "t1", role: "developer") }
        await #expect(throws: Refusal.self) { try await change.join("t2", role: "manager") }
        await #expect(throws: Refusal.self) { try await change.leave("t9") }
        for verb in [Decision.Verb.retireKPI, .resolve] {
            await #expect(throws: Refusal.self) { try await change.step(verb, 1, role: "team", text: "1", reason: "r") }
        }
        #expect(try await desk.log.decisions() == before)
    }

    @Test func `no entry holds a token, and two agreements of one token look like those of two`() async throws {
        let desk = await Desk()
        _ = try await desk.on(1).join("token-of-somebody", role: "product")
        _ = try await desk.on(2).propose(desk.draft(), role: "team")
        _ = try await desk.on(2).propose(desk.draft("lead-time"), role: "team")
        for kpi in 1...2 { _ = try await desk.on(3).agree(kpi, token: "token-of-somebody", role: nil) }
        let decisions = try await desk.log.decisions()
        let agreed = decisions.filter { $0.verb == .agree }
        #expect(Set(agreed.compactMap { $0.details["mark"] }).count == 2)
        let joined = try #require(decisions.first { $0.verb == .join })
        #expect(agreed.allSatisfy { $0.details["mark"] != joined.subject })
        #expect(!String(describing: decisions).contains("token-of-somebody"))
    }

    @Test func `another version keeps what nobody changed, and has to be agreed anew`() async throws {
        let desk = await Desk()
        _ = try await desk.on(1).join("t1", role: "product")
        _ = try await desk.on(2).propose(desk.draft(), role: "team")
        _ = try await desk.on(2).agree(1, token: "t1", role: nil)
        _ = try await desk.on(5).ratify(1, role: "team")
        let revised = try await desk.on(9).revise(1, role: "team") { $0.target = "<= 8 d" }
        #expect(revised.active?.terms.target?.description == "<= 10 d" && revised.proposal?.terms.target?.description == "<= 8 d")
        #expect(revised.proposal?.terms.usedFor == "to look first" && revised.proposal?.terms.guardBound.description == "<= 5 %")
        await #expect(throws: Refusal.self) { try await desk.on(20).ratify(1, role: "team") }
        _ = try await desk.on(20).agree(1, token: "t1", role: nil)
        #expect(try await desk.on(20).ratify(1, role: "team").active?.version == 2)
    }
}
