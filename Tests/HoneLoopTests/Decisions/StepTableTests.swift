import HoneFacts
import Testing

@testable import HoneLoop

/// All states of all nouns against every step that can be written: what a state does not allow is set aside when somebody puts it into a
/// log by force, and changes nothing.
@Suite struct StepTableTests {
    struct State: CustomTestStringConvertible, Sendable {
        let noun: String
        let name: String
        /// The thing that the steps speak of.
        let id: String
        let decisions: [Decision]
        var version = 1
        /// Names of steps; all others are refused.
        let allowed: Set<String>

        var testDescription: String { "\(noun), \(name)" }
    }

    private static func improvement(_ name: String, _ steps: [String], _ allowed: Set<String>, isOver: Bool = false) throws -> State {
        let all = Dictionary(try EveryStep.about("1").map { ($0.name, $0.decision) }, uniquingKeysWith: { $1 })
        let noted = [Decision(.note, decidedAt: 0, text: "it hurts")]
        // A story can be named whenever, and a ceremony may list whatever it likes; it undoes nothing by that.
        let always: Set<String> = ["story", "list again"]
        return State(
            noun: "improvement", name: name, id: "1", decisions: noted + steps.compactMap { all[$0] },
            allowed: allowed.union(always).union(isOver ? [] : steps.last == "ask" ? ["answer"] : ["ask"]))
    }

    static func improvements() throws -> [State] {
        let early: Set<String> = ["decline", "park", "escalate"]
        let open = early.union(["shape", "commit small", "done", "drop"])
        return try [
            improvement("noted", [], open), improvement("parked", ["park"], open), improvement("escalated", ["escalate"], open),
            improvement("shaped", ["shape"], open.union(["commit"])), improvement("asked about", ["ask"], open),
            improvement("answered", ["ask", "answer"], open),
            improvement("committed", ["shape", "commit"], early.union(["revise terms", "start"])),
            improvement("in force", ["shape", "commit", "start"], ["decide keep", "decide unmeasured"]),
            improvement("small", ["commit small"], early.union(["start"])),
            improvement("small in force", ["commit small", "start"], ["decide unmeasured"]),
            improvement("decided", ["shape", "commit", "start", "decide keep"], [], isOver: true),
            improvement("decided small", ["commit small", "start", "decide unmeasured"], [], isOver: true),
            // Notes of ceremonies may say another end.
            improvement("declined", ["decline"], ["done", "drop"], isOver: true),
            improvement("done", ["done"], ["done", "drop"], isOver: true),
        ]
    }

    static func kpis() -> [State] {
        func kpi(_ name: String, _ steps: KPISteps, version: Int = 1, _ allowed: Set<String>) -> State {
            State(noun: "KPI", name: name, id: "4", decisions: steps.decisions, version: version, allowed: allowed)
        }
        let talk: Set<String> = ["agree", "object", "revise"]
        let agreed = KPIStatesTests.agreed
        let revised = KPISteps.active.with(.reviseKPI, at: 8, subject: "4", details: KPISteps.terms().details)
        let ready = revised.agreed("4", "a", .product, version: 2, at: 9).agreed("4", "b", .engineering, version: 2, at: 9)
        return [
            kpi("proposed", KPIStatesTests.members.proposed(), talk.union(["reject", "watch"])),
            kpi("agreed to", agreed, talk.union(["reject", "watch", "ratify"])),
            kpi("objected to", KPIStatesTests.objected, talk.union(["reject", "watch", "resolve"])),
            kpi("active", KPISteps.active, ["object", "revise", "retire"]),
            kpi("active, revised", revised, version: 2, talk.union(["reject", "retire"])),
            kpi("active, revision agreed to", ready, version: 2, talk.union(["reject", "retire", "ratify"])),
            kpi("rejected", agreed.with(.rejectKPI, at: 8, subject: "4", reason: "no"), []),
            kpi("watched", agreed.with(.watchKPI, at: 8, subject: "4", reason: "noisy", until: "2027-03-01"), []),
            kpi("retired", KPISteps.active.with(.retireKPI, at: 8, subject: "4", reason: "over"), []),
        ]
    }

    static func gates() throws -> [State] {
        let (add, open) = (try GateStepTests.add(), try GateStepTests.open(nil))
        let conditions = [GateClosing.Condition(text: "a second supplier")]
        func gate(_ name: String, _ decisions: [Decision], _ allowed: Set<String>) -> State {
            State(noun: "gate", name: name, id: "1", decisions: decisions, allowed: allowed)
        }
        return try [
            gate("planned", [add], ["open", "skip", "move"]), gate("open", [add, open], ["open", "close"]),
            gate("closed with go", [add, open, GateStepTests.close(.go)], []),
            gate("closed with conditions", [add, open, GateStepTests.close(.goWithConditions, conditions: conditions)], []),
            gate("closed with no-go", [add, open, GateStepTests.close(.noGo)], ["open", "move"]),
            gate("skipped", [add, GateStepTests.skip], []),
        ]
    }

    static func others() -> [State] {
        let opened = HealthRecordTests.opening("x")
        let closed = HealthRecordTests.closing("x", on: "2026-11-14", HealthRecordTests.all(4))
        let goal = Decision(.addGoal, decidedAt: 0, subject: "run", text: "The checkout stays up")
        return [
            State(noun: "health check", name: "open", id: "x", decisions: [opened], allowed: ["close check"]),
            State(noun: "health check", name: "closed", id: "x", decisions: [opened, closed], allowed: []),
            State(noun: "goal", name: "added", id: "1", decisions: [goal], allowed: ["measure", "meet", "give up"]),
            State(noun: "goal", name: "met", id: "1", decisions: [goal] + turns([.meetGoal]), allowed: ["measure", "reopen", "give up"]),
            State(
                noun: "goal", name: "reopened", id: "1", decisions: [goal] + turns([.meetGoal, .reopenGoal]),
                allowed: ["measure", "meet", "give up"]),
            State(noun: "goal", name: "given up", id: "1", decisions: [goal] + turns([.dropGoal]), allowed: []),
            State(noun: "nothing", name: "of that id", id: "999", decisions: [goal], allowed: []),
        ]
    }

    static func turns(_ verbs: [Decision.Verb]) -> [Decision] {
        verbs.map { Decision($0, decidedAt: 1, subject: "1", reason: "so it is") }
    }

    static func states() throws -> [State] { try improvements() + kpis() + gates() + others() }

    @Test func `each state is reached without a step that is set aside`() throws {
        for state in try Self.states() { #expect(Agreements(state.decisions).setAside.isEmpty, "\(state.testDescription)") }
    }

    @Test func `a step that a state allows is taken, any other is set aside and changes nothing`() throws {
        var count = 0
        for state in try Self.states() {
            let before = Standing(state.decisions)
            for step in try EveryStep.about(state.id, version: state.version) {
                let decisions = state.decisions + [step.decision]
                let after = Agreements(decisions)
                let isAllowed = state.allowed.contains(step.name)
                #expect(after.setAside == (isAllowed ? [] : ["\(decisions.count)"]), "\(state.testDescription): \(step.name)")
                if !isAllowed { #expect(Standing(after) == before, "\(state.testDescription): \(step.name)") }
                count += 1
            }
        }
        #expect(count == 36 * 33)
    }

    @Test func `the table speaks of every verb that steps from a state`() throws {
        let beginnings: Set<Decision.Verb> = [
            .addGoal, .note, .notAKPI, .leaveCapabilityEmpty, .showCapability, .holdCeremony, .openCeremony, .skipCeremony,
            .noteImprovement, .proposeKPI, .join, .leave,
            .openHealthCheck, .setReserve, .raidReserve, .askedForPeopleData, .setBaseline, .rebaseline, .addGate, .merge,
        ]
        let steps = Set(try EveryStep.about("1").map(\.decision.verb))
        #expect(steps.union(beginnings) == Set(Decision.Verb.allCases) && steps.isDisjoint(with: beginnings))
    }
}
