import HoneStatistics
import Testing

/// Reference values: mpmath 1.x with 30 digits and SciPy 1.17.1, both with the named function.
struct DistributionsTests {
    @Test(arguments: [
        (0.975, 1.959963984540054), (0.500001, 2.5066282747057052e-06), (1e-300, -37.0470962993612),
        (0.001, -3.090232306167813), (0.9, 1.2815515655446004),
    ])
    func `normal quantile matches scipy ndtri`(probability: Double, expected: Double) {
        #expect(isRelativelyClose(Normal.quantile(probability), expected, 1e-13))
    }

    @Test func `normal tail keeps its digits ten deviations out`() {
        #expect(isRelativelyClose(Normal.cumulative(1.96), 0.97500210485177957, 1e-14))
        #expect(isRelativelyClose(Normal.cumulative(-10), 7.6198530241605261e-24, 1e-12))
    }

    @Test(arguments: [
        (0.5, 0.5, 0.1, 0.20483276469913346), (2.0, 3.0, 0.4, 0.5248), (10.0, 0.5, 0.9, 0.15164090963470997),
        (500.0, 600.0, 0.45, 0.3816937336648402), (0.001, 5.0, 0.2, 0.99978344564642766),
        (20_000.0, 30_000.0, 0.398, 0.18068198290656978),
    ])
    func `incomplete beta matches mpmath and inverts`(a: Double, b: Double, x: Double, expected: Double) {
        #expect(isRelativelyClose(IncompleteBeta.cumulative(a, b, at: x), expected, 1e-12))
        #expect(isRelativelyClose(IncompleteBeta.quantile(a, b, expected), x, a < 0.01 ? 1e-7 : 1e-11))
    }

    @Test(arguments: [
        (0.5, 0.1, 0.34527915398142298, 0.65472084601857702), (1.0, 2.0, 0.86466471676338731, 0.13533528323661269),
        (10.0, 15.0, 0.93014633930059023, 0.069853660699409768), (100.0, 80.0, 0.017108313035133114, 0.98289168696486689),
        (3.0, 40.0, 0.99999999999999643, 3.5728659287002263e-15),
    ])
    func `incomplete gamma matches mpmath in both tails and inverts`(
        shape: Double, x: Double, lower: Double, upper: Double
    ) {
        #expect(isRelativelyClose(IncompleteGamma.lower(shape: shape, at: x), lower, 1e-12))
        #expect(isRelativelyClose(IncompleteGamma.upper(shape: shape, at: x), upper, 1e-12))
        #expect(isRelativelyClose(IncompleteGamma.quantile(shape: shape, upper: upper), x, 1e-11))
        if upper > 1e-9 { #expect(isRelativelyClose(IncompleteGamma.quantile(shape: shape, lower: lower), x, 1e-11)) }
    }

    @Test(arguments: [
        (0.975, 1.0, 12.706204736174694), (0.975, 5.0, 2.5705818356363146), (0.95, 11.0, 1.7958848187040433),
        (0.6, 2.5, 0.2814595127485477), (0.9995, 30.0, 3.6459586350420627), (0.975, 1e6, 1.959966356814107),
        (1e-10, 3.0, -2225.769284683093),
    ])
    func `t quantile matches scipy and goes back`(probability: Double, freedom: Double, expected: Double) {
        #expect(isRelativelyClose(StudentT.quantile(probability, degreesOfFreedom: freedom), expected, 1e-10))
        #expect(isRelativelyClose(StudentT.cumulative(expected, degreesOfFreedom: freedom), probability, 1e-10))
    }

    @Test(arguments: [
        (3, 10, 0.5, 0.171875), (0, 20, 0.01, 0.81790693759723087), (12, 40, 0.25, 0.82086575765395874),
        (499_000, 1_000_000, 0.5, 0.022804149932691043),
    ])
    func `binomial tail matches mpmath up to a million trials`(
        successes: Int, trials: Int, probability: Double, expected: Double
    ) {
        #expect(
            isRelativelyClose(
                Binomial.cumulative(successes, of: trials, probability: probability), expected, 1e-11))
    }

    @Test func `binomial masses add up to the cumulative probability`() {
        var sum = 0.0
        for successes in 0...60 {
            sum += Binomial.mass(successes, of: 60, probability: 0.3) ?? .nan
            #expect(isClose(Binomial.cumulative(successes, of: 60, probability: 0.3), sum, 1e-13))
        }
        #expect(isClose(sum, 1))
    }

    @Test(arguments: [(3, 20, 0.4), (8, 20, 0.4), (14, 20, 0.4), (0, 7, 0.5), (7, 7, 0.9), (5, 6, 0.0), (6, 6, 1.0)])
    func `exact binomial test adds every outcome no likelier than the one seen`(
        successes: Int, trials: Int, probability: Double
    ) throws {
        let masses = try (0...trials).map { try #require(Binomial.mass($0, of: trials, probability: probability)) }
        let sum = masses.filter { $0 <= masses[successes] * (1 + 1e-7) }.reduce(0, +)
        #expect(isClose(Binomial.exactTest(successes: successes, of: trials, probability: probability), sum))
    }

    @Test func `arguments out of range have no answer`() {
        #expect(Normal.quantile(-0.1) == nil)
        #expect(Normal.quantile(.nan) == nil)
        #expect(IncompleteBeta.cumulative(0, 1, at: 0.5) == nil)
        #expect(IncompleteBeta.quantile(1, 1, 1.5) == nil)
        #expect(IncompleteGamma.lower(shape: 1, at: -1) == nil)
        #expect(IncompleteGamma.quantile(shape: 0, upper: 0.5) == nil)
        #expect(StudentT.quantile(0.5, degreesOfFreedom: 0) == nil)
        #expect(StudentT.cumulative(.nan, degreesOfFreedom: 3) == nil)
        #expect(Binomial.cumulative(1, of: -1, probability: 0.5) == nil)
        #expect(Binomial.exactTest(successes: 0, of: 0, probability: 0.5) == nil)
    }

    @Test func `ends of the range are the ends of the support`() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(StudentT.quantile(0.5, degreesOfFreedom: 3) == 0)
        #expect(IncompleteBeta.quantile(2, 3, 0) == 0)
        #expect(IncompleteBeta.quantile(2, 3, 1) == 1)
        #expect(IncompleteGamma.quantile(shape: 2, lower: 1) == .infinity)
        #expect(Binomial.cumulative(-1, of: 3, probability: 0.5) == 0)
        #expect(Binomial.cumulative(3, of: 3, probability: 0.5) == 1)
    }
}
