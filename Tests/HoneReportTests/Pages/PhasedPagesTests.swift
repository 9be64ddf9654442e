import HoneFacts
import Testing

@testable import HoneLoop
@testable import HoneReport

@Suite struct PhasedPagesTests {
    static func card(_ phased: PhasedPicture) -> Scorecard {
        var card = Sample.scorecard
        card.phased = phased
        return card
    }

    static func loop(_ phased: PhasedPicture) -> LoopPicture {
        var loop = Sample.loop
        loop.phased = phased
        return loop
    }

    @Test func `the plan on a terminal is the recorded one`() throws {
        let text = PlanText(Sample.phased, lines: [], width: 80, isStyled: false).text
        try Snapshot.expect(text + "\n", is: "plan.txt")
        try Snapshot.expect(PlanText(Sample.phased, lines: [], width: 80, isStyled: false).markdown + "\n", is: "plan.md")
    }

    @Test func `every form of both pages has the phases and the lane, and those of other products have neither`() {
        for phased in [Sample.phased, Sample.barePhased] {
            let (card, loop) = (Self.card(phased), Self.loop(phased))
            let forms = [
                ScorecardText(card, width: 80, isStyled: false).text, ScorecardMarkdown(card).text, ScorecardPageTests.page(card),
                LoopText(loop, width: 80, isStyled: false).text, LoopMarkdown(loop).text, LoopPage(loop).html,
            ]
            for form in forms { #expect(form.lowercased().contains("phases") && form.contains("improvement lane")) }
            for json in [ScorecardJSON(card).json.pretty, LoopJSON(loop).json.pretty] { #expect(json.contains("\"improvementLane\"")) }
        }
        let without = [
            ScorecardText(Sample.scorecard, width: 80, isStyled: false).text, ScorecardMarkdown(Sample.scorecard).text,
            ScorecardPageTests.page(Sample.scorecard), LoopPage(Sample.loop).html, ScorecardJSON(Sample.scorecard).json.pretty,
        ]
        for form in without { #expect(!form.contains("improvement lane") && !form.contains("improvementLane")) }
    }

    @Test(arguments: [40, 50, 64, 80, 120])
    func `no line is wider than the terminal`(width: Int) {
        for phased in [Sample.phased, Sample.barePhased] {
            let texts = [
                ScorecardText(Self.card(phased), width: width, isStyled: false).text,
                PlanText(phased, lines: [], width: width, isStyled: false).text,
            ]
            for line in texts.flatMap({ $0.split(separator: "\n") }) { #expect(line.count <= width && line.last != " ", "\(line)") }
        }
    }
}
