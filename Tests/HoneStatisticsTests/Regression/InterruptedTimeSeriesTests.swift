import Foundation
import HoneStatistics
import Testing

struct InterruptedTimeSeriesTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("its_ols_hac"))
    func `oracle interrupted time series`(golden: OracleCase) throws {
        let parameters = try #require(golden.fields["params"])
        var values = try #require(golden.fields["input"]?.numbers)
        if case .flag(true)? = parameters["log"] { values = values.map { log($0) } }
        let lags = try #require(parameters["maxlags"]?.integer)
        let interruption = try #require(parameters["t0_index"]?.integer)
        let series = try #require(InterruptedTimeSeries(values, interruption: interruption))
        let fit = series.regression
        let (plain, corrected) = (
            try #require(fit.neweyWest(lags: lags)), try #require(fit.neweyWest(lags: lags, isCorrected: true))
        )
        let lists: [(String, [Double?])] = [
            ("coef", fit.coefficients), ("se_ols", fit.standardErrors), ("p_ols", fit.probabilities(fit.standardErrors)),
            ("se_hac_nocorr", plain), ("p_t_hac_nocorr", fit.probabilities(plain)), ("se_hac_corr", corrected),
            ("p_t_hac_corr", fit.probabilities(corrected)),
        ]
        for (name, list) in lists {
            let expected = try #require(golden.expected(name).list)
            #expect(expected.count == 4 && zip(list, expected).allSatisfy { golden.agrees($0, with: $1) }, "\(name)")
        }
        for (name, errors) in [("ci95_t_hac_nocorr", plain), ("ci95_t_hac_corr", corrected)] {
            let expected = try #require(golden.expected(name).list)
            let intervals = try #require(fit.intervals(level: 0.95, errors))
            #expect(zip(intervals, expected).allSatisfy { golden.agrees($0.lower, $0.upper, with: $1) }, "\(name)")
        }
        let portmanteau = try golden.expected("ljung_box")
        let test = Autocorrelation.ljungBox(fit.residuals, lags: try #require(portmanteau["lag"]?.integer))
        #expect(golden.agrees(test?.statistic, with: try #require(portmanteau["stat"])))
        #expect(golden.agrees(test?.probability, with: try #require(portmanteau["p"])))
        let last = values.count - 1
        let numbers: [(String, Double?)] = [
            ("r2", fit.rSquared), ("sigma", fit.residualDeviation), ("durbin_watson", fit.durbinWatson),
            ("auto_lag_nw", Double(LeastSquares.neweyWestLags(for: values.count))),
            ("effect_at_end", series.effect(at: last)), ("cumulative_effect", series.cumulativeEffect),
            ("counterfactual_last", series.counterfactual(at: last)),
        ]
        for (name, number) in numbers {
            #expect(golden.agrees(number, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
    }

    /// The break of the Nile in 1899: statsmodels 0.15, Newey and West with three lags.
    @Test func `the Nile falls by 289 at once`() throws {
        let series = try #require(InterruptedTimeSeries(SegmentationTests.nile, interruption: 28))
        #expect(isClose(series.levelChange, -289.10268536638415, 1e-10))
        #expect(isClose(series.regression.neweyWest(lags: 3)?[2], 62.41668524445814, 1e-10))
    }

    @Test func `two straight lines come back as they were made`() throws {
        let values = (0..<20).map { (index: Int) -> Double in
            let before = 5 + 2 * Double(index)
            return index < 8 ? before : before - 7 - 0.5 * Double(index - 8)
        }
        let series = try #require(InterruptedTimeSeries(values, interruption: 8))
        #expect(isClose(series.level, 5) && isClose(series.slope, 2))
        #expect(isClose(series.levelChange, -7) && isClose(series.slopeChange, -0.5))
        #expect(isClose(series.counterfactual(at: 19), 43))
        #expect(series.effect(at: 7) == 0)
        #expect(isClose(series.cumulativeEffect, -7 * 12 - 0.5 * 66))
    }

    @Test func `one value is no line`() {
        #expect(InterruptedTimeSeries([1, 2, 3, 4, 6], interruption: 1) == nil)
        #expect(InterruptedTimeSeries([1, 2, 3, 4, 6], interruption: 4) == nil)
        #expect(InterruptedTimeSeries([1, 2, 4, 6], interruption: 2) == nil)
        #expect(InterruptedTimeSeries([1, 2, 3, 4, 6], interruption: 2) != nil)
    }
}
