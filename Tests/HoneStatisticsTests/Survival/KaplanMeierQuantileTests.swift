import HoneStatistics
import Testing

struct KaplanMeierQuantileTests {
    /// R. G. Miller (1997), acute myelogenous leukaemia (`aml` of R's survival package), in weeks.
    static let maintained: (durations: [Double], isObserved: [Bool]) = (
        [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
        [true, true, false, true, true, false, true, true, false, true, false]
    )
    static let notMaintained: (durations: [Double], isObserved: [Bool]) = (
        [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
        [true, true, true, true, true, false, true, true, true, true, true, true]
    )

    @Test func `the medians of leukaemia under two therapies`() throws {
        let curve = try #require(KaplanMeier(durations: Self.maintained.durations, isObserved: Self.maintained.isObserved))
        let other = try #require(KaplanMeier(durations: Self.notMaintained.durations, isObserved: Self.notMaintained.isObserved))
        #expect(curve.time(untilDone: 0.5) == 31)
        #expect(other.time(untilDone: 0.5) == 23)
    }

    @Test(arguments: [0.25, 0.5, 0.75])
    func `the interval of a time is where that of the curve holds the share`(share: Double) throws {
        let (durations, isObserved) = Self.notMaintained
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        let interval = try #require(curve.timeInterval(untilDone: share, level: 0.9))
        let time = try #require(curve.time(untilDone: share))
        #expect(interval.lower <= time && time <= interval.upper)
        for step in curve.steps where step.survival > 0 {
            let ends = try #require(step.interval(level: 0.9))
            #expect((ends.lower <= 1 - share) == (step.time >= interval.lower))
            #expect((ends.upper <= 1 - share) == (step.time >= interval.upper))
        }
    }

    @Test func `the last end does not close an interval`() throws {
        let curve = try #require(KaplanMeier(durations: [1, 2, 3], isObserved: [true, true, true]))
        let interval = try #require(curve.timeInterval(untilDone: 0.5, level: 0.95))
        #expect(interval.upper == .infinity)
        #expect(interval.lower == 1)
    }

    @Test func `a curve that stays high has no time`() throws {
        let curve = try #require(KaplanMeier(durations: Array(repeating: 5, count: 100), isObserved: (0..<100).map { $0 < 3 }))
        #expect(curve.timeInterval(untilDone: 0.5, level: 0.95) == nil)
        #expect(curve.timeInterval(untilDone: 0.5, level: 0) == nil)
    }

    /// P(done by t | age a) = 1 - S(t) / S(a).
    @Test func `what is old already has its own chances`() throws {
        let (durations, isObserved) = KaplanMeierTests.freireich
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        let old = try #require(curve.given(age: 10))
        let (later, now) = (try #require(curve.survival(at: 22)), try #require(curve.survival(at: 10)))
        #expect(isClose(old.shareDone(by: 22), 1 - later / now))
        #expect(old.shareDone(by: 10) == 0)
        #expect(old.shareDone(by: 5) == 0)
        #expect(isClose(old.shareDone(by: 22), 1 - 0.538 / 0.753, 1e-3))
    }

    @Test func `the curve from an age is that of the things that reach it`() throws {
        let (durations, isObserved) = KaplanMeierTests.freireich
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved)?.given(age: 10))
        let kept = durations.indices.filter { durations[$0] > 10 }
        let other = try #require(KaplanMeier(durations: kept.map { durations[$0] }, isObserved: kept.map { isObserved[$0] }))
        #expect(curve.steps.map(\.atRisk) == other.steps.map(\.atRisk))
        for (step, alike) in zip(curve.steps, other.steps) {
            #expect(isClose(step.survival, alike.survival))
            #expect(isClose(step.interval(level: 0.95)?.lower, try #require(alike.interval(level: 0.95)).lower, 1e-10))
        }
        #expect(curve.time(untilDone: 0.25) == other.time(untilDone: 0.25))
    }

    @Test func `nothing is known of ages that nothing reaches`() throws {
        let curve = try #require(KaplanMeier(durations: [1, 2, 3], isObserved: [true, true, true]))
        #expect(curve.given(age: 3) == nil)
        #expect(curve.given(age: 4) == nil)
        let open = try #require(KaplanMeier(durations: [1, 2], isObserved: [true, false]))
        #expect(open.given(age: 3) == nil)
        #expect(open.given(age: 2) == nil)
        #expect(curve.given(age: 0)?.steps == curve.steps)
    }
}
