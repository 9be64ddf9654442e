import Foundation
import HoneTestSupport
import Testing

/// The golden flow cases written out as CSV, one row a transition, and read back through the built binary.
@Suite(.enabled(if: Shared.has("data/oracle/flow_events.json"), "flow_events.json does not lie in ../shared/data/oracle"))
struct FlowCasesTests {
    struct Golden: Decodable {
        let cases: [Case]
    }

    struct Case: Decodable {
        let id: String
        let input: Input
        let expected: Expected
    }

    struct Input: Decodable {
        let timeZone: String
        let stages: [Step]
        let commitmentStage: String
        let asOf: String
        let window: [String]
        let items: [Item]
    }

    struct Step: Decodable {
        let name: String
        let kind: String
    }

    struct Item: Decodable {
        let id: String
        let type: String
        let transitions: [Transition]
    }

    struct Transition: Decodable {
        let at: String
        let to: String
    }

    struct Expected: Decodable {
        let items: [Outcome]
        let daily: [Day]
        let aggregate: Aggregate
    }

    struct Outcome: Decodable {
        let finished: String?
        let leadTimeDays: Int?
        let cycleTimeDays: Int?
    }

    struct Day: Decodable {
        let date: String
        let wipEndOfDay: Int
        let throughput: Int
    }

    struct Aggregate: Decodable {
        let itemsDoneInWindow: Int
        let avgCycleTime: Double
    }

    static func cases() throws -> [Case] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = try Data(contentsOf: URL(fileURLWithPath: Shared.path("data/oracle/flow_events.json")))
        return try decoder.decode(Golden.self, from: data).cases
    }

    @Test func `finished items, work in progress, cycle and lead times are those of both cases`() throws {
        let cases = try Self.cases()
        #expect(cases.count == 2)
        for golden in cases {
            let tool = try CommandLineTool()
            let rows = golden.input.items.flatMap { item in item.transitions.map { "\(item.id),\(item.type),\($0.to),\($0.at)\n" } }
            try tool.folder.write("item,type,status,at\n" + rows.joined(), to: "moves.csv")
            let options = [
                "init", "--yes", "--product", golden.id, "--timezone", golden.input.timeZone, "--csv", "moves.csv", "--map",
                "key=item,kind=type,status=status,changedOn=at", "--commitment", golden.input.commitmentStage,
            ]
            #expect(try tool.run(options + golden.input.stages.flatMap { ["--stage", "\($0.name)=\($0.kind)"] }).code == 0)
            #expect(try tool.run("sync").code == 0)
            let clock = ["HONE_NOW": golden.input.asOf]
            let next = try nextDays(golden.expected.daily.map(\.date))
            let window = ["--from", golden.input.window[0], "--to", next[next.count - 1]]
            let cycle = try tool.show("cycle-time", window[0], window[1], window[2], window[3], environment: clock)
            #expect(cycle.n == golden.expected.aggregate.itemsDoneInWindow)
            #expect(abs((cycle.mean ?? 0) - golden.expected.aggregate.avgCycleTime) < 1e-9)
            let lead = try tool.show("lead-time", window[0], window[1], window[2], window[3], environment: clock)
            let days = golden.expected.items.filter { $0.finished != nil }.compactMap(\.leadTimeDays)
            #expect(abs((lead.mean ?? 0) * Double(lead.n) - Double(days.reduce(0, +))) < 1e-9 && lead.n == days.count)
            for (day, end) in zip(golden.expected.daily, next) {
                let wip = try tool.show("wip", "--from", day.date, "--to", end, environment: clock)
                #expect(wip.value == Double(day.wipEndOfDay), "\(golden.id) \(day.date)")
                let done = try tool.show("throughput", "--from", day.date, "--to", end, environment: clock)
                #expect(done.value == Double(day.throughput), "\(golden.id) \(day.date)")
            }
        }
    }

    /// The day after each of consecutive days.
    private func nextDays(_ days: [String]) throws -> [String] {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return try days.map { formatter.string(from: try #require(formatter.date(from: $0)).addingTimeInterval(86_400)) }
    }
}
