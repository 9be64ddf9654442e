import HoneFacts
import Testing

@testable import HoneLoop

/// Numbers counted by hand.
@Suite struct LoopHealthTests {
    typealias Notes = NotesReadingTests

    static let today = Notes.day("2026-11-22")
    /// Noon of today.
    static let now: Int64 = 1_795_348_800

    /// Six retrospectives; gaps of 14, 28, 14, 14 and 17 days.
    static let notes = [
        Notes.notes(
            "2026-08-23", Notes.item("a", .done, on: "2026-09-01", due: "2026-09-01"),
            Notes.item("b", .done, on: "2026-10-01", due: "2026-09-15"), Notes.item("c", .dropped, reason: "too costly"), Notes.item("d")),
        Notes.notes("2026-09-06", Notes.item("d", due: "2026-10-10"), Notes.item("e", .done, due: "2026-09-30")),
        Notes.notes("2026-10-04", Notes.item("f", .done, due: "2026-12-01"), Notes.item("g", .dropped)),
        Notes.notes("2026-10-18", Notes.item("h", due: "2026-11-22")), Notes.notes("2026-11-01"),
        Notes.notes("2026-11-18", Notes.item("i", .done)),
    ]

    static func record(_ notes: [CeremonyNotes]) -> ImprovementRecord {
        NotesReading(notes, after: ImprovementRecord(), now: now).record
    }

    /// Sprints of 14 days that begin on 24 August.
    static let sprints = (0..<8).map { Window(from: Notes.day("2026-08-24") + 14 * $0, to: Notes.day("2026-08-24") + 14 * ($0 + 1)) }

    static func health(_ notes: [CeremonyNotes] = notes, window: Window? = nil, iterations: [Window]? = nil) -> LoopHealth {
        LoopHealth(record(notes), window: window, iterations: iterations, today: today, zone: .utc)
    }

    @Test func `how often they are held`() {
        let held = Self.health(iterations: Self.sprints).held
        // 84 days that end today begin on 31 August: the first one is outside.
        #expect(held.window == Window(from: Notes.day("2026-08-31"), to: Notes.day("2026-11-23")))
        #expect(held.count == 5 && held.total == 6)
        // 14, 28, 14, 14, 17 in order are 14 14 14 17 28.
        #expect(held.usualGap == 14)
        #expect(held.longestGap == CeremoniesHeld.Gap(from: Notes.day("2026-09-06"), to: Notes.day("2026-10-04")))
        #expect(held.lastOn == Notes.day("2026-11-18"))
        // Whole sprints in the window that are over begin on 7 and 21 September, 5 and 19 October, 2 November;
        // those of 7 September have none, 4 October is in the second, 18 October in the third, 1 November in the fourth.
        #expect(held.iterations == Tally(count: 3, of: 5))
    }

    @Test func `what became of what they noted`() {
        let follow = Self.health().followThrough
        #expect(follow.noted == 9 && follow.done == 5 && follow.open == 2)
        #expect(follow.completion == Tally(count: 5, of: 7))
        #expect(follow.openAges == [91, 35])
        #expect(follow.carriedOver == 1)
        #expect(follow.dropped == [.init(title: "c", reason: "too costly"), .init(title: "g", reason: "")])
        // Due: a in time, b late, d open, e on an unknown day, h open and due today. To come: f. Without: i.
        #expect(follow.onTime == Tally(count: 1, of: 5, unknown: 1))
        #expect(follow.notYetDue == 1 && follow.withoutDueDay == 1)
        // A next ceremony: a yes, b no, d no, e and f unknown, h no; i has none yet.
        #expect(follow.byNextCeremony == Tally(count: 1, of: 6, unknown: 2))
    }

    @Test func `a tick that was recorded by the day it counts for is in time, though nobody says when`() {
        let notes = [Notes.notes("2026-11-08", Notes.item("a", .done, due: "2026-11-22")), Notes.notes("2026-11-22")]
        let health = LoopHealth(Self.record(notes), iterations: nil, today: Notes.day("2026-12-01"), zone: .utc)
        #expect(health.followThrough.onTime == Tally(count: 1, of: 1))
        #expect(health.followThrough.byNextCeremony == Tally(count: 1, of: 1))
    }

    @Test func `nothing read, nothing in the window and none in an iteration are three things`() {
        let nothing = Self.health([], iterations: Self.sprints)
        #expect(nothing.held.lastOn == nil && nothing.held.longestGap == nil && nothing.held.iterations == Tally())
        #expect(nothing.followThrough.completion == Tally())
        let old = Self.health([Notes.notes("2026-07-01")], iterations: Self.sprints).held
        #expect(old.count == 0 && old.total == 1 && old.usualGap == nil)
        #expect(old.longestGap?.days == 144 && old.iterations == Tally(count: 0, of: 5))
        let young = Self.health([Notes.notes("2026-11-18")], iterations: Self.sprints).held
        #expect(young.count == 1 && young.iterations == Tally())
    }

    @Test func `what is dated after today counts nowhere yet`() {
        let health = Self.health([Notes.notes("2026-11-18", Notes.item("a")), Notes.notes("2062-11-18", Notes.item("b"))])
        #expect(health.held.total == 1 && health.held.datedAfterToday == 1)
        #expect(health.followThrough.noted == 1)
    }

    @Test func `the sentences name no target`() {
        func words(_ health: LoopHealth, _ lifeCycle: LifeCycle = .scrum) -> LoopHealthWords { LoopHealthWords(health, lifeCycle) }
        let all = words(Self.health(iterations: Self.sprints))
        #expect(all.rhythm == "a retrospective about every 14 days (3 of 5 sprints had one), last one 4 d ago")
        #expect(all.whatBecameOfThem == "from retrospectives: 9 improvements noted, 5 done, 2 dropped, 2 open (oldest 91 d)")
        let kanban = words(Self.health([Notes.notes("2026-11-18", Notes.item("a"))]), .kanban)
        #expect(kanban.rhythm == "1 retrospective in 12 weeks, last one 4 d ago", "it is called what was held")
        #expect(kanban.whatBecameOfThem == "from retrospectives: 1 improvement noted, 0 done, 0 dropped, 1 open (4 d)")
        #expect(!kanban.lines.contains { ($0.label + $0.text).contains("sprint") })
        let old = words(Self.health([Notes.notes("2026-07-01")]))
        #expect(old.rhythm == "no retrospective in the last 12 weeks, last one 144 d ago")
        let nothing = words(Self.health([]))
        #expect(nothing.rhythm == "No retrospective is on record yet.")
        #expect(nothing.whatBecameOfThem == nil)
    }

    @Test func `the scorecard says where improvement lives`() async {
        let decisions = NotesReading(Self.notes, after: ImprovementRecord(), now: Self.now).decisions
        let scorecard = await ScorecardBuilderTests.builder(FactTables(), decisions: decisions).scorecard(window: nil)
        #expect(scorecard.whereItLives == "a retrospective about every 14 days, last one 4 d ago")
        #expect(scorecard.improvement.fromCeremonies?.hasPrefix("from retrospectives: 9 improvements noted") == true)
        let bare = await ScorecardBuilderTests.builder(FactTables()).scorecard(window: nil)
        #expect(bare.whereItLives == "No kaizen event is on record yet.")
        #expect(bare.improvement.fromCeremonies == nil)
    }

    @Test func `the review of a Lean Startup product is its learning review, that of a sprint finds no improvements`() {
        var record = ImprovementRecord()
        let held = Decision(.holdCeremony, decidedAt: Self.now, subject: Ceremony(.review, heldOn: Notes.day("2026-11-18")).subject)
        let isTaken = record.take(held, id: "1")
        #expect(isTaken)
        func words(_ lifeCycle: LifeCycle) -> LoopHealthWords {
            LoopHealthWords(LoopHealth(record, iterations: nil, today: Self.today, zone: .utc, lifeCycle: lifeCycle), lifeCycle)
        }
        #expect(words(.leanStartup).rhythm == "1 learning review in 12 weeks, last one 4 d ago")
        #expect(words(.scrum).rhythm.hasPrefix("No retrospective is on record"))
        #expect(words(.leanStartup).whatBecameOfThem == nil, "it noted nothing, so there is nothing to follow")
    }

    @Test func `whoever works in phases has gates, and a retrospective between them is called one`() throws {
        func words(_ decisions: [Decision]) -> LoopHealthWords {
            LoopHealthWords(LoopHealth(Agreements(decisions), Interpretation(), .phased, today: Self.today), .phased)
        }
        func held(_ kind: Ceremony.Kind, on day: String) -> Decision {
            Decision(.holdCeremony, decidedAt: Self.now, subject: Ceremony(kind, heldOn: Notes.day(day)).subject)
        }
        #expect(words([]).rhythm == "No closed gate is on record yet.")
        let retros = [held(.retrospective, on: "2026-10-18"), held(.retrospective, on: "2026-11-18")]
        #expect(words(retros).rhythm == "2 retrospectives in 12 weeks, last one 4 d ago")
        let both = retros + [held(.gate, on: "2026-11-01")]
        #expect(words(both).rhythm == "a gate or retrospective about every 15.5 days, last one 4 d ago")
        #expect(words(both).lines.first?.text.hasPrefix("3 gates or retrospectives in the") == true)
    }

    @Test func `a gate that was skipped on purpose and one that was forgotten are in the rhythm, and look different`() throws {
        let details = Gate.details([try GateCriterion("defect-removal-effectiveness >= 85 %")])
        func added(_ phase: String, on day: String) -> Decision {
            Decision(
                .addGate, decidedAt: Self.now, subject: phase, text: "\(phase) gate", until: CalendarDay(iso: day), details: details)
        }
        let decisions = [
            added("Design", on: "2026-10-30"), added("Code", on: "2026-11-13"), added("Test", on: "2026-12-20"),
            Decision(.skipGate, decidedAt: Self.now, subject: "1", reason: "no new design"),
        ]
        let agreements = Agreements(decisions)
        #expect(agreements.setAside.isEmpty)
        let health = LoopHealth(agreements, Interpretation(), .phased, today: Self.today)
        #expect(health.held.skipped.map(\.on) == [Notes.day("2026-10-30")] && health.lapsedGates == 1)
        let words = LoopHealthWords(health, .phased)
        #expect(words.rhythm == "1 skipped on purpose (no new design); 1 gate is past its day; no closed gate is on record yet")
        let lines = words.lines.map { "\($0.label): \($0.text)" }
        #expect(lines.contains("skipped: 30 Oct 2026, on purpose: no new design"))
        #expect(lines.contains("gates: 1 planned for a day that is over, and never opened"))
    }
}
