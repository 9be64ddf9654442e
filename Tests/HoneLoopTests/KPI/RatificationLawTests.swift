import HoneFacts
import Testing

@testable import HoneLoop

/// Invariant I1 over random logs: whatever is in a log, in whatever order, an active KPI has fulfilled the rule when it was ratified.
@Suite struct RatificationLawTests {
    struct Dice {
        var state: UInt64
        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    /// A log of made-up decisions, most of them on one KPI, many of them impossible.
    static func log(_ seed: UInt64) -> [Decision] {
        var dice = Dice(state: seed &* 7919 &+ 1)
        var steps = KPISteps().joined("a", .product, at: -9).joined("b", .engineering, at: -9).proposed()
        var day: Int64 = 0
        for _ in 0..<40 {
            day += Int64(dice.below(3))
            let mark = ["a", "b", "c", "d"][dice.below(4)]
            let side: Side = dice.below(2) == 0 ? .product : .engineering
            let version = 1 + dice.below(6) / 4
            switch dice.below(12) {
            case 0: steps = dice.below(3) == 0 ? steps.joined(mark, side, at: day) : steps
            case 1: steps = dice.below(3) == 0 ? steps.with(.leave, at: day, subject: mark) : steps
            case 2: steps = dice.below(3) > 0 ? steps : steps.with(.object, at: day, subject: "4", reason: "why?")
            case 3, 4: steps = steps.with(.resolve, at: day, subject: "4", text: "\(1 + dice.below(3))", reason: "so")
            case 5: steps = dice.below(3) == 0 ? steps.with(.reviseKPI, at: day, subject: "4", details: KPISteps.terms().details) : steps
            case 6, 7, 8, 9: steps = steps.agreed("4", mark, side, version: version, at: day)
            default: steps = steps.ratified("4", version: version, at: day)
            }
        }
        return steps.decisions
    }

    /// What the log says of the members at a place, told without the program's own types.
    static func members(_ decisions: ArraySlice<Decision>) -> [String: (side: String, at: Int64)] {
        var members: [String: (side: String, at: Int64)] = [:]
        for decision in decisions {
            if decision.verb == .join, members[decision.subject] == nil {
                members[decision.subject] = (decision.details["side"] ?? "", decision.decidedAt)
            }
            if decision.verb == .leave { members[decision.subject] = nil }
        }
        return members
    }

    @Test func `whatever a log holds, what is active was agreed by the rule`() throws {
        var activeCount = 0
        for seed in 0..<150 as Range<UInt64> {
            let decisions = Self.log(seed)
            var before: Int? = nil
            for place in decisions.indices {
                let upTo = decisions[...place]
                let active = Agreements(Array(upTo)).kpis.first?.active
                defer { before = active?.version }
                guard let active, active.version != before else { continue }
                activeCount += 1
                let ratify = decisions[place]
                #expect(ratify.verb == .ratify && ratify.text == "\(active.version)")
                let members = Self.members(upTo)
                // Since the text was proposed, which consents to it were given, by side.
                let proposals = upTo.indices.filter { [.proposeKPI, .reviseKPI].contains(upTo[$0].verb) }
                let proposed = try #require(proposals.indices.contains(active.version - 1) ? proposals[active.version - 1] : nil)
                let consents = upTo[proposed...].filter { $0.verb == .agree && $0.text == "\(active.version)" }
                let sides = Set(members.values.map(\.side))
                var agreed = 0
                for side in ["product", "engineering"] {
                    let marks = Set(consents.filter { $0.details["side"] == side }.compactMap { $0.details["mark"] })
                    let count = min(marks.count, members.values.count { $0.side == side })
                    #expect(count > 0 || !sides.contains(side), "seed \(seed), \(place): nobody of \(side)")
                    agreed += count
                }
                #expect(agreed * 2 >= members.count && agreed > 0, "seed \(seed), \(place)")
                let known = max(decisions[proposed].decidedAt, members.values.map(\.at).max() ?? 0)
                #expect(ratify.decidedAt - known >= 46 * 3600, "seed \(seed), \(place): too early")
            }
        }
        // The logs reach the state that is tested.
        #expect(activeCount > 50)
    }
}
