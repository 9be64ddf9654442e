import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Two people go on by themselves from what both know, and bring their logs together now and then: whatever they decided, all who have
/// the same entries have the same improvements, KPIs, gates, reserve and ceremonies.
@Suite struct BroughtTogetherTests {
    /// What both know: an improvement, a KPI that both sides agreed to, a gate, a plan, an open health check and a goal.
    static func common() throws -> [Decision] {
        try KPIStatesTests.agreed.decisions + [
            Decision(.note, decidedAt: KPISteps.monday, text: "it hurts"), GateStepTests.add(), HealthRecordTests.opening("x"),
            PlanSteps.settle(PlanSteps.rows, at: "2026-11-02T12:00:00Z"),
        ]
    }

    /// What anybody may decide next, possible or not, one of every verb.
    static func choices() throws -> [Decision] {
        let things = try ["base:1", "base:4", "base:7", "base:8", "x"].flatMap { try EveryStep.about($0).map(\.decision) }
        let days = ["2026-11-20", "2026-11-24", "2026-12-04"]
        let ceremonies = days.flatMap { day in
            [Decision.Verb.openCeremony, .holdCeremony, .skipCeremony].map { verb in
                Decision(verb, decidedAt: 0, subject: "retrospective \(day)", reason: "the season")
            } + [Decision(.noteImprovement, decidedAt: 0, subject: "\(day) one-review", text: "One review")]
        }
        return things + ceremonies + (try BeginningTableTests.beginnings().map(\.decision)) + [
            Decision(.note, decidedAt: 0, text: "it hurts too"), Decision(.showCapability, decidedAt: 0, reason: "it goes on"),
            Decision(.leave, decidedAt: 0, subject: "a"),
            PlanSteps.settle(PlanSteps.rows, at: "2026-11-20T12:00:00Z", .rebaseline, reason: "the supplier is late"),
        ]
    }

    @Test func `every verb is among what they may decide`() throws {
        let verbs = Set((try Self.choices() + Self.common()).map(\.verb))
        #expect(verbs.union([.merge]) == Set(Decision.Verb.allCases))
    }

    @Test(arguments: 0..<60) func `whoever brings what first, all have the same, and twice adds nothing`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let choices = try Self.choices()
        let base = MemoryDecisionLog(writer: "base", digest: .forTests)
        for decision in try Self.common() { await base.append(decision) }
        let people = ["a", "b"].map { MemoryDecisionLog(writer: $0, digest: .forTests) }
        var now = EveryStep.instant
        for log in people { _ = try await log.merge(base.entries(), at: now) }
        for _ in 0..<30 {
            now += Int64(random.index(below: 3)) * 3600
            let who = random.index(below: 2)
            if random.index(below: 8) == 0 {
                _ = try await people[who].merge(people[1 - who].entries(), at: now)
            } else if var decision = choices.randomElement(using: &random) {
                decision.decidedAt = now
                await people[who].append(decision)
            }
        }
        let (fromA, fromB) = (await people[0].entries(), await people[1].entries())
        // A third one who brings both together in either order, and the two who bring each other's.
        let thirds = ["c", "d"].map { MemoryDecisionLog(writer: $0, digest: .forTests) }
        _ = (try await thirds[0].merge(fromA, at: now), try await thirds[0].merge(fromB, at: now))
        _ = (try await thirds[1].merge(fromB, at: now), try await thirds[1].merge(fromA, at: now))
        _ = (try await people[0].merge(fromB, at: now), try await people[1].merge(fromA, at: now))
        let expected = Agreements(await thirds[0].entries().map(\.decision))
        for log in [thirds[1]] + people {
            let agreements = Agreements(await log.entries().map(\.decision))
            #expect(Standing(agreements) == Standing(expected))
            #expect(agreements.setAside == expected.setAside)
            #expect(DecisionChains(await log.entries()).faults(.forTests).isEmpty)
            let before = await log.entries()
            let twice = (try await log.merge(fromA, at: now), try await log.merge(fromB, at: now))
            #expect(twice == (0, 0))
            #expect(await log.entries() == before)
        }
        #expect(expected.improvements.first?.title == "it hurts" && expected.kpis.count >= 1)
    }
}
