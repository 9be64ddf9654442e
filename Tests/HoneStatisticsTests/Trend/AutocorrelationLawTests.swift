import HoneStatistics
import Testing

struct AutocorrelationLawTests {
    /// NIST Statistical Reference Datasets, NumAcc2: certified lag-1 coefficient -0.999.
    @Test func `a series that turns at every step`() throws {
        let numAcc2 = [1.2] + (0..<1000).map { $0.isMultiple(of: 2) ? 1.1 : 1.3 }
        let coefficients = try #require(Autocorrelation.function(of: numAcc2, lags: 2))
        #expect(isClose(coefficients[0], -0.999, 1e-8))
        #expect(isClose(coefficients[1], 0.998, 1e-8))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("summary"))
    func `oracle lag 1`(golden: OracleCase) throws {
        guard let values = golden.fields["input"]?.numbers else { return }
        let found = Autocorrelation.function(of: values, lags: 1)?.first
        #expect(golden.agrees(found, with: try golden.expected("lag1")))
    }

    @Test(arguments: UInt64(1)...10)
    func `it lies within 1 and agrees with the description`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<60).map { _ in generator.unit() * 1e5 }
        let coefficients = try #require(Autocorrelation.function(of: values, lags: 59))
        #expect(coefficients.allSatisfy { abs($0) <= 1 })
        #expect(isClose(coefficients[0], try #require(Descriptive(values)?.lag1Autocorrelation)))
        // Every pair of distances counted once more: all lags together with lag 0 add up to nothing.
        #expect(isClose(coefficients.reduce(0, +), -0.5, 1e-10))
        let backwards = try #require(Autocorrelation.function(of: values.reversed(), lags: 59))
        #expect(zip(coefficients, backwards).allSatisfy { isClose($0, $1, 1e-10) })
    }

    @Test func `a series that does not move resembles nothing`() {
        #expect(Autocorrelation.function(of: [2, 2, 2], lags: 1) == nil)
        #expect(Autocorrelation.function(of: [1, 2], lags: 2) == nil)
        #expect(Autocorrelation.function(of: [1, 2], lags: 0) == nil)
        #expect(Autocorrelation.function(of: [], lags: 1) == nil)
        #expect(Autocorrelation.function(of: [1, .nan, 2], lags: 1) == nil)
    }
}
