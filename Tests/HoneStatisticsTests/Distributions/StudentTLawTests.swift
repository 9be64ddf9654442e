import Testing

@testable import HoneStatistics

struct StudentTLawTests {
    @Test(arguments: [1, 2, 3, 4, 5, 10, 23, 62, 301])
    func `the finite sum is the incomplete beta function`(freedom: Int) throws {
        let law = try #require(StudentTLaw(degreesOfFreedom: freedom))
        for t in [-1e9, -40, -7, -3.4, -1, -1e-3, 0, 1e-12, 0.3, 1.7, 3.3, 9, 1e6] {
            let exact = try #require(StudentT.cumulative(t, degreesOfFreedom: Double(freedom)))
            #expect(isRelativelyClose(law.cumulative(t), exact, 1e-12), "\(t)")
        }
    }

    /// Reference values: SciPy 1.17.1, `scipy.stats.t.pdf`.
    @Test(arguments: [(1, 0.0, 0.31830988618379067), (4, 1.5, 0.12287999999999998), (7, -2.0, 0.06313533730266196)])
    func `the density matches scipy`(freedom: Int, t: Double, expected: Double) throws {
        #expect(isRelativelyClose(try #require(StudentTLaw(degreesOfFreedom: freedom)).density(t), expected, 1e-12))
    }

    @Test(arguments: [1, 2, 9, 24, 62])
    func `the quantile goes back and is the general one`(freedom: Int) throws {
        let law = try #require(StudentTLaw(degreesOfFreedom: freedom))
        for probability in [1e-12, 0.01, 0.05, 0.4, 0.5, 0.8, 0.975] {
            let t = try #require(law.quantile(probability))
            #expect(isRelativelyClose(law.cumulative(t), probability, 1e-12))
            #expect(isClose(StudentT.quantile(probability, degreesOfFreedom: Double(freedom)), t, 1e-11))
        }
        #expect(law.quantile(0) == nil && law.quantile(1) == nil)
        #expect(StudentTLaw(degreesOfFreedom: 0) == nil)
    }
}
