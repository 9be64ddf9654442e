import HoneStatistics
import Testing

struct OwnPastTests {
    /// A series of 40 to 200 weeks with a few items each, without any change.
    private func quiet(weeks: Int, seed: UInt64) throws -> WeeklySeries {
        var generator = SeededGenerator(seed: seed)
        let counts = (0..<weeks).map { _ in 2 + generator.index(below: 4) }
        let sums = counts.map { count in (0..<count).reduce(0.0) { sum, _ in sum + generator.unit() - 0.5 } }
        return try #require(WeeklySeries.durations(sumsOfLogarithms: sums, counts: counts))
    }

    private func design(gap: Int = 0, after: Int = 6) throws -> LevelShiftDesign {
        try #require(LevelShiftDesign(gapWeeks: gap, afterWeeks: after))
    }

    @Test func `no fit of the past reaches into the action`() throws {
        let series = try quiet(weeks: 80, seed: 1)
        let past = OwnPast(series, design: try design(gap: 2))
        #expect(past.placebos.first?.week == 12)
        #expect(past.placebos.last?.week == 72)
        let before = past.placebos(before: 50)
        #expect(before.map(\.week) == Array(12...42))
        #expect(past.placebos(before: 12).isEmpty)
    }

    @Test func `a shorter series has the same past`() throws {
        let series = try quiet(weeks: 80, seed: 2)
        let all = OwnPast(series, design: try design())
        let short = OwnPast(series, design: try design(), before: 60)
        #expect(Array(all.placebos(before: 60)) == short.placebos)
    }

    @Test func `the guard counts what the past did as clearly, itself included`() throws {
        let past = OwnPast(try quiet(weeks: 80, seed: 3), design: try design())
        let held = past.placebos(before: 60).map(\.probabilityLow)
        #expect(held.count == 43)
        let lowest = try #require(held.min())
        let lower = try #require(past.guardValue(of: lowest / 2, at: 60))
        #expect(lower.low == 1.0 / 44 && lower.high == 1)
        #expect(past.guardValue(of: lowest, at: 60)?.low == 2.0 / 44)
        #expect(past.guardValue(of: 1, at: 60)?.high == 1.0 / 44)
        #expect(lower.placebos == 43)
    }

    @Test func `fewer than twenty earlier fits say nothing`() throws {
        let past = OwnPast(try quiet(weeks: 80, seed: 4), design: try design())
        #expect(past.placebos(before: 36).count == 19)
        #expect(past.guardValue(of: 0.5, at: 36) == nil)
        #expect(past.guardValue(of: 0.5, at: 37)?.placebos == 20)
    }

    @Test func `a long past is compared with its newest 156 fits`() throws {
        let past = OwnPast(try quiet(weeks: 200, seed: 5), design: try design())
        let held = past.placebos(before: 200)
        #expect(held.count == 156)
        #expect(held.last?.week == 194)
    }

    @Test func `too little data is not fitted`() throws {
        let design = try design()
        var counts = Array(repeating: 3, count: 40)
        let full = try #require(WeeklySeries.counts(counts))
        #expect(design.isMet(by: full, at: 12) && !design.isMet(by: full, at: 11))
        #expect(design.isMet(by: full, at: 34) && !design.isMet(by: full, at: 35))
        // Six of the last twelve weeks hold items, then five.
        for week in 18..<24 { counts[week] = 0 }
        #expect(design.isMet(by: try #require(WeeklySeries.counts(counts)), at: 24))
        counts[17] = 0
        #expect(!design.isMet(by: try #require(WeeklySeries.counts(counts)), at: 24))
        // Seven items after, then eight in two weeks, then in three.
        func isMet(_ after: [Int]) throws -> Bool {
            design.isMet(by: try #require(WeeklySeries.counts(Array(repeating: 3, count: 20) + after)), at: 20)
        }
        #expect(try !isMet([3, 3, 1, 0, 0, 0]))
        #expect(try !isMet([4, 4, 0, 0, 0, 0]))
        #expect(try isMet([3, 3, 2, 0, 0, 0]))
    }

    @Test func `the gap is in neither side of the fit`() throws {
        let design = try design(gap: 3)
        #expect(design.after(30) == 33..<39)
        var counts = Array(repeating: 3, count: 60)
        counts[2] = 5
        let plain = try #require(WeeklySeries.counts(counts))
        for week in 30..<33 { counts[week] = 400 }
        let odd = try #require(WeeklySeries.counts(counts))
        #expect(design.fit(plain, at: 30) == design.fit(odd, at: 30))
        #expect(design.fit(plain, at: 30)?.degreesOfFreedom == 34)
        #expect(LevelShiftDesign(historyWeeks: 11) == nil && LevelShiftDesign(gapWeeks: -1) == nil)
        #expect(LevelShiftDesign(afterWeeks: 2) == nil)
    }

    @Test func `a smaller alpha or a shorter window needs a larger change`() throws {
        let series = try quiet(weeks: 110, seed: 6)
        let short = OwnPast(series, design: try design(after: 6))
        let long = OwnPast(series, design: try design(after: 12))
        let six = try #require(short.smallestVisible(at: 100, alpha: 0.05))
        let twelve = try #require(long.smallestVisible(at: 100, alpha: 0.05))
        let strict = try #require(long.smallestVisible(at: 100, alpha: 0.02))
        #expect(six.decrease < twelve.decrease && twelve.decrease < 0)
        #expect(strict.decrease < twelve.decrease)
        #expect(twelve.basis == .ownPast(placebos: 77))
        #expect(long.smallestVisible(at: 30, alpha: 0.05)?.basis == .oneFit)
        #expect(long.smallestVisible(at: 20, alpha: 0.05) == nil)
        #expect(long.smallestVisible(at: 100, alpha: 0.5) == nil)
    }
}
