import HoneStatistics
import Testing

struct EarnedValueTests {
    /// The worked example of the definition.
    @Test func `four hundred earned of five hundred planned`() throws {
        let plan = try #require(EarnedValue(budgetAtCompletion: 1000, plannedValue: 500, earnedValue: 400, actualCost: 450))
        #expect(plan.scheduleVariance == -100)
        #expect(plan.costVariance == -50)
        #expect(plan.schedulePerformance == 0.8)
        #expect(isClose(plan.costPerformance, 0.889, 0.5e-3))
        #expect(isClose(plan.estimateAtCompletion, 1125))
        #expect(isClose(plan.varianceAtCompletion, -125))
    }

    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("earned_value"))
    func `oracle earned value`(golden: OracleCase) throws {
        let plan = try #require(
            EarnedValue(
                budgetAtCompletion: try golden.number("BAC"), plannedValue: try golden.number("PV"),
                earnedValue: try golden.number("EV"), actualCost: try golden.number("AC")))
        var fields: [(String, Double?)] = [
            ("SV", plan.scheduleVariance), ("CV", plan.costVariance), ("SPI", plan.schedulePerformance),
            ("CPI", plan.costPerformance), ("EAC_cpi", plan.estimateAtCompletion),
            ("EAC_atypical", plan.estimateWithRestAsPlanned), ("EAC_spi_cpi", plan.estimateWithBothIndices),
            ("VAC", plan.varianceAtCompletion), ("TCPI_bac", plan.toCompletePerformance),
        ]
        if golden.fields["input"]?["cumulative_pv_by_period"] != nil {
            let schedule = try #require(
                EarnedSchedule(
                    planned: try golden.numbers("cumulative_pv_by_period"), earnedValue: try golden.number("EV"),
                    actualTime: try golden.number("actual_time")))
            #expect(schedule.plannedDuration == (try golden.number("planned_duration")))
            fields += [
                ("ES", schedule.earned), ("SV_t", schedule.variance), ("SPI_t", schedule.performance),
                ("IEAC_t", schedule.estimatedDuration),
            ]
        }
        #expect(golden.fields["expected"]?.object?.count == fields.count)
        for (name, value) in fields {
            #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
    }

    @Test func `nothing planned and nothing spent have no index`() throws {
        let start = try #require(EarnedValue(budgetAtCompletion: 10, plannedValue: 0, earnedValue: 0, actualCost: 0))
        #expect(start.schedulePerformance == nil && start.costPerformance == nil)
        #expect(start.estimateAtCompletion == nil && start.varianceAtCompletion == nil)
        let idle = try #require(EarnedValue(budgetAtCompletion: 10, plannedValue: 5, earnedValue: 0, actualCost: 3))
        // Nothing is earned for what was spent: at that rate the end is never reached.
        #expect(idle.costPerformance == 0)
        #expect(idle.estimateAtCompletion == nil && idle.estimateWithBothIndices == nil)
        let spent = try #require(EarnedValue(budgetAtCompletion: 10, plannedValue: 5, earnedValue: 4, actualCost: 10))
        #expect(spent.toCompletePerformance == nil)
    }

    @Test func `late work ends with an index of 1 in money and less in time`() throws {
        let planned: [Double] = [0, 25, 50, 75, 100]
        let done = try #require(EarnedValue(budgetAtCompletion: 100, plannedValue: 100, earnedValue: 100, actualCost: 90))
        #expect(done.schedulePerformance == 1)
        let schedule = try #require(EarnedSchedule(planned: planned, earnedValue: 100, actualTime: 8))
        #expect(schedule.earned == 4)
        #expect(schedule.variance == -4)
        #expect(schedule.performance == 0.5)
        #expect(schedule.estimatedDuration == 8)
    }

    @Test func `work exactly as planned is earned at its time`() throws {
        let planned: [Double] = [0, 10, 10, 30, 60, 60]
        for (period, value) in planned.enumerated() where period != 5 {
            let schedule = try #require(EarnedSchedule(planned: planned, earnedValue: value, actualTime: Double(period)))
            #expect(schedule.earned == Double(period) && schedule.variance == 0)
        }
        // In a rest on the way nobody is ahead or late who has done what was due; a rest at the end is not waited for.
        let rest = [(0.5, 1), (1.4, 1.4), (2, 2), (3, 2)].map { time, earned in
            EarnedSchedule(planned: planned, earnedValue: 10, actualTime: time)?.earned == earned
        }
        #expect(rest == [true, true, true, true])
        #expect(EarnedSchedule(planned: planned, earnedValue: 60, actualTime: 1)?.earned == 4)
        #expect(EarnedSchedule(planned: planned, earnedValue: 75, actualTime: 1)?.earned == 4)
        #expect(isClose(EarnedSchedule(planned: planned, earnedValue: 20, actualTime: 1)?.earned, 2.5))
    }

    @Test func `the start has no index in time`() throws {
        let start = try #require(EarnedSchedule(planned: [0, 5, 10], earnedValue: 0, actualTime: 0))
        #expect(start.performance == nil && start.estimatedDuration == nil)
        let idle = try #require(EarnedSchedule(planned: [0, 5, 10], earnedValue: 0, actualTime: 1))
        #expect(idle.performance == 0 && idle.estimatedDuration == nil)
    }

    @Test func `numbers out of order are refused`() {
        #expect(EarnedValue(budgetAtCompletion: -1, plannedValue: 0, earnedValue: 0, actualCost: 0) == nil)
        #expect(EarnedValue(budgetAtCompletion: 1, plannedValue: .nan, earnedValue: 0, actualCost: 0) == nil)
        #expect(EarnedSchedule(planned: [0], earnedValue: 0, actualTime: 0) == nil)
        #expect(EarnedSchedule(planned: [0, 5, 3], earnedValue: 1, actualTime: 0) == nil)
        #expect(EarnedSchedule(planned: [2, 5], earnedValue: 1, actualTime: 0) == nil)
        #expect(EarnedSchedule(planned: [0, 5], earnedValue: 1, actualTime: -1) == nil)
    }
}
