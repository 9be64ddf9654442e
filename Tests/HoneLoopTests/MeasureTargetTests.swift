import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct MeasureTargetTests {
    @Test(arguments: [
        (">= 90 %", ">= 90 %"), ("<=2.5s", "<= 2.5 s"), ("≥ 1000", ">= 1000"), ("10-20 users", "10-20 users"), ("-5 - 3 °C", "-5-3 °C"),
        ("<= -1", "<= -1"), (">= 0.995", ">= 0.995"), (">= 1.2550 s", ">= 1.2550 s"), ("<= 1234.567", "<= 1234.567"),
    ])
    func `a target is read, written and read again`(text: String, written: String) throws {
        let target = try #require(MeasureTarget(text))
        #expect(target.description == written)
        #expect(MeasureTarget(written) == target)
    }

    @Test(arguments: [
        "", "90", "> 5", ">= ", ">= x", ">= 5 <= 7", "20-10", "10 s-20 s", ">= 1e999", "about 5", ">= 2,9 %", ">= 15.000", "<= -1.250 s",
        "1.000-2.000", ">= 15'000",
    ])
    func `anything else is none`(text: String) {
        #expect(MeasureTarget(text) == nil)
    }

    @Test func `it holds on its edge`() throws {
        #expect(try #require(MeasureTarget(">= 90 %")).holds(for: 90) && !(try #require(MeasureTarget(">= 90 %")).holds(for: 89.9)))
        #expect(try #require(MeasureTarget("1-2")).holds(for: 2) && !(try #require(MeasureTarget("1-2")).holds(for: 2.1)))
    }

    @Test func `a measure of another goal, and one that cannot be read, change nothing`() {
        let goal = ProcessCheckTests.goal
        func agreements(_ decision: Decision) -> Agreements { Agreements([goal, decision]) }
        let good = GoalMeasure(name: "users", target: MeasureTarget(">= 5"), decidedAt: 7)
        #expect(agreements(good.decision(goal: "1", role: "team")).goals[0].measure == good)
        #expect(agreements(good.decision(goal: "9", role: "team")).setAside == ["2"])
        let odd = Decision(.measureGoal, decidedAt: 1, subject: "1", text: "users", details: ["target": "many"])
        #expect(agreements(odd).setAside == ["2"] && agreements(odd).goals[0].measure == nil)
    }
}
