import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// Random decisions about one improvement against a table of the steps that PRODUCT's states allow.
@Suite struct ImprovementLawTests {
    static let day = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
    static let shape = ImprovementShape(kind: .process, stage: "Review", costHours: 20)
    static let small = ImprovementShape(kind: .tool, costHours: 8)
    static let terms = ImprovementTerms(
        hypothesis: "less waiting", measure: EffectMeasure(metric: "cycle-time", definitionVersion: 1, kind: .durations, better: .lower),
        expected: 0.1...0.3, smallest: 0.1,
        guarding: EffectMeasure(metric: "reopen-rate", definitionVersion: 1, kind: .shares, better: .lower))
    static let effect = RecordedEffect(
        effect: .better, size: .init(value: 0.8, lower: 0.7, upper: 0.9), kind: .durations, better: .lower, guardState: .held,
        look: .single)

    /// Every step anybody could try, right or not.
    static let steps: [Decision] = {
        let none = Decision(.decline, decidedAt: 5, subject: "n", reason: "")
        var steps = [none]
        steps.append(Decision(.shapeImprovement, decidedAt: 1, subject: "n", details: shape.details))
        steps.append(Decision(.shapeImprovement, decidedAt: 1, subject: "n", details: ["kind": "gossip"]))
        steps.append(Decision(.commitImprovement, decidedAt: 2, subject: "n", details: terms.details))
        steps.append(Decision(.commitImprovement, decidedAt: 2, subject: "n", details: shape.details))
        steps.append(Decision(.commitSmall, decidedAt: 2, subject: "n", details: small.details))
        steps.append(Decision(.commitSmall, decidedAt: 2, subject: "n", details: shape.details))
        steps.append(Decision(.reviseImprovement, decidedAt: 3, subject: "n", details: terms.details))
        steps.append(Decision(.putInForce, decidedAt: 4, subject: "n", until: day))
        steps.append(Decision(.putInForce, decidedAt: 4, subject: "n"))
        for answer in ImprovementAnswer.allCases {
            steps.append(
                Decision(.decideImprovement, decidedAt: 9, subject: "n", text: answer.rawValue, reason: "r", details: effect.details))
            steps.append(Decision(.decideImprovement, decidedAt: 9, subject: "n", text: answer.rawValue, reason: "r"))
            steps.append(Decision(.decideImprovement, decidedAt: 9, subject: "n", text: answer.rawValue, details: effect.details))
        }
        steps.append(Decision(.decline, decidedAt: 5, subject: "n", reason: "r"))
        steps.append(Decision(.park, decidedAt: 5, subject: "n", reason: "r", until: day))
        steps.append(Decision(.escalate, decidedAt: 5, subject: "n", text: "sponsor", reason: "r"))
        steps.append(Decision(.finishImprovement, decidedAt: 6, subject: "n", until: day))
        steps.append(Decision(.dropImprovement, decidedAt: 6, subject: "n", reason: "r"))
        return steps
    }()

    /// The name of a state.
    static func name(_ state: Improvement.State) -> String { String("\(state)".prefix { $0 != "(" }) }

    /// The states in the words of the design, each with what may follow.
    static let allowed: [String: Set<String>] = [
        "noted": ["shaped", "small", "declined", "parked", "escalated", "done"],
        "shaped": ["shaped", "committed", "small", "declined", "parked", "escalated", "done"],
        "parked": ["shaped", "small", "declined", "parked", "escalated", "done"],
        "escalated": ["shaped", "small", "declined", "parked", "escalated", "done"],
        "committed": ["committed", "inForce", "declined", "parked", "escalated"], "inForce": ["decided"],
        "small": ["smallInForce", "declined", "parked", "escalated"], "smallInForce": ["decided"], "decided": [],
        // Ceremonies may list again what was ticked.
        "done": ["done", "declined"], "declined": ["declined", "done"],
    ]

    @Test(arguments: 0..<200)
    func `no sequence of decisions takes a step that the states do not allow`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var record = ImprovementRecord()
        _ = record.take(Decision(.note, decidedAt: 0, text: "it hurts"), id: "n")
        for _ in 0..<40 {
            guard let step = Self.steps.randomElement(using: &random), let before = record.improvement(id: "n") else { return }
            let taken = record.take(step, id: "")
            guard let after = record.improvement(id: "n") else { return }
            if taken {
                let (from, to) = (Self.name(before.state), Self.name(after.state))
                #expect(Self.allowed[from]?.contains(to) ?? false, "\(from) to \(to) by \(step.verb)")
            } else {
                #expect(after == before)
            }
            if case .decided(let decided) = after.state {
                #expect(!decided.grounds.reason.isEmpty)
                // An answer about an effect has one, and a small change has none.
                #expect(decided.answer == .unmeasured || (decided.grounds.effect != nil && decided.inForce != nil))
            }
        }
    }

    @Test func `every state is reached by some sequence`() {
        var reached: Set<String> = []
        for seed in 0..<400 {
            var random = SeededGenerator(seed: UInt64(seed))
            var record = ImprovementRecord()
            _ = record.take(Decision(.note, decidedAt: 0, text: "it hurts"), id: "n")
            for _ in 0..<40 {
                if let step = Self.steps.randomElement(using: &random) { _ = record.take(step, id: "") }
                record.improvement(id: "n").map { _ = reached.insert(Self.name($0.state)) }
            }
        }
        #expect(reached == Set(Self.allowed.keys))
    }

    @Test func `terms, shapes and effects are read back as they were written`() {
        #expect(ImprovementTerms(Self.terms.details) == Self.terms)
        #expect(ImprovementShape(Self.shape.details) == Self.shape)
        #expect(RecordedEffect(Self.effect.details) == Self.effect)
        let part = EffectMeasure(metric: "stage-time", definitionVersion: 2, part: "In review", kind: .durations, better: .lower)
        #expect(EffectMeasure(recorded: part.recorded) == part)
        for name in ["hypothesis", "measure", "guard", "expected-low", "smallest"] {
            #expect(ImprovementTerms(Self.terms.details.filter { $0.key != name }) == nil, "\(name)")
        }
        // What it is measured by cannot guard it.
        #expect(ImprovementTerms(Self.terms.details.merging(["guard": Self.terms.measure.recorded]) { $1 }) == nil)
    }

    @Test func `terms are frozen: another version stands beside the first, and none after it is in force`() {
        var record = ImprovementRecord()
        _ = record.take(Decision(.note, decidedAt: 0, text: "it hurts"), id: "n")
        let next = ImprovementTerms(
            hypothesis: "much less waiting", measure: Self.terms.measure, expected: 0.3...0.5, smallest: 0.2, guarding: Self.terms.guarding)
        let decisions = [
            Decision(.shapeImprovement, decidedAt: 1, subject: "n", details: Self.shape.details),
            Decision(.commitImprovement, decidedAt: 2, subject: "n", details: Self.terms.details),
            Decision(.reviseImprovement, decidedAt: 3, subject: "n", details: next.details),
            Decision(.putInForce, decidedAt: 4, subject: "n", until: Self.day),
        ]
        for decision in decisions { #expect(record.take(decision, id: "")) }
        #expect(!record.take(decisions[2], id: ""))
        #expect(record.improvement(id: "n")?.measured?.committed.versions.map(\.terms) == [Self.terms, next])
    }
}
