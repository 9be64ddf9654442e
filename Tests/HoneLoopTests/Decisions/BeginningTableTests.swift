import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// Decisions that begin something, or stand for themselves: what lacks a part, comes twice or at a wrong time is set aside.
@Suite struct BeginningTableTests {
    static func setAside(_ decisions: [Decision]) -> [String] { Agreements(decisions).setAside }

    /// Each in full, taken on an empty log, with the parts that it cannot do without.
    static func beginnings() throws -> [(decision: Decision, needs: [WritableKeyPath<Decision, String>], needsDay: Bool)] {
        let day = EveryStep.day
        let terms = KPISteps.terms()
        return [
            (Decision(.addGoal, decidedAt: 0, subject: "run", text: "The checkout stays up"), [\.subject], false),
            (Decision(.notAKPI, decidedAt: 0, reason: "too few releases", until: day), [], true),
            (Decision(.leaveCapabilityEmpty, decidedAt: 0, reason: "a prototype", until: day), [\.reason], true),
            (Decision(.proposeKPI, decidedAt: 0, subject: terms.metric, details: terms.details), [\.subject], false),
            (Decision(.join, decidedAt: 0, role: "engineering", subject: "m", details: ["side": "engineering"]), [\.subject], false),
            (HealthRecordTests.opening("x"), [\.subject], false),
            (Decision(.setReserve, decidedAt: 0, subject: "items", text: "0.1", until: day), [\.subject, \.text], true),
            (Decision(.raidReserve, decidedAt: 0, reason: "the tax rules change", until: day), [\.reason], true),
            (Decision(.askedForPeopleData, decidedAt: 0, role: "sponsor", reason: "the yearly talks", until: day), [\.reason], true),
            (PlanSteps.settle(PlanSteps.rows, at: "2026-03-15T00:00:00Z"), [], false),
            (try GateStepTests.add(), [\.subject, \.text], false),
            (Decision(.openCeremony, decidedAt: 0, subject: "retrospective 2026-12-01"), [\.subject], false),
            (Decision(.holdCeremony, decidedAt: 0, subject: "retrospective 2026-12-01"), [\.subject], false),
            (Decision(.skipCeremony, decidedAt: 0, subject: "kaizen 2026-12-01", reason: "the season"), [\.subject, \.reason], false),
            (Decision(.noteImprovement, decidedAt: 0, subject: "2026-12-01 one-review", text: "One review"), [\.subject], false),
        ]
    }

    @Test func `taken in full, and set aside with a part missing`() throws {
        for (decision, needs, needsDay) in try Self.beginnings() {
            #expect(Self.setAside([decision]).isEmpty, "\(decision.verb)")
            for part in needs {
                var broken = decision
                broken[keyPath: part] = ""
                #expect(Self.setAside([broken]) == ["1"] && Standing([broken]) == Standing([]), "\(decision.verb) without \(part)")
                broken[keyPath: part] = "rumour"
                // Any sentence will do as a reason, a text of a gate or an id.
                let isFree = part == \.reason || [.addGate, .join, .openHealthCheck].contains(decision.verb)
                if !isFree { #expect(Self.setAside([broken]) == ["1"], "\(decision.verb) with a rumour") }
            }
            var dayless = decision
            dayless.until = nil
            #expect(Self.setAside([dayless]) == (needsDay ? ["1"] : []), "\(decision.verb) without a day")
        }
    }

    @Test func `what is not said in full of its terms is set aside`() throws {
        for (decision, _, _) in try Self.beginnings() where !decision.details.isEmpty {
            var bare = decision
            bare.details = [:]
            #expect(Self.setAside([bare]) == ["1"] && Standing([bare]) == Standing([]), "\(decision.verb)")
        }
    }

    @Test func `ceremonies: open once at a time, held or skipped from there, and the clock ends what nobody closed`() {
        func ceremony(_ verb: Decision.Verb, _ day: String, _ kind: String = "retrospective", reason: String = "") -> Decision {
            Decision(verb, decidedAt: 0, subject: "\(kind) \(day)", reason: reason)
        }
        let open = ceremony(.openCeremony, "2026-12-01")
        let (held, skipped) = (ceremony(.holdCeremony, "2026-12-02"), ceremony(.skipCeremony, "2026-12-02", reason: "the season"))
        // Steps after an opening; whether a next opening on a day is taken.
        let cases: [(after: [Decision], next: Decision, isTaken: Bool)] = [
            ([], open, true), ([open], ceremony(.openCeremony, "2026-12-02"), false),
            ([open], ceremony(.openCeremony, "2026-12-08"), false),
            // Lapsed by then, so another may begin.
            ([open], ceremony(.openCeremony, "2026-12-09"), true), ([open, held], ceremony(.openCeremony, "2026-12-02"), true),
            ([open, skipped], ceremony(.openCeremony, "2026-12-02"), true), ([open], ceremony(.openCeremony, "2026-12-02", "kaizen"), true),
            ([open], held, true), ([open], skipped, true), ([open], ceremony(.skipCeremony, "2026-12-02"), false),
            ([], ceremony(.openCeremony, "yesterday"), false), ([], ceremony(.holdCeremony, "2026-12-01", "party"), false),
        ]
        for (place, (after, next, isTaken)) in cases.enumerated() {
            #expect(Self.setAside(after + [next]) == (isTaken ? [] : ["\(after.count + 1)"]), "\(place)")
            if !isTaken { #expect(Standing(after + [next]) == Standing(after), "\(place)") }
        }
        // One that was held before it was opened closes nothing.
        let early = Agreements([open, ceremony(.holdCeremony, "2026-11-30")]).record.ceremonyRecord
        #expect(early.open[.retrospective] != nil && early.held.count == 1)
        let late = Agreements([open, ceremony(.openCeremony, "2026-12-09")]).record.ceremonyRecord
        #expect(late.lapsed.map(\.openedOn) == [PlanSteps.day("2026-12-01")])
    }

    @Test func `tokens join once and leave once, a baseline is first once, and a later one has a reason`() {
        let join = Decision(.join, decidedAt: 0, role: "engineering", subject: "m", details: ["side": "engineering"])
        let leave = Decision(.leave, decidedAt: 1, subject: "m")
        #expect(Self.setAside([join, join]) == ["2"] && Self.setAside([leave]) == ["1"] && Self.setAside([join, leave, leave]) == ["3"])
        let first = PlanSteps.settle(PlanSteps.rows, at: "2026-03-15T00:00:00Z")
        let next = PlanSteps.settle(PlanSteps.rows, at: "2026-03-16T00:00:00Z", .rebaseline, reason: "the supplier is late")
        let silent = PlanSteps.settle(PlanSteps.rows, at: "2026-03-16T00:00:00Z", .rebaseline)
        #expect(Self.setAside([first, first]) == ["2"] && Self.setAside([next]) == ["1"])
        #expect(Self.setAside([first, next]).isEmpty && Self.setAside([first, silent]) == ["2"])
    }
}
