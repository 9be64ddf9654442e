import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// Whoever decides about a brief need not know one of our terms.
@Suite struct BriefLanguageTests {
    static func check(_ brief: Brief, _ about: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for section in brief.sections {
            let problems = PlainLanguage(section.heading + ". " + section.sentences.joined(separator: " ")).problems
            #expect(problems.isEmpty, "\(about), \(section.heading)", sourceLocation: sourceLocation)
            for example in section.examples { #expect(example.last.map { $0.isLetter || $0 == "%" } ?? false, "\(example)") }
        }
        let outcome = PlainLanguage(brief.outcome ?? "").problems
        #expect(outcome.isEmpty, "\(about)", sourceLocation: sourceLocation)
        let whole = PlainLanguage(brief.text)
        #expect(whole.mean < PlainLanguage.longestMean, "\(about)", sourceLocation: sourceLocation)
    }

    @Test func `the check finds what it is there for`() {
        #expect(PlainLanguage("We look at it. It took 6 days.").problems.isEmpty)
        #expect(PlainLanguage("The throughput rose.").problems.count == 1)
        #expect(PlainLanguage("The p85 of lead time was 6 days.").problems.count == 2)
        #expect(PlainLanguage("In \"In review\" it waits.").problems.isEmpty)
        #expect(PlainLanguage("It stood at 6.").problems == ["the bare number 6.: It stood at 6."])
        #expect(PlainLanguage("It took 2 to 6 days, and 12 % of 40 faults on 3 Oct 2026.").problems.isEmpty)
        #expect(PlainLanguage("The SLA holds.").problems.count == 1)
        #expect(PlainLanguage(String(repeating: "word ", count: 26)).problems.count == 1)
    }

    @Test func `every number that can be asked about has words of its own`() {
        #expect(Set(BriefSample.asked.map(\.measure.metric)).count >= 30)
        for asked in BriefSample.asked {
            #expect(PlainWords.of(asked.measure.metric) != nil, "\(asked.measure.metric)")
            // What is neither a time nor a share says what it counts.
            let plain = PlainMeasure(asked.measure, unit: asked.unit)
            guard asked.measure.kind == .durations, !plain.isTime, asked.measure.metric != "product-measures" else { continue }
            #expect(plain.text(3).contains(" "), "\(asked.measure.recorded)")
        }
    }

    @Test func `the brief of every number is plain`() throws {
        for (place, asked) in BriefSample.asked.enumerated() {
            let guarding = BriefSample.asked[(place + 7) % BriefSample.asked.count].measure
            for visible in [nil, 0.05, 0.4] {
                let terms = BriefSample.terms(asked.measure, guarding: guarding, visible: visible)
                let brief = try #require(BriefSample.brief(BriefSample.decisions(terms), asked.evidence))
                Self.check(brief, asked.measure.recorded)
            }
        }
    }

    /// Each number with figures of every size, few and many of them.
    @Test func `where a number stood is told plainly, whatever it is`() {
        for asked in BriefSample.asked {
            let plain = PlainMeasure(asked.measure, unit: asked.unit)
            for middle in asked.measure.kind == .shares ? [0, 0.004, 0.123, 1] : [0, 0.02, 0.7, 1, 2.67, 31, 1234.5] {
                for (weeks, n) in [(0, 0), (1, 1), (12, 84), (12, 12_345)] {
                    var level = PlainLevel(plain: plain, weeks: weeks, n: n, middle: middle)
                    (level.limits, level.oneInSeven) = ((middle * 0.8, min(middle * 1.2, middle + 1)), middle * 2)
                    let words = level.sentences.joined(separator: " ")
                    // A measure of the product is told in the unit that its name says, and has none where nobody gave one.
                    guard asked.measure.metric != "product-measures" else { continue }
                    let problems = PlainLanguage(words).problems
                    #expect(problems.isEmpty, "\(asked.measure.recorded)")
                }
            }
        }
    }

    @Test(arguments: Effect.allCases, RecordedEffect.GuardState.allCases)
    func `what came of it is told plainly, whatever it is`(effect: Effect, guardState: RecordedEffect.GuardState) throws {
        let evidence = ImprovementReadingTests.evidence(after: 5)
        let measures = [
            EffectMeasure(metric: "cycle-time", definitionVersion: 1, kind: .durations, better: .lower),
            EffectMeasure(metric: "change-fail-rate", definitionVersion: 1, kind: .shares, better: .lower),
            EffectMeasure(metric: "throughput", definitionVersion: 1, kind: .counts, better: .higher),
        ]
        var told: Set<String> = []
        for measure in measures {
            let size: EffectReading.Size =
                measure.kind == .shares ? .init(value: -0.062, lower: -0.12, upper: 0.01) : .init(value: 0.72, lower: 0.55, upper: 1.04)
            let recorded = RecordedEffect(
                effect: effect, size: effect == .tooLittleData ? nil : size, kind: measure.kind, better: measure.better,
                guardState: guardState, look: .single)
            for answer in ImprovementAnswer.allCases {
                let more = BriefSample.decided(answer, recorded)
                let brief = try #require(BriefSample.brief(BriefSample.decisions(BriefSample.terms(measure), more: more), evidence))
                Self.check(brief, "\(effect) \(answer)")
                told.insert(try #require(brief.outcome))
            }
        }
        #expect(told.count >= ImprovementAnswer.allCases.count)
    }

    @Test func `the six results are told apart`() {
        let told = Effect.allCases.map { effect in
            PlainEffect(RecordedEffect(effect: effect, size: nil, kind: .durations, better: .lower, guardState: .held, look: .single), nil)
                .sentences.joined()
        }
        #expect(Set(told).count == Effect.allCases.count)
    }
}
