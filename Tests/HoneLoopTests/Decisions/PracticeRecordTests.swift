import HoneFacts
import Testing

@testable import HoneLoop

/// How the way of working is kept, in one place, whoever decides.
@Suite struct PracticeRecordTests {
    static let today = CalendarDay(iso: "2026-12-01") ?? CalendarDay(number: 0)

    static func record(_ steps: KPISteps, _ more: [Decision] = []) -> PracticeRecord {
        let decisions = (steps.decisions + more).enumerated().map { place, decision -> Decision in
            var decision = decision
            decision.id = "\(place + 1)"
            return decision
        }
        return PracticeRecord(decisions, Product(name: "Alloy", ownerLabel: "sponsor of the shop"), .utc, on: today)
    }

    static func about(_ record: PracticeRecord, _ kind: PracticeRecord.Kind) -> [String] {
        record.lines.filter { $0.kind == kind }.map { "\($0.day) \($0.role): \($0.about)" }
    }

    static func said(
        _ verb: Decision.Verb, _ subject: String = "", by role: String, _ text: String = "", _ reason: String = "", day: String?
    )
        -> Decision
    {
        Decision(
            verb, decidedAt: KPISteps.monday, role: role, subject: subject, text: text, reason: reason,
            until: day.flatMap { CalendarDay(iso: $0) })
    }

    @Test func `where nothing is set, raided, left out or waiting there is no line`() {
        #expect(Self.record(KPISteps()).lines.isEmpty)
        #expect(Self.record(KPISteps.active).lines.isEmpty)
    }

    @Test func `a KPI that a manager alone wants is of one side, until one of a side agrees`() {
        let alone = KPISteps().joined("a", .product).joined("b", .engineering).proposed()
        #expect(Self.about(Self.record(alone), .kpiOfOneSide) == ["2026-11-02 manager: KPI 1, cycle time p85: v1 proposed, not agreed"])
        let talkedAbout = Self.record(alone.agreed("4", "a", .product))
        #expect(talkedAbout.count(.kpiOfOneSide) == 0 && talkedAbout.count(.waiting) == 1)
        // What the team or a side proposes waits, and is nobody's alone.
        for role in ["team", "developer", "sponsor of the shop"] {
            let record = Self.record(KPISteps().proposed(by: role))
            #expect(record.count(.kpiOfOneSide) == 0 && record.lines.first?.role == role, "\(role)")
        }
        // What is settled is in the whole list alone.
        #expect(Self.record(alone.with(.rejectKPI, at: 1, subject: "4", reason: "no")).lines.isEmpty)
    }

    @Test func `what one side agreed alone stays in the list, and a review that is due waits`() {
        let one = KPISteps().joined("a", .product).joined("c", .product).proposed(by: "product").agreed("4", "a", .product)
            .agreed("4", "c", .product).ratified("4")
        let record = Self.record(one)
        #expect(Self.about(record, .kpiOfOneSide) == ["2026-11-05 product: KPI 1, cycle time p85: agreed v1 by that side alone"])
        let due = PracticeRecord(
            KPISteps.active.decisions, Product(name: "Alloy"), .utc, on: CalendarDay(iso: "2027-01-14") ?? CalendarDay(number: 0))
        #expect(Self.about(due, .waiting) == ["2027-01-14 : KPI 1, cycle time p85: its review"])
    }

    @Test func `an objection against a KPI that holds waits until it is answered`() {
        let objected = KPISteps.active.with(.object, at: 5, subject: "4", reason: "it is gamed")
        #expect(Self.about(Self.record(objected), .waiting) == ["2026-11-05 : KPI 1, cycle time p85: an answer to an objection against v1"])
        #expect(Self.record(objected.with(.resolve, at: 6, subject: "4", text: "1", reason: "see the guard")).lines.isEmpty)
    }

    @Test func `raids, ceremonies left out and what waits stand together, each by its day`() {
        let record = Self.record(
            KPISteps(),
            [
                Self.said(.raidReserve, by: "product owner", "", "the fair", day: "2026-11-10"),
                Self.said(.raidReserve, by: "sponsor", "", "the audit", day: "2026-03-10"),
                Self.said(.skipCeremony, Ceremony(heldOn: Self.today + -20).subject, by: "team", "", "half of us are in bed", day: nil),
                // Nobody may leave one out without saying why: it changes nothing, and is in no line.
                Self.said(.skipCeremony, Ceremony(heldOn: Self.today + -6).subject, by: "manager", day: nil),
                Self.said(.note, by: "team", "tests are flaky", day: nil), Self.said(.note, by: "team", "one server", day: nil),
                Self.said(.escalate, "7", by: "team", "sponsor", "a server costs money", day: nil),
                Self.said(.askBrief, "6", by: "team", "two days", day: nil),
            ])
        #expect(
            Self.about(record, .reserveUsedOtherwise) == ["2026-03-10 sponsor: the audit", "2026-11-10 product owner: the fair"])
        #expect(Self.about(record, .leftOut) == ["2026-11-11 team: retrospective: half of us are in bed"])
        #expect(
            Self.about(record, .waiting) == [
                "2026-11-02 : brief 1, an answer: two days", "2026-11-02 : note 1, an answer: tests are flaky",
                "2026-11-02 sponsor: improvement 2, one server: a server costs money",
            ])
        #expect(
            record.lines.map(\.kind.rawValue) == ["reserve used otherwise", "reserve used otherwise", "left out"] + [
                "waiting", "waiting", "waiting",
            ])
    }

    @Test func `a question for people's data stays, by role, day and reason, whatever is decided later`() {
        let asked = [
            Self.said(.askedForPeopleData, by: "sponsor", "", "commits of each, for the yearly talks", day: "2026-11-20"),
            Self.said(.askedForPeopleData, by: "manager", "", "who is slow in reviews", day: "2026-10-05"),
            // Without the day or what for it says nothing.
            Self.said(.askedForPeopleData, by: "manager", "", "", day: "2026-10-06"),
            Self.said(.askedForPeopleData, by: "manager", "", "bonus", day: nil),
        ]
        let lines = ["2026-10-05 manager: who is slow in reviews", "2026-11-20 sponsor: commits of each, for the yearly talks"]
        #expect(Self.about(Self.record(KPISteps(), asked), .askedForPeopleData) == lines)
        // No step there is, written about any of them, takes a line out.
        for id in ["1", "2"] {
            for step in (try? EveryStep.about(id)) ?? [] {
                #expect(Self.about(Self.record(KPISteps(), asked + [step.decision]), .askedForPeopleData) == lines, "\(step.name)")
            }
        }
        #expect(Self.record(KPISteps(), asked).lines.map(\.kind.rawValue) == ["asked for people's data", "asked for people's data"])
    }

    @Test func `a brief that was put off waits again from its day on`() {
        let asked = [
            Self.said(.note, by: "team", "one server", day: nil), Self.said(.askBrief, "2", by: "team", "two days", day: nil),
        ]
        func waiting(_ answer: Decision) -> [String] {
            Self.about(Self.record(KPISteps(), asked + [answer]), .waiting).filter { $0.contains("brief") }
        }
        #expect(
            waiting(Self.said(.answerBrief, "2", by: "customer", "not-now", "later", day: "2026-11-20"))
                == ["2026-11-20 customer: brief 1, to be asked again: two days"])
        #expect(waiting(Self.said(.answerBrief, "2", by: "customer", "not-now", "later", day: "2026-12-02")).isEmpty)
        #expect(waiting(Self.said(.answerBrief, "2", by: "customer", "yes", day: nil)).isEmpty)
    }
}
