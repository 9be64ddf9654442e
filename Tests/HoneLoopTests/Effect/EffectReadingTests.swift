import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// The order of the rules: the first that holds gives the word.
@Suite struct EffectReadingTests {
    private func terms(_ better: EffectTerms.Direction = .lower, smallest: Double = 0.1) throws -> EffectTerms {
        try #require(EffectTerms(kind: .durations, better: better, smallest: smallest))
    }

    private func step(_ size: Double, spread: Double = 0.3) -> WeeklySeries {
        MadeSeries.durations(weeks: 90, spread: spread) { $0 > 70 ? size : 0 }
    }

    @Test func `a clear fall is better or worse as agreed`() throws {
        let fall = step(-1)
        #expect(EffectReading(fall, action: 70, terms: try terms(.lower)).effect == .better)
        #expect(EffectReading(fall, action: 70, terms: try terms(.higher)).effect == .worse)
        let rise = step(1)
        #expect(EffectReading(rise, action: 70, terms: try terms(.lower)).effect == .worse)
        #expect(EffectReading(rise, action: 70, terms: try terms(.higher)).effect == .better)
    }

    @Test func `the week of the action is on neither side`() throws {
        let reading = EffectReading(step(-1), action: 70, terms: try terms())
        #expect(reading.before.weeks == 18..<70)
        #expect(reading.after.weeks == 71..<83)
        #expect(reading.before.items == 52 * 5 && reading.after.items == 12 * 5)
        let wild = MadeSeries.durations(weeks: 90, spread: 0.3) { $0 == 70 ? 50 : $0 > 70 ? -1 : 0 }
        #expect(EffectReading(wild, action: 70, terms: try terms()).shift == reading.shift)
    }

    @Test func `the size is a factor and its interval is at 90 per cent`() throws {
        let reading = EffectReading(step(-1), action: 70, terms: try terms())
        let size = try #require(reading.size)
        #expect(abs(size.value - 0.368) < 0.06)
        #expect(size.lower < size.value && size.value < size.upper)
        #expect(reading.interval?.level == 0.9)
    }

    @Test func `too little data comes before everything`() throws {
        let reading = EffectReading(step(-1), action: 85, terms: try terms(), confounders: ["a new tracker"])
        #expect(reading.effect == .tooLittleData)
        #expect(reading.shortfall == .notOver(weeks: 4, needed: 12))
        #expect(reading.shift == nil && reading.interval == nil && reading.placeboShare == nil)
    }

    @Test func `confounded comes before any claim`() throws {
        #expect(EffectReading(step(-1), action: 70, terms: try terms(), confounders: ["a new tracker"]).effect == .confounded)
    }

    @Test func `an interval inside what matters is no meaningful change, a wide one is undetermined`() throws {
        #expect(EffectReading(step(0, spread: 0.05), action: 70, terms: try terms()).effect == .noMeaningfulChange)
        let wide = EffectReading(step(0, spread: 1.5), action: 70, terms: try terms())
        #expect(wide.effect == .undetermined && wide.claim == .none)
        #expect(try #require(wide.smallestVisible) < 0.9)
    }

    @Test func `a claim smaller than agreed is still one, and says so`() throws {
        let reading = EffectReading(step(-0.2, spread: 0.05), action: 70, terms: try terms(smallest: 0.5))
        #expect(reading.effect == .better && reading.isBelowSmallest)
        #expect(!EffectReading(step(-0.2, spread: 0.05), action: 70, terms: try terms()).isBelowSmallest)
    }

    @Test func `a series that swings by itself makes no claim`() throws {
        // Up and down every 13 weeks, with nothing done.
        let series = MadeSeries.durations(weeks: 200, spread: 0.2) { $0 / 13 % 2 == 0 ? 0 : 1 }
        let reading = EffectReading(series, action: 168, terms: try terms())
        #expect(reading.effect == .undetermined)
        let share = try #require(reading.placeboShare)
        #expect(share > 0.05)
        #expect(reading.earlierAsFar == Int((share * Double(1 + reading.placebos)).rounded()) - 1)
    }

    @Test func `with fewer than twenty earlier weeks there is no guard`() throws {
        let reading = EffectReading(MadeSeries.durations(weeks: 45, spread: 0.3) { $0 > 30 ? -1 : 0 }, action: 30, terms: try terms())
        #expect(reading.effect == .better)
        #expect(reading.placebos == 6 && reading.past == nil && reading.placeboShare == nil)
    }

    @Test func `moving the direction moves the word and nothing else`() throws {
        for seed in 1..<12 as Range<UInt64> {
            let series = MadeSeries.durations(weeks: 90, spread: 0.6, seed: seed) { $0 > 70 ? Double(seed) / 10 - 0.6 : 0 }
            let lower = EffectReading(series, action: 70, terms: try terms(.lower))
            let higher = EffectReading(series, action: 70, terms: try terms(.higher))
            #expect(lower.shift == higher.shift && lower.claim == higher.claim && lower.placeboShare == higher.placeboShare)
            #expect((lower.effect == .better) == (higher.effect == .worse) && (lower.effect == .worse) == (higher.effect == .better))
        }
    }

    @Test func `terms that make no sense are none`() {
        #expect(EffectTerms(kind: .durations, better: .lower, smallest: 0) == nil)
        #expect(EffectTerms(kind: .durations, better: .lower, smallest: 1) == nil)
        #expect(EffectTerms(kind: .counts, better: .higher, smallest: 1.5) != nil)
        #expect(EffectTerms(kind: .shares, better: .higher, smallest: 1) == nil)
        #expect(EffectTerms(kind: .durations, better: .lower, weeks: 2) == nil)
        #expect(EffectTerms(kind: .durations, better: .lower, washout: -1) == nil)
        #expect(EffectTerms(kind: .counts, better: .lower, look: .early) == nil)
        #expect(EffectTerms(kind: .durations, better: .lower, look: .early)?.design.afterWeeks == 6)
        #expect(EffectTerms(kind: .durations, better: .lower, washout: 2)?.design.gapWeeks == 3)
        #expect(EffectTerms(kind: .counts, better: .lower)?.thresholds.alpha == 0.025)
    }
}
