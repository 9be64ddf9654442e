import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneWorkflows

@Suite struct ImportRetroTests {
    @Test func `notes are recorded once, and go on where they stopped`() async throws {
        let log = MemoryDecisionLog(writer: "here", digest: .forTests)
        let day = try #require(CalendarDay(iso: "2026-03-14"))
        let open = CeremonyNotes(heldOn: day, items: [.init(title: "Fix the build", role: "product owner")])
        let first = try await ImportRetro(decisions: log, now: 5).run([open])
        #expect(try await log.decisions().map(\.subject) == first.decisions.map(\.subject))
        #expect(first.decisions.map(\.role) == ["team", "product owner"] && first.decisions.allSatisfy { $0.decidedAt == 5 })
        let done = CeremonyNotes(heldOn: day, items: [.init(title: "Fix the build", state: .done)])
        for _ in 0..<2 { _ = try await ImportRetro(decisions: log, now: 6).run([done]) }
        #expect(try await log.decisions().map(\.verb) == [.holdCeremony, .noteImprovement, .finishImprovement])
    }
}
