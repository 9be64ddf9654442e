import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneWorkflows

/// Two programs decide at once: between the look of the second and its step, the first one has decided.
@Suite struct OvertakenTests {
    /// A log in which somebody else decides just before a step is recorded.
    struct BusyLog: DecisionLog {
        let log: MemoryDecisionLog
        let meanwhile: [Decision]
        /// What somebody else decides just after it.
        var afterwards: [Decision] = []

        func append(_ decision: Decision) async throws { await log.append(decision) }
        func entries() async throws -> [DecisionEntry] { await log.entries() }
        func merge(_ entries: [DecisionEntry], at now: Int64) async throws -> Int { try await log.merge(entries, at: now) }
        func take(_ decisions: [Decision], if check: @escaping @Sendable (Agreements) throws -> Void) async throws {
            for decision in meanwhile { await log.append(decision) }
            try await log.take(decisions, if: check)
            for decision in afterwards { await log.append(decision) }
        }
    }

    static let day = CalendarDay(iso: "2026-11-16") ?? CalendarDay(number: 0)
    static let now: Int64 = 1_780_000_000

    static func said(_ verb: Decision.Verb, _ subject: String = "w:1", text: String = "", reason: String = "so it is") -> Decision {
        Decision(verb, decidedAt: now, subject: subject, text: text, reason: reason, until: day)
    }

    /// What the second one is told, where the first one did `meanwhile`; nil where both were taken.
    static func told(
        _ before: [Decision], meanwhile: [Decision], _ step: (BusyLog) async throws -> Void
    ) async throws -> [String]? {
        let log = MemoryDecisionLog(writer: "w", digest: .forTests)
        for decision in before { await log.append(decision) }
        do {
            try await step(BusyLog(log: log, meanwhile: meanwhile))
            return nil
        } catch let refusal as Refusal {
            // The first one's decisions stand, and nothing of the second one's was recorded.
            #expect(await log.entries().map(\.decision.verb) == (before + meanwhile).map(\.verb))
            #expect(Agreements(await log.entries().map(\.decision)).setAside.isEmpty)
            return refusal.sentences
        }
    }

    @Test func `an improvement that was declined meanwhile is not parked, and that is said`() async throws {
        let told = try await Self.told([Self.said(.note, "", text: "it hurts")], meanwhile: [Self.said(.decline)]) {
            _ = try await ChangeImprovements(log: $0, now: Self.now).step(.park, 1, role: "team", reason: "later", until: Self.day)
        }
        #expect(told == ["Improvement 1 was declined. If it comes back, note it anew: hone note \"...\""])
    }

    @Test func `a brief is answered once, and asked once`() async throws {
        let note = Self.said(.note, "", text: "it hurts")
        let ask = Self.said(.askBrief, text: "two days")
        let answered = try await Self.told([note, ask], meanwhile: [Self.said(.answerBrief, text: "not-now")]) {
            try await ChangeImprovements(log: $0, now: Self.now).answer(1, .no, reason: "no", until: nil, role: "customer")
        }
        #expect(answered?.first?.contains("To ask again: hone brief ask 1") == true)
        let asked = try await Self.told([note], meanwhile: [ask]) {
            try await ChangeImprovements(log: $0, now: Self.now).ask(1, "one day", details: [:], role: "team")
        }
        #expect(asked?.first?.contains("hone brief show 1") == true)
    }

    @Test func `a ceremony is opened once, and its closing is recorded whole`() async throws {
        let open = Decision(.openCeremony, decidedAt: Self.now, subject: Ceremony(.retrospective, heldOn: Self.day).subject)
        let now = (Instant(iso: "2026-11-17T09:00:00Z") ?? Instant(seconds: 0)).seconds
        let opened = try await Self.told([], meanwhile: [open]) {
            try await RunCeremony(log: $0, zone: .utc, now: now).open(.retrospective, signal: "", role: "team")
        }
        #expect(opened?.first?.contains("is open since") == true)
        let log = MemoryDecisionLog(writer: "w", digest: .forTests)
        await log.append(open)
        let taken = try await RunCeremony(log: log, zone: .utc, now: now).close(
            .retrospective, on: nil, titles: ["one review", "two builds"], dueOn: nil, again: [], attended: 5, role: "team")
        let after = try await log.decisions()
        #expect(taken.count == 2 && Agreements(after).setAside.isEmpty)
        #expect(await log.entries().count == 4)
    }

    @Test func `notes that somebody else reads meanwhile are recorded once, and other decisions do not disturb them`() async throws {
        let notes = CeremonyNotes(heldOn: Self.day, items: [.init(title: "Fix the build", state: .done), .init(title: "One review")])
        let theirs = NotesReading([notes], after: ImprovementRecord(), now: Self.now).decisions
        for meanwhile in [theirs, Array(theirs.prefix(2))] {
            let told = try await Self.told([], meanwhile: meanwhile) {
                _ = try await ImportRetro(decisions: $0, now: Self.now).run([notes])
            }
            #expect(told == Refusal.overtaken(next: "Import the notes again: it goes on from what is there.").sentences)
        }
        let told = try await Self.told([], meanwhile: [Self.said(.note, "", text: "it hurts")]) {
            _ = try await ImportRetro(decisions: $0, now: Self.now).run([notes])
        }
        #expect(told == nil)
    }

    @Test func `a goal, a reserve or a raid that is no step is not recorded as one`() async throws {
        for decision in [
            Decision(.setReserve, decidedAt: 0, subject: "lines", text: "0.1", until: Self.day),
            Decision(.raidReserve, decidedAt: 0, reason: "", until: Self.day),
            Decision(.measureGoal, decidedAt: 0, subject: "9", text: "users"),
        ] {
            let told = try await Self.told([], meanwhile: []) { try await $0.take(decision) }
            #expect(told == Refusal.overtaken().sentences, "\(decision.verb)")
        }
    }

    @Test func `who adds a gate is told of that one, though somebody else adds another a moment later`() async throws {
        let criterion = "defect-removal-effectiveness >= 85 %"
        let other = Decision(
            .addGate, decidedAt: Self.now, subject: "Code", text: "Code gate", details: Gate.details([try GateCriterion(criterion)]))
        let log = BusyLog(log: MemoryDecisionLog(writer: "w", digest: .forTests), meanwhile: [], afterwards: [other])
        let product = Product(name: "x", lifeCycles: [.init(kind: .phased)])
        let evidence = try await Evidence(
            product: product, interpretation: Interpretation(), log: MemoryFactLog(), decisions: log, sources: [], now: Self.now)
        let gate = try await ChangeGates(log: log, product: product, interpretation: Interpretation(), now: Self.now).add(
            phase: "Design", name: nil, criteria: [criterion], plannedOn: nil, role: "team", in: evidence)
        #expect(gate.phase == "Design" && gate.number == 1)
    }
}
