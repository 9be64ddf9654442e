import HoneFacts
import Testing

@testable import HoneLoop

@Suite struct CeremonySheetTests {
    typealias Reading = ImprovementReadingTests

    /// The sections by their place: what changed, what is open, what comes back, the reserve, notes, how many came.
    static func sheet(_ decisions: [Decision], _ evidence: EffectEvidence) -> CeremonySheet {
        let agreements = Agreements(decisions)
        let lines = ImprovementLines(agreements, .utc, on: evidence.today, evidence)
        return CeremonySheet(.retrospective, agreements, evidence, lines, reserve: ["10 % is kept: 8 % used"])
    }

    static func held(_ day: CalendarDay, attended: String? = nil) -> Decision {
        Decision(
            .holdCeremony, decidedAt: 0, subject: Ceremony(.retrospective, heldOn: day).subject,
            details: attended.map { ["attended": $0] } ?? [:])
    }

    static func notes(_ titles: [[String]], before today: CalendarDay) -> [Decision] {
        let notes = titles.enumerated().map { place, titles in
            CeremonyNotes(heldOn: today + (place - titles.count) * 14 + -70, items: titles.map { CeremonyNotes.Item(title: $0) })
        }
        return NotesReading(notes, after: ImprovementRecord(), now: 0).decisions
    }

    @Test func `a jump of a number is told with its usual level and the side it went to`() {
        // 80 weeks at 10 days, the last two at 30.
        let evidence = Reading.evidence(changed: 78, after: 30)
        let section = Self.sheet([Self.held(Reading.start + 77 * 7)], evidence).sections[0]
        #expect(section.heading == "What changed beyond its own noise since \(DayText.day(Reading.start + 77 * 7))")
        #expect(section.lines.contains { $0.hasPrefix("cycle time: ") && $0.contains("above its usual") }, "\(section.lines)")
    }

    @Test func `a week that was over when the last one was held is not told again`() {
        let evidence = Reading.evidence(changed: 78, after: 30)
        var seen = 0
        for back in stride(from: 0, through: 140, by: 7) {
            let since = evidence.today + -back
            let signals = ProcessSignals(evidence, since: since).signals
            #expect(signals.allSatisfy { $0.week.week >= since.week })
            // The further back it looks, the more it finds.
            #expect(signals.count >= seen)
            seen = signals.count
        }
        #expect(seen > 0 && ProcessSignals(evidence, since: evidence.today).signals.isEmpty)
    }

    @Test func `a number that stays within its limits is nothing, and a short past says nothing`() {
        let quiet = Reading.evidence(after: 10)
        #expect(Self.sheet([Self.held(quiet.today + -1)], quiet).sections[0].lines[0].hasPrefix("Nothing: "))
        let short = Reading.evidence(weeks: 6, changed: 6, after: 10)
        #expect(Self.sheet([], short).sections[0].lines == ["Too few weeks of evidence to say."])
    }

    @Test func `what is open stands with its number, its age and how it stands`() throws {
        let evidence = Reading.evidence(after: 10)
        let day = evidence.today + -20
        let notes = CeremonyNotes(heldOn: day, items: [.init(title: "One review at a time"), .init(title: "Gone", state: .dropped)])
        var decisions = NotesReading([notes], after: ImprovementRecord(), now: 0).decisions
        let started = evidence.today + -30
        decisions += [
            Decision(.note, decidedAt: Int64(started.number) * 86_400, text: "Smaller changes"),
            Decision(.note, decidedAt: Int64((evidence.today + -9).number) * 86_400, text: "Flaky tests"),
        ]
        decisions.append(
            Decision(
                .shapeImprovement, decidedAt: Int64(started.number) * 86_400, subject: "\(decisions.count - 1)",
                details: ImprovementShape(kind: .process).details))
        let sheet = Self.sheet(decisions, evidence)
        let lines = sheet.sections[1].lines
        #expect(lines.count == 2, "\(lines)")
        #expect(lines[0].hasPrefix("1. One review at a time (20 d): "))
        #expect(lines[1].hasPrefix("3. Smaller changes (30 d): "))
        #expect(sheet.sections[4].lines == ["4. Flaky tests (9 d)"])
        #expect(sheet.sections[3].lines == ["10 % is kept: 8 % used"])
    }

    @Test func `what is listed three times and a word that three ceremonies used come back`() {
        let evidence = Reading.evidence(after: 10)
        let decisions = Self.notes(
            [
                ["Shorter builds", "Faster builds there"], ["Shorter builds", "A room"], ["Shorter builds", "Cache builds"],
                ["Rerun builds"],
            ],
            before: evidence.today)
        let lines = Self.sheet(decisions, evidence).sections[2].lines
        #expect(lines == ["\"Shorter builds\" was listed 3 times and is open", "the word \"builds\" in what 3 ceremonies noted"])
        #expect(Self.sheet([], evidence).sections[2].lines == ["Nothing."])
    }

    @Test func `how many came before stands on the next sheet`() {
        let evidence = Reading.evidence(after: 10)
        let decisions = [Self.held(evidence.today + -28, attended: "7"), Self.held(evidence.today + -14, attended: "5")]
        let sheet = Self.sheet(decisions, evidence)
        #expect(sheet.sections[5].lines == ["7, 5 came (oldest first)"])
        #expect(sheet.title == "retrospective, \(DayText.day(evidence.today)): the last one was on \(DayText.day(evidence.today + -14))")
        #expect(Self.sheet([], evidence).sections[5].lines[0].hasPrefix("Nobody said it yet."))
    }

    @Test func `the same decisions and evidence give the same sheet, and each section says something`() {
        let evidence = Reading.evidence(changed: 78, after: 30)
        let decisions = Self.notes([["a"], ["a", "b"]], before: evidence.today)
        #expect(Self.sheet(decisions, evidence).sections == Self.sheet(decisions, evidence).sections)
        #expect(Self.sheet([], evidence).sections.allSatisfy { !$0.lines.isEmpty && !$0.lines.contains("") })
    }
}
