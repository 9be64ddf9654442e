import Foundation
import HoneFacts
import HoneLoop
import HoneStore
import HoneTestSupport
import Testing

@testable import HoneWorkflows

/// A health check from its opening to its end, over the box in memory and the one in a file alike.
@Suite struct HoldHealthCheckTests {
    /// Turns every bit behind something random, which is enough to see that only the closing reads a sheet.
    static let seal = HealthSeal(
        seal: { sheet in Array(UUID().uuidString.utf8) + sheet.map { ~$0 } }, unseal: { $0.dropFirst(36).map { ~$0 } })
    static let now: Int64 = 1_780_000_000

    static func boxes(_ folder: TemporaryFolder) throws -> [(log: any DecisionLog, box: any HealthBox)] {
        let log = MemoryDecisionLog(digest: .forTests)
        let store = try Store(path: folder.file("a.sqlite").path)
        return [(log, MemoryHealthBox(log: log)), (store, store)]
    }

    static func hold(_ pair: (log: any DecisionLog, box: any HealthBox), k: Int = 5, at now: Int64 = now) -> HoldHealthCheck {
        HoldHealthCheck(
            log: pair.log, box: pair.box, product: Product(name: "x", smallestGroup: k), zone: .utc, digest: .forTests, now: now)
    }

    static func answers(_ level: Int) -> [HealthAnswer] { HealthPack.current.questions.map { _ in .level(level) } }

    @Test func `answers are counted when it is closed, and nothing says whose they are`() async throws {
        let folder = try TemporaryFolder()
        for pair in try Self.boxes(folder) {
            let hold = Self.hold(pair)
            let check = try await hold.open(id: "c1", sealingKey: "00", teamSize: 7)
            let tokens = (0..<7).map { "token-\($0)" }
            try await hold.give(tokens, in: check)
            for (place, token) in tokens.prefix(6).enumerated() {
                try await hold.answer(
                    Self.answers(place % 5 + 1), comment: place == 2 ? "slow build" : "", token: token, in: check, Self.seal)
            }
            #expect(try await hold.counts(of: check) == HealthCounts(given: 7, used: 6))
            await #expect(throws: Refusal.usedToken) {
                try await hold.answer(Self.answers(5), comment: "", token: tokens[0], in: check, Self.seal)
            }
            await #expect(throws: Refusal.unknownToken) {
                try await hold.answer(Self.answers(5), comment: "", token: "guessed", in: check, Self.seal)
            }
            let closed = try await hold.close(check, Self.seal)
            #expect(closed.result?.asked == 7 && closed.result?.answered == 6)
            #expect(closed.result?.cells.allSatisfy { $0?.counts == [2, 1, 1, 1, 1] && $0?.cannotSay == 0 } == true)
            #expect(try await hold.remains(of: closed) == HealthRemains(comments: ["slow build"]))
            // The log: opened and closed, and no word of the answers between.
            let decisions = try await pair.log.decisions()
            #expect(decisions.map(\.verb) == [.openHealthCheck, .closeHealthCheck])
            #expect(!decisions.contains { "\($0)".contains("slow build") || "\($0)".contains("token-") })
        }
    }

    @Test func `too few answers keep it open, and given up they are gone`() async throws {
        let folder = try TemporaryFolder()
        for pair in try Self.boxes(folder) {
            let hold = Self.hold(pair)
            let check = try await hold.open(id: "c1", sealingKey: "00", teamSize: 5)
            try await hold.give(["a", "b", "c", "d", "e"], in: check)
            for token in ["a", "b", "c", "d"] {
                try await hold.answer(Self.answers(1), comment: "mine", token: token, in: check, Self.seal)
            }
            await #expect(throws: Refusal.self) { try await hold.close(check, Self.seal) }
            #expect(try await hold.record().open.count == 1)
            await #expect(throws: Refusal.self) { try await hold.open(id: "c2", sealingKey: "00", teamSize: 5) }
            let closed = try await hold.close(check, Self.seal, discards: true)
            #expect(closed.result?.answered == 4 && closed.result?.cells.allSatisfy { $0 == nil } == true)
            #expect(try await hold.remains(of: closed) == HealthRemains())
        }
    }

    @Test func `a team that is too small is asked only if it wants to, and its medians are in no decision`() async throws {
        let folder = try TemporaryFolder()
        for pair in try Self.boxes(folder) {
            let hold = Self.hold(pair)
            let refused = await #expect(throws: Refusal.self) { try await hold.open(id: "c0", sealingKey: "00", teamSize: 4) }
            #expect(refused?.sentences.first?.contains("--team-only") == true)
            await #expect(throws: Refusal.self) {
                try await hold.open(id: "c0", sealingKey: "00", teamSize: 1, acceptsTeamOnly: true)
            }
            let check = try await hold.open(id: "c1", sealingKey: "00", teamSize: 4, acceptsTeamOnly: true)
            #expect(check.terms.isTeamOnly && !check.terms.allowsComments)
            try await hold.give(["a", "b", "c"], in: check)
            await #expect(throws: Refusal.self) {
                try await hold.answer(Self.answers(2), comment: "a word", token: "a", in: check, Self.seal)
            }
            for (token, level) in [("a", 2), ("b", 3), ("c", 5)] {
                try await hold.answer(Self.answers(level), comment: "", token: token, in: check, Self.seal)
            }
            let closed = try await hold.close(check, Self.seal)
            #expect(closed.result == nil && !closed.isOpen)
            #expect(try await hold.remains(of: closed).medians?.values == [Double?](repeating: 3, count: 10))
            #expect(try await pair.log.decisions().last?.details == [:])
        }
    }

    @Test func `where one sheet was changed or the key is lost nothing is closed, and all are given up together`() async throws {
        let changed = try HealthSheet(answers: Self.answers(2), comment: "mine", to: HealthPack.current.questions).bytes
        let withoutOne = HealthSeal(seal: Self.seal.seal, unseal: { Self.seal.unseal($0).flatMap { $0 == changed ? nil : $0 } })
        for seal in [withoutOne, nil] {
            let folder = try TemporaryFolder()
            for pair in try Self.boxes(folder) {
                let hold = Self.hold(pair, k: 3)
                let check = try await hold.open(id: "c1", sealingKey: "00", teamSize: 4)
                for (token, level) in [("a", 1), ("b", 2), ("c", 3), ("d", 4)] {
                    try await hold.give([token], in: check)
                    try await hold.answer(Self.answers(level), comment: "mine", token: token, in: check, Self.seal)
                }
                await #expect(throws: Refusal.self) { try await hold.close(check, seal) }
                #expect(try await hold.record().open.count == 1)
                let closed = try await hold.close(check, seal, discards: true)
                #expect(closed.isGivenUp && !closed.isOpen)
                // Three that could be opened would be enough for a result: of people whom the damage chose.
                #expect(closed.result?.answered == 4 && closed.result?.cells.allSatisfy { $0 == nil } == true)
                #expect(try await hold.remains(of: closed) == HealthRemains())
                #expect(try await hold.counts(of: closed) == HealthCounts(given: 0, used: 0))
                // It leaves nothing to subtract from, so the next one can be held at once.
                #expect(try await hold.open(id: "c2", sealingKey: "00", teamSize: 3).number == 2)
            }
        }
    }

    /// Somebody who reads the results of both checks and knows that one person joined between them: the counts of the second less those
    /// of the first are that person's answers. Nil where there is no second check to subtract from.
    private static func whatTheNewcomerSaid(_ pair: (log: any DecisionLog, box: any HealthBox), after days: Int64) async throws -> [Int]? {
        func held(_ id: String, _ levels: [Int], at now: Int64) async throws -> HealthResult? {
            let hold = hold(pair, at: now)
            let check = try await hold.open(id: id, sealingKey: "00", teamSize: levels.count)
            try await hold.give(levels.indices.map { "token-\($0)" }, in: check)
            for (place, level) in levels.enumerated() {
                try await hold.answer(answers(level), comment: "", token: "token-\(place)", in: check, seal)
            }
            return try await hold.close(check, seal).result
        }
        let first = try await held("c1", [4, 4, 3, 5, 2], at: now)
        guard let second = try? await held("c2", [4, 4, 3, 5, 2, 1], at: now + days * 86_400) else { return nil }
        return zip(second.cells, first?.cells ?? []).compactMap { after, before in
            guard let after, let before else { return nil }
            return zip(after.counts, before.counts).map { $0 - $1 }.firstIndex(of: 1).map { $0 + 1 }
        }
    }

    @Test func `one person joins, and two checks close together do not give away what that person said`() async throws {
        for days: Int64 in [0, 1, 7, 20] {
            let folder = try TemporaryFolder()
            for pair in try Self.boxes(folder) {
                #expect(try await Self.whatTheNewcomerSaid(pair, after: days) == nil, "after \(days) days")
                let later = Self.hold(pair, at: Self.now + days * 86_400)
                let refused = await #expect(throws: Refusal.self) { try await later.open(id: "c3", sealingKey: "00", teamSize: 6) }
                // 1 780 000 000 is the 28th of May 2026, and 21 days later is the 18th of June.
                #expect(refused?.sentences.first?.contains("can be opened from 18 Jun 2026 on") == true, "\(refused?.sentences ?? [])")
            }
        }
        // The attack is no blunt one: where people who were asked before have not changed their minds, it finds each answer.
        let folder = try TemporaryFolder()
        for pair in try Self.boxes(folder) {
            #expect(try await Self.whatTheNewcomerSaid(pair, after: 21) == [Int](repeating: 1, count: 10))
        }
    }

    @Test func `no pause is asked of what showed nothing, nor between two that are private to the team`() async throws {
        let folder = try TemporaryFolder()
        for pair in try Self.boxes(folder) {
            let hold = Self.hold(pair)
            let few = try await hold.open(id: "c1", sealingKey: "00", teamSize: 5)
            try await hold.give(["a"], in: few)
            try await hold.answer(Self.answers(2), comment: "", token: "a", in: few, Self.seal)
            _ = try await hold.close(few, Self.seal, discards: true)
            for id in ["c2", "c3"] {
                let check = try await hold.open(id: id, sealingKey: "00", teamSize: 3, acceptsTeamOnly: true)
                _ = try await hold.close(check, Self.seal, discards: true)
            }
            // What a small team keeps for itself is something to subtract from, where the next check is shown to everybody.
            await #expect(throws: Refusal.self) { try await hold.open(id: "c4", sealingKey: "00", teamSize: 5) }
        }
    }
}
