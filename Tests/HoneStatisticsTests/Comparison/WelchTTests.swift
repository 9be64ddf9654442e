import HoneStatistics
import Testing

struct WelchTTests {
    let first = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]
    let second = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9]

    /// SciPy 1.17.1 `ttest_ind(equal_var=False)`.
    @Test func `as SciPy computes it`() throws {
        let test = try #require(WelchT(first, second))
        #expect(isClose(test.statistic, -2.835263800664482, 1e-12))
        #expect(isClose(test.degreesOfFreedom, 27.713625968118762, 1e-12))
        #expect(isClose(test.probabilities.twoSided, 0.008452732437443423, 1e-12))
        let interval = try #require(test.interval(level: 0.95))
        #expect(isClose(interval.lower, -4.766445039218351, 1e-11) && isClose(interval.upper, -0.7668882941149804, 1e-11))
    }

    @Test func `the interval reaches zero exactly where the test does`() throws {
        let test = try #require(WelchT(first, second))
        let interval = try #require(test.interval(level: 1 - test.probabilities.twoSided))
        #expect(abs(interval.upper) < 1e-10)
    }

    @Test func `the unit changes nothing but the difference`() throws {
        let one = try #require(WelchT(first, second))
        let other = try #require(WelchT(first.map { $0 * 1e-150 }, second.map { $0 * 1e-150 }))
        #expect(isClose(one.statistic, other.statistic, 1e-9))
        #expect(isClose(one.degreesOfFreedom, other.degreesOfFreedom, 1e-9))
    }

    @Test func `one sample that does not vary leaves the error of the other`() throws {
        let test = try #require(WelchT([5, 5, 5], [1, 2, 3, 4]))
        #expect(isClose(test.degreesOfFreedom, 3))
    }

    @Test func `nothing to compare with is refused`() {
        #expect(WelchT([1], [1, 2]) == nil)
        #expect(WelchT([1, 1], [2, 2]) == nil)
        #expect(WelchT([1, .nan], [2, 3]) == nil)
        #expect(WelchT([1, 2], [2, 3])?.interval(level: 1) == nil)
    }
}
