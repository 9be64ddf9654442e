import HoneFacts
import HoneMetrics

@testable import HoneLoop

/// Every step that can be written about a thing, each in full: what is missing in none of them is the right state.
enum EveryStep {
    static let day = CalendarDay(iso: "2026-12-01") ?? CalendarDay(number: 0)
    static let instant = KPISteps.monday + 20 * KPISteps.day

    /// - Parameters:
    ///   - id: of the thing.
    ///   - version: of the text that a KPI's step speaks of.
    static func about(_ id: String, version: Int = 1) throws -> [(name: String, decision: Decision)] {
        func step(_ verb: Decision.Verb, _ text: String = "", with details: [String: String] = [:]) -> Decision {
            Decision(verb, decidedAt: instant, subject: id, text: text, reason: "so it is", until: day, details: details)
        }
        let improvement: [(String, Decision)] = [
            ("shape", step(.shapeImprovement, with: ImprovementLawTests.shape.details)),
            ("commit", step(.commitImprovement, with: ImprovementLawTests.terms.details)),
            ("commit small", step(.commitSmall, with: ImprovementLawTests.small.details)),
            ("revise terms", step(.reviseImprovement, with: ImprovementLawTests.terms.details)), ("start", step(.putInForce)),
            ("decide keep", step(.decideImprovement, "keep", with: ImprovementLawTests.effect.details)),
            ("decide unmeasured", step(.decideImprovement, "unmeasured")), ("decline", step(.decline)), ("park", step(.park)),
            ("escalate", step(.escalate, "sponsor")), ("done", step(.finishImprovement)), ("drop", step(.dropImprovement)),
            ("story", step(.linkStory, "ABC-1")), ("list again", step(.carryImprovement, ImprovementRecord.open)),
            ("ask", step(.askBrief, "two days")), ("answer", step(.answerBrief, "not-now")),
        ]
        let mark = ["mark": "c", "side": "product"]
        let kpi: [(String, Decision)] = [
            ("agree", step(.agree, "\(version)", with: mark)), ("object", step(.object)), ("resolve", step(.resolve, "1")),
            ("ratify", step(.ratify, "\(version)")), ("revise", step(.reviseKPI, with: KPISteps.terms().details)),
            ("retire", step(.retireKPI)),
            ("reject", step(.rejectKPI)), ("watch", step(.watchKPI)),
        ]
        var (open, go) = (try GateStepTests.open(nil), try GateStepTests.close(.go))
        (open.subject, go.subject) = (id, id)
        let gate: [(String, Decision)] = [("open", open), ("close", go), ("skip", step(.skipGate)), ("move", step(.moveGate))]
        let other: [(String, Decision)] = [
            ("measure", step(.measureGoal, "active users")), ("meet", step(.meetGoal)), ("reopen", step(.reopenGoal)),
            ("give up", step(.dropGoal)),
            ("close check", HealthRecordTests.closing(id, on: "2026-12-01", HealthRecordTests.all(4))),
        ]
        return (improvement + kpi + gate + other).map { (name: $0.0, decision: $0.1) }
    }
}
