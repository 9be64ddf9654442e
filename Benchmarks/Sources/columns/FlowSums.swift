import Foundation
import HoneFacts
import HoneMetrics

/// The sums on which every engine agrees, as the engines define them: elapsed days, linear interpolation, UTC, by team and
/// week, flow by the status at the end of a day. No page of the product shows any of them.
///
/// They are sums over items: an item of which something new is known is taken out as it was, and put in as it is.
struct FlowSums {
    private var items: Int
    private let groups: TeamWeekGroups
    private var finished: TeamWeekCounts
    private var lead, cycle: TeamWeeks
    private var flow: CumulativeFlow
    private var open: OpenAges

    /// The seeded event log as the engines read it.
    static let interpretation = Interpretation(
        stages: StageMap(
            [
                Stage(name: "idea", kind: .backlog), Stage(name: "ready", kind: .wait), Stage(name: "in_progress", kind: .active),
                Stage(name: "review", kind: .active), Stage(name: "test", kind: .active), Stage(name: "done", kind: .done),
                Stage(name: "dropped", kind: .cancelled),
            ], commitment: "in_progress"))
    /// In the year 2038, the last second of signed 32 bits: nothing in the log comes after it, and spans up to it fit into 32 bits.
    static let endOfTime: Int64 = 2_147_483_647

    /// - Complexity: O(transitions + items log items).
    init(_ histories: Histories) throws {
        flow = CumulativeFlow(histories.items)
        let measured = try Measured(histories, at: flow.lastSecond)
        let streams = histories.items.stream
        items = histories.items.count
        groups = TeamWeekGroups(streams, flow.days)
        finished = TeamWeekCounts(try measured.rows(of: Throughput()), groups)
        lead = TeamWeeks(try measured.rows(of: LeadTime()), groups)
        cycle = TeamWeeks(try measured.rows(of: CycleTime()), groups)
        open = OpenAges(try measured.rows(of: WorkItemAge()), streams, at: flow.lastSecond)
    }

    /// Takes some items out as they were and puts them in as they are.
    /// - Returns: false where only all histories can tell; the sums are of no use then.
    /// - Complexity: O(transitions of these items + values of the groups that they are in).
    mutating func replace(_ before: Histories, by after: Histories) throws -> Bool {
        let instant = flow.lastSecond
        guard flow.replace(before.items, by: after.items) else { return false }
        items += after.items.count - before.items.count
        let (old, new) = (try Measured(before, at: instant), try Measured(after, at: flow.lastSecond))
        func rows(_ metric: some Metric) throws -> (old: RowsOfTeams, new: RowsOfTeams) {
            ((try old.rows(of: metric), before.items.stream), (try new.rows(of: metric), after.items.stream))
        }
        let (throughput, leads, cycles, ages) = (
            try rows(Throughput()), try rows(LeadTime()), try rows(CycleTime()), try rows(WorkItemAge())
        )
        return finished.replace(throughput.old, by: throughput.new, groups) && lead.replace(leads.old, by: leads.new, groups)
            && cycle.replace(cycles.old, by: cycles.new, groups) && open.replace(ages.old, at: instant, by: ages.new, at: flow.lastSecond)
    }

    /// By the names that the check of a line has.
    mutating func pairs() -> [(String, String)] {
        func text(_ number: Double) -> String { String(format: "%.3f", number) }
        return [
            ("items", "\(items)"), ("finished", "\(finished.rowCount)"), ("groups", "\(finished.groupCount)"),
            ("sumlead", text(lead.percentileSum { $0 / 24 })), ("sumcycle", text(cycle.percentileSum { $0 / 24 })),
            ("cells", "\(flow.cells)"), ("cfdsum", "\(flow.sum)"), ("wip", "\(open.count)"),
            ("agesum", text(open.percentileSum(at: flow.lastSecond))),
        ]
    }
}

/// The metrics of some histories, none of which ends after an instant.
private struct Measured {
    let histories: Histories
    let context: MeasureContext

    /// - Parameter instant: seconds since 1970 of the last event: the log speaks until then, and ages are read then.
    init(_ histories: Histories, at instant: Int64) throws {
        self.histories = histories
        let day = FlowSums.interpretation.zone.day(atSeconds: instant)
        context = MeasureContext(
            interpretation: FlowSums.interpretation, window: Window(from: day, to: day + 1), options: MetricOptions(isElapsed: true),
            now: instant)
    }

    /// Nothing of no items: then no metric is available.
    func rows(of metric: some Metric) throws -> MeasuredRows {
        guard histories.items.count > 0 else { return MeasuredRows(.items, unit: .items, summary: .count) }
        switch metric.measure(histories, context) {
        case .rows(let rows): return rows
        case .unavailable(let reason): throw NoRows(metric: metric.definition.id, reason: reason)
        }
    }
}

/// A metric that had nothing to measure.
struct NoRows: Error, CustomStringConvertible {
    let metric: String
    let reason: String

    var description: String { "\(metric): \(reason)" }
}
