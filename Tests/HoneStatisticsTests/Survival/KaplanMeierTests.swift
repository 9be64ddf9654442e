import HoneStatistics
import Testing

struct KaplanMeierTests {
    /// E. J. Freireich et al. (1963), remission under 6-MP in weeks; `false` is still in remission.
    static let freireich: (durations: [Double], isObserved: [Bool]) = (
        [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0].map { $0 == 1 }
    )

    /// The published column of survival shares, and Greenwood's errors of Klein and Moeschberger (2003), table 4.1B.
    @Test(arguments: [
        (6.0, 0.857, 0.0764), (7, 0.807, 0.0869), (10, 0.753, 0.0963), (13, 0.690, 0.1068), (16, 0.627, 0.1141),
        (22, 0.538, 0.1282), (23, 0.448, 0.1346),
    ])
    func `the published curve of 6-MP`(time: Double, survival: Double, error: Double) throws {
        let curve = try #require(KaplanMeier(durations: Self.freireich.durations, isObserved: Self.freireich.isObserved))
        #expect(isClose(curve.survival(at: time), survival, 0.5001e-3))
        let step = try #require(curve.steps.first { $0.time == time })
        #expect(isClose(step.standardError, error, 0.5001e-4))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("kaplan_meier"))
    func `oracle curve`(golden: OracleCase) throws {
        let (durations, isObserved) = try golden.lives()
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        let rows = try #require(golden.expected("rows").list)
        #expect(curve.steps.count == rows.count)
        for (step, row) in zip(curve.steps, rows) {
            let interval = step.interval(level: 0.95)
            let fields: [(String, Double?)] = [
                ("t", step.time), ("at_risk", Double(step.atRisk)), ("events", Double(step.events)),
                ("censored", Double(step.censored)), ("survival", step.survival), ("greenwood_se", step.standardError),
                ("ci_lo", interval?.lower), ("ci_hi", interval?.upper),
            ]
            #expect(row.object?.count == fields.count)
            for (name, value) in fields {
                #expect(golden.agrees(value, with: try #require(row[name])), "\(golden.id) \(name) at \(step.time)")
            }
        }
    }

    /// The oracle writes "Infinity" where a share is never reached; here there is no such time.
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("kaplan_meier"))
    func `oracle times and restricted means`(golden: OracleCase) throws {
        let (durations, isObserved) = try golden.lives()
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        #expect(golden.agrees(curve.time(untilDone: 0.5) ?? .infinity, with: try golden.expected("median")))
        let quantiles = try #require(golden.expected("quantiles").object)
        #expect(quantiles.count == 3)
        for percent in [50, 75, 85] {
            let expected = try #require(quantiles["time_to_\(percent)pct_done"])
            let time = curve.time(untilDone: Double(percent) / 100) ?? .infinity
            #expect(golden.agrees(time, with: expected), "\(golden.id) \(percent) %")
        }
        for (horizon, expected) in golden.fields["expected"]?["rmst"]?.object ?? [:] {
            let end = try #require(Double(horizon))
            #expect(golden.agrees(RestrictedMean(curve, upTo: end)?.mean, with: expected), "\(golden.id) to \(horizon)")
        }
    }

    @Test func `without anything open the curve is the plain share`() throws {
        let durations: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
        let curve = try #require(KaplanMeier(durations: durations, isObserved: durations.map { _ in true }))
        for step in curve.steps {
            let share = Double(durations.count { $0 > step.time }) / 10
            #expect(isClose(step.survival, share))
            if let error = step.standardError { #expect(isClose(error, (share * (1 - share) / 10).squareRoot())) }
        }
        #expect(curve.time(untilDone: 0.5) == 3)
        #expect(curve.survival(at: 100) == 0)
    }

    @Test func `finished things alone take too short while old ones are open`() throws {
        let durations: [Double] = [1, 2, 3, 4, 40, 50, 60]
        let isObserved = [true, true, true, true, false, false, false]
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        #expect(Quantile.nearestRank(sorted: [1, 2, 3, 4], percent: 50) == 2)
        #expect(curve.time(untilDone: 0.5) == 4)
        #expect(curve.time(untilDone: 0.85) == nil)
    }

    @Test func `an age at which others end was at risk of ending there too`() throws {
        let together = try #require(KaplanMeier(durations: [2, 2], isObserved: [true, false]))
        #expect(together.steps == [KaplanMeier(durations: [2, 2], isObserved: [false, true])?.steps.first])
        #expect(together.steps.first?.atRisk == 2)
        #expect(together.survival(at: 2) == 0.5)
        #expect(together.survival(at: 2.1) == nil)
    }

    @Test func `a half that rounding misses is a half`() throws {
        // 97 · 96 · … · 49 of 98 · 97 · … · 50 as a product of 49 factors.
        let durations = (1...98).map(Double.init)
        let curve = try #require(KaplanMeier(durations: durations, isObserved: durations.map { _ in true }))
        #expect(curve.time(untilDone: 0.5) == 49)
    }

    @Test func `a hundred thousand distinct durations fall step by step`() throws {
        var generator = SeededGenerator(seed: 2)
        let durations = (0..<100_000).map { _ in generator.unit() }
        let isObserved = durations.indices.map { $0 % 5 != 0 }
        let curve = try #require(KaplanMeier(durations: durations, isObserved: isObserved))
        #expect(curve.steps.count == 100_000)
        #expect(zip(curve.steps, curve.steps.dropFirst()).allSatisfy { $0.survival >= $1.survival && $0.time < $1.time })
    }

    @Test func `what has no curve is refused`() {
        #expect(KaplanMeier(durations: [], isObserved: []) == nil)
        #expect(KaplanMeier(durations: [1], isObserved: []) == nil)
        #expect(KaplanMeier(durations: [-1], isObserved: [true]) == nil)
        #expect(KaplanMeier(durations: [.nan], isObserved: [true]) == nil)
        let curve = KaplanMeier(durations: [1, 2], isObserved: [true, false])
        #expect(curve?.survival(at: -1) == nil)
        #expect(curve?.survival(at: .nan) == nil)
        #expect(curve?.time(untilDone: 0) == nil)
        #expect(curve?.time(untilDone: 1) == nil)
        #expect(curve?.steps.first?.interval(level: 1) == nil)
    }
}

extension OracleCase {
    func lives() throws -> (durations: [Double], isObserved: [Bool]) {
        let durations = try #require(fields["durations"]?.numbers)
        return (durations, try #require(fields["event_observed"]?.numbers).map { $0 == 1 })
    }
}
