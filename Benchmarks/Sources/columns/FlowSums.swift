import Foundation
import HoneFacts
import HoneMetrics

/// The sums on which every engine agrees, as the engines define them: elapsed days, linear interpolation, UTC, by team and
/// week, flow by the status at the end of a day. No page of the product shows any of them.
struct FlowSums {
    let items: Int
    let finished: Int
    let teamWeeks: Int
    let leadSum: Double
    let cycleSum: Double
    let flow: CumulativeFlow
    let open: Int
    let ageSum: Double

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
        // The log speaks until its last event; ages are read then.
        let day = Self.interpretation.zone.day(atSeconds: flow.lastSecond)
        let context = MeasureContext(
            interpretation: Self.interpretation, window: Window(from: day, to: day + 1), options: MetricOptions(isElapsed: true),
            now: flow.lastSecond)
        func measured(_ metric: some Metric) throws -> MeasuredRows {
            switch metric.measure(histories, context) {
            case .rows(let rows): return rows
            case .unavailable(let reason): throw NoRows(metric: metric.definition.id, reason: reason)
            }
        }
        let streams = histories.items.stream
        items = histories.items.count
        let throughput = TeamWeeks(try measured(Throughput()), streams)
        (finished, teamWeeks) = (throughput.rowCount, throughput.groupCount)
        leadSum = TeamWeeks(try measured(LeadTime()), streams).percentileSum { $0 / 24 }
        cycleSum = TeamWeeks(try measured(CycleTime()), streams).percentileSum { $0 / 24 }
        // All ages end on one day, so their groups are the teams. The metric counts to the end of the second it looks at, the
        // engines to its beginning.
        let ages = TeamWeeks(try measured(WorkItemAge()), streams)
        open = ages.rowCount
        ageSum = ages.percentileSum { ($0 * 3_600 - 1) / 86_400 }
    }

    /// By the names that the check of a line has.
    var pairs: [(String, String)] {
        func text(_ number: Double) -> String { String(format: "%.3f", number) }
        return [
            ("items", "\(items)"), ("finished", "\(finished)"), ("groups", "\(teamWeeks)"), ("sumlead", text(leadSum)),
            ("sumcycle", text(cycleSum)), ("cells", "\(flow.cells)"), ("cfdsum", "\(flow.sum)"), ("wip", "\(open)"),
            ("agesum", text(ageSum)),
        ]
    }
}

/// A metric that had nothing to measure.
struct NoRows: Error, CustomStringConvertible {
    let metric: String
    let reason: String

    var description: String { "\(metric): \(reason)" }
}
