import HoneFacts
import Testing

@testable import HoneMetrics

@Suite(.enabled(if: FlowOracle.isPresent, "flow_events.json does not lie in ../shared/data/oracle"))
struct FlowOracleTests {
    @Test(arguments: FlowOracle.all)
    func `items fold as the golden cases say`(golden: FlowOracle.Case) throws {
        let histories = fold(golden.facts, golden.interpretation, now: golden.now)
        let items = histories.items
        func seconds(_ raw: Int64) -> Int64? { raw == Instant.missing ? nil : Instant(rawValue: raw).seconds }
        for expected in golden.expected.items {
            let row = try #require(items.key.firstIndex(of: expected.id))
            #expect(seconds(items.startedAt[row]) == expected.started.flatMap { Instant(iso: $0)?.seconds }, "\(expected.id)")
            #expect(seconds(items.finishedAt[row]) == expected.finished.flatMap { Instant(iso: $0)?.seconds }, "\(expected.id)")
            #expect((items.cancelledAt[row] != Instant.missing) == expected.cancelled, "\(expected.id)")
            #expect(items.isReturned[row] == expected.returnedToBacklog, "\(expected.id)")
            #expect(items.isReopened[row] == (expected.reopens > 0), "\(expected.id)")
            if let active = expected.activeSeconds { #expect(Double(items.activeSeconds[row]) == active, "\(expected.id)") }
            if let blocked = expected.blockedSeconds { #expect(Double(items.blockedSeconds[row]) == blocked, "\(expected.id)") }
            if let process = expected.inProcessSeconds { #expect(Double(items.processSeconds[row]) == process, "\(expected.id)") }
            var byStage: [String: Double] = [:]
            let isClosed = items.finishedAt[row] != Instant.missing || items.cancelledAt[row] != Instant.missing
            for visit in items.visits(of: row) {
                guard let end = visit.leftAt ?? (isClosed ? nil : golden.now) else { continue }
                byStage[items.stages[visit.stage].name, default: 0] += Double(end - visit.enteredAt)
            }
            for (stage, value) in expected.stageSeconds { #expect(byStage[stage, default: 0] == value, "\(expected.id) \(stage)") }
        }
    }

    @Test(arguments: FlowOracle.all)
    func `work in progress, age and throughput are right on every day`(golden: FlowOracle.Case) throws {
        let histories = fold(golden.facts, golden.interpretation, now: golden.now)
        for day in golden.expected.daily {
            let date = try #require(CalendarDay(iso: day.date))
            // The last day of a case ends at the instant it was read.
            let context = MeasureContext(
                interpretation: golden.interpretation, window: Window(from: date, to: date + 1), now: golden.now)
            #expect(observe(WorkInProgress(), histories, context).value == Double(day.wipEndOfDay), "\(day.date)")
            #expect(observe(Throughput(), histories, context).value == Double(day.throughput), "\(day.date)")
            let age = observe(WorkItemAge(), histories, context)
            #expect((age.mean ?? 0) * Double(age.n) == Double(day.totalAgeDays), "\(day.date)")
        }
    }

    @Test(arguments: FlowOracle.all)
    func `cycle time, lead time, efficiency and distribution are those of the golden cases`(golden: FlowOracle.Case) throws {
        let histories = fold(golden.facts, golden.interpretation, now: golden.now)
        let first = try #require(CalendarDay(iso: golden.input.window[0]))
        let last = try #require(CalendarDay(iso: golden.input.window[1]))
        func context(_ options: MetricOptions = MetricOptions()) -> MeasureContext {
            MeasureContext(
                interpretation: golden.interpretation, window: Window(from: first, to: last + 1), options: options, now: golden.now)
        }
        let cycle = observe(CycleTime(), histories, context())
        let aggregate = golden.expected.aggregate
        #expect(cycle.n == aggregate.itemsDoneInWindow)
        #expect(cycle.percentiles?.p50 == aggregate.cycleTimePercentilesNearestRank["50"].map(Double.init))
        #expect(cycle.percentiles?.p85 == aggregate.cycleTimePercentilesNearestRank["85"].map(Double.init))
        #expect(abs((cycle.mean ?? 0) - aggregate.avgCycleTime) < 1e-9)
        let efficiency = observe(FlowEfficiency(), histories, context())
        #expect(abs((efficiency.value ?? 0) - aggregate.flowEfficiencyRatioOfSums) < 1e-12)
        let finished = golden.expected.items.filter { $0.finished != nil }
        let lead = observe(LeadTime(), histories, context())
        #expect((lead.mean ?? 0) * Double(lead.n) == Double(finished.compactMap(\.leadTimeDays).reduce(0, +)))
        let hours = observe(LeadTime(), histories, context(MetricOptions(isElapsed: true)))
        let expectedHours = finished.compactMap(\.leadTimeElapsedHours).reduce(0, +)
        #expect(abs((hours.mean ?? 0) * Double(hours.n) - expectedHours) < 1e-9)
        let distribution = observe(FlowDistribution(), histories, context())
        let bugs = distribution.parts.first { $0.name == "bug" }?.observation.numerator ?? 0
        #expect(bugs == Double(aggregate.flowDistribution["defect"] ?? 0))
    }
}
