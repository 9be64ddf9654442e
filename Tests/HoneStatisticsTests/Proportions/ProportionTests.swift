import HoneStatistics
import Testing

struct ProportionTests {
    typealias Method = @Sendable (Int, Int, Double) -> Interval?

    static let methods: [(name: String, method: Method)] = [
        ("wilson", { Proportion.wilson(successes: $0, of: $1, level: $2) }),
        ("clopper_pearson", { Proportion.clopperPearson(successes: $0, of: $1, level: $2) }),
        ("agresti_coull", { Proportion.agrestiCoull(successes: $0, of: $1, level: $2) }),
        ("jeffreys", { Proportion.jeffreys(successes: $0, of: $1, level: $2) }),
        ("wilson_cc", { Proportion.wilsonContinuityCorrected(successes: $0, of: $1, level: $2) }),
    ]

    /// R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I: methods 3, 4 and 5 to four digits.
    @Test(arguments: [
        (81, 263, [0.2553, 0.3662, 0.2535, 0.3682, 0.2527, 0.3676]),
        (15, 148, [0.0624, 0.1605, 0.0598, 0.1644, 0.0578, 0.1617]),
        (0, 20, [0.0, 0.1611, 0.0, 0.2005, 0.0, 0.1684]), (1, 29, [0.0061, 0.1718, 0.0018, 0.1963, 0.0009, 0.1776]),
    ])
    func `Newcombe's published limits`(successes: Int, trials: Int, limits: [Double]) {
        let found = [0, 4, 1].flatMap { index in
            let interval = Self.methods[index].method(successes, trials, 0.95)
            return [interval?.lower, interval?.upper]
        }
        #expect(zip(found, limits).allSatisfy { isClose($0, $1, 0.5001e-4) }, "\(found)")
    }

    @Test(
        .enabled(if: OracleCase.isPresent, OracleCase.absence),
        arguments: OracleCase.all("proportion").filter { $0.fields["input"]?["x"] != nil })
    func `oracle proportion`(golden: OracleCase) throws {
        let successes = try golden.integer("x")
        let trials = try golden.integer("n")
        let level = try golden.number("conf")
        for (name, method) in Self.methods {
            let interval = method(successes, trials, level)
            let ends = try golden.expected(name)
            #expect(golden.agrees(interval?.lower, interval?.upper, with: ends), "\(golden.id) \(name)")
        }
    }

    @Test(arguments: methods.map(\.name))
    func `an interval is ordered, within 0 and 1, and holds the share`(name: String) throws {
        let method = try #require(Self.methods.first { $0.name == name }).method
        for trials in [1, 2, 3, 7, 30, 1000, 1_000_000] {
            for successes in Set([0, 1, trials / 3, trials / 2, trials - 1, trials]) {
                for level in [0.01, 0.5, 0.95, 0.999_999] {
                    let interval = try #require(method(successes, trials, level))
                    #expect(interval.lower >= 0)
                    #expect(interval.upper <= 1)
                    #expect(interval.lower < interval.upper)
                    let share = Double(successes) / Double(trials)
                    // Jeffreys' interval leaves out 0 and 1; the four others promise to hold the share.
                    if name == "jeffreys" && (successes == 0 || successes == trials) { continue }
                    if name == "jeffreys" && level < 0.5 { continue }
                    if name == "agresti_coull" && level < 0.5 { continue }
                    #expect(interval.lower <= share && share <= interval.upper, "\(successes)/\(trials) \(level)")
                }
            }
        }
    }

    @Test func `the interval of the failures is the mirror image`() throws {
        for (name, method) in Self.methods {
            let successes = try #require(method(3, 17, 0.9))
            let failures = try #require(method(14, 17, 0.9))
            #expect(isClose(successes.lower, 1 - failures.upper, 1e-14), "\(name)")
            #expect(isClose(successes.upper, 1 - failures.lower, 1e-14), "\(name)")
        }
    }

    @Test func `no trials have no share`() {
        for (name, method) in Self.methods {
            #expect(method(0, 0, 0.95) == nil, "\(name)")
            #expect(method(2, 1, 0.95) == nil, "\(name)")
            #expect(method(-1, 1, 0.95) == nil, "\(name)")
            #expect(method(1, 2, 0) == nil, "\(name)")
            #expect(method(1, 2, 1) == nil, "\(name)")
            #expect(method(1, 2, .nan) == nil, "\(name)")
        }
    }
}
