import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct LifeCycleMetricsTests {
    @Test(arguments: LifeCycle.allCases)
    func `metrics of a plan are offered to a phased product and to no other, which is told why`(lifeCycle: LifeCycle) {
        let schedule = lifeCycle.metrics.filter { $0.definition.family == .schedule }
        #expect(schedule.count == (lifeCycle == .phased ? 12 : 0))
        #expect(lifeCycle.metrics.count == Catalogue.metrics.count - (lifeCycle == .phased ? 0 : 12))
        let reason = lifeCycle.reasonAgainst(EarnedSchedule().definition)
        #expect(lifeCycle == .phased ? reason == nil : reason?.contains(lifeCycle.name) == true)
        #expect(lifeCycle.reasonAgainst(LeadTime().definition) == nil)
    }
}
