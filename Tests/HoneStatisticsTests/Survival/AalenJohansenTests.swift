import HoneStatistics
import Testing

struct AalenJohansenTests {
    let durations = [2, 3, 3.5, 4, 5, 6, 6.5, 7, 8, 9, 11, 12]
    let cause: [Int?] = [0, 1, 0, nil, 0, 0, 1, nil, 0, 1, nil, 0]

    /// lifelines 0.30.3 `AalenJohansenFitter(event_of_interest=1)`: incidence, square root of its variance, interval.
    @Test(arguments: [
        (2.0, 0.08333333333333333, 0.07978559, 0.00505284, 0.31107041),
        (3.5, 0.16666666666666666, 0.10758287, 0.02651043, 0.41298031), (5, 0.26041667, 0.13001722, 0.0617663, 0.52196374),
        (7, 0.35416667, 0.14326862, 0.10774032, 0.61657572), (11, 0.47135417, 0.15719207, 0.16636937, 0.72948122),
    ])
    func `as lifelines computes it`(time: Double, share: Double, error: Double, lower: Double, upper: Double) throws {
        let curves = try #require(AalenJohansen(durations: durations, cause: cause, causes: 2))
        #expect(isClose(curves.incidence(of: 0, by: time), share, 1e-8))
        #expect(isClose(curves.standardError(of: 0, by: time), error, 1e-8))
        let interval = try #require(curves.interval(of: 0, by: time, level: 0.95))
        #expect(isClose(interval.lower, lower, 1e-8) && isClose(interval.upper, upper, 1e-8))
    }

    @Test(arguments: UInt64(1)...20)
    func `what ended in some way and what is open add up`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let durations = (0..<40).map { _ in Double(1 + generator.index(below: 15)) }
        let cause = (0..<40).map { _ in [0, 1, 2, nil][generator.index(below: 4)] }
        let curves = try #require(AalenJohansen(durations: durations, cause: cause, causes: 3))
        let alone = try #require(KaplanMeier(durations: durations, isObserved: cause.map { $0 != nil }))
        #expect(curves.times == alone.steps.map(\.time))
        for place in curves.times.indices {
            #expect(isClose(curves.survival[place], alone.steps[place].survival))
            let ended = curves.incidence.reduce(0) { $0 + $1[place] }
            #expect(isClose(ended + curves.survival[place], 1))
        }
    }

    @Test func `one way to end is the Kaplan-Meier curve with Greenwood's error`() throws {
        let (durations, isObserved) = KaplanMeierTests.freireich
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        let curves = try #require(AalenJohansen(durations: durations, cause: isObserved.map { $0 ? 0 : nil }, causes: 1))
        for step in curve.steps {
            #expect(isClose(curves.incidence(of: 0, by: step.time), 1 - step.survival))
            #expect(isClose(curves.standardError(of: 0, by: step.time), try #require(step.standardError), 1e-10))
        }
    }

    @Test func `taking the cancelled for open says too much is done`() throws {
        let isDone = cause.map { $0 == 0 }
        let censored = try #require(KaplanMeier(durations: durations, isObserved: isDone))
        let curves = try #require(AalenJohansen(durations: durations, cause: cause, causes: 2))
        let (naive, right) = (try #require(censored.shareDone(by: 9)), try #require(curves.incidence(of: 0, by: 9)))
        #expect(naive > right + 0.05)
    }

    @Test func `before the first and beyond the last`() throws {
        let curves = try #require(AalenJohansen(durations: [1, 2], cause: [0, nil], causes: 1))
        #expect(curves.incidence(of: 0, by: 0.5) == 0)
        #expect(curves.standardError(of: 0, by: 0.5) == 0)
        #expect(curves.incidence(of: 0, by: 3) == nil)
        #expect(curves.interval(of: 0, by: 3, level: 0.95) == nil)
        #expect(curves.incidence(of: 1, by: 1) == nil)
        let all = try #require(AalenJohansen(durations: [1, 2], cause: [0, 0], causes: 1))
        #expect(all.incidence(of: 0, by: 30) == 1)
        #expect(all.interval(of: 0, by: 30, level: 0.95)?.lower == 1)
        #expect(all.interval(of: 0, by: 1, level: 1) == nil)
    }

    @Test func `what has no curves is refused`() {
        #expect(AalenJohansen(durations: [], cause: [], causes: 1) == nil)
        #expect(AalenJohansen(durations: [1], cause: [], causes: 1) == nil)
        #expect(AalenJohansen(durations: [1], cause: [1], causes: 1) == nil)
        #expect(AalenJohansen(durations: [-1], cause: [0], causes: 1) == nil)
        #expect(AalenJohansen(durations: [1], cause: [nil], causes: 0) == nil)
    }
}
