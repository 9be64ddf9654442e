import Foundation
import HoneTestSupport
import Testing

/// A board of half a year, two items begun each working day, as a made-up tracker exports it; and what people could do to its numbers.
struct MadeBoard {
    struct Item {
        var key: String
        var kind: String
        var requested: Int
        var started: Int
        var finished: Int
        var hours: Int
        var found: String
    }

    /// 1 June 2026, a Monday; days are counted from it.
    static let first = 20_605
    /// 22 November 2026: the scorecard's twelve weeks end on the 15th, day 168.
    static let now = ["HONE_NOW": "2026-11-22T12:00:00Z"]
    static let window = 84..<168

    var items: [Item]

    init() {
        var state: UInt64 = 5
        func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        items = []
        for day in 0..<168 where day % 7 < 5 {
            for place in 0..<2 {
                let end = day + min(roll(16), roll(16))
                let finished = end % 7 < 5 ? end : end + 7 - end % 7
                let kind = ["feature", "feature", "bug", "tool"][roll(4)]
                items.append(
                    Item(
                        key: "K\(day)-\(place)", kind: kind, requested: day - roll(9), started: day, finished: finished,
                        hours: 4 + roll(13), found: kind == "bug" ? ["before", "before", "after"][roll(3)] : ""))
            }
        }
    }

    static func date(_ day: Int) -> String {
        // Civil date of a day since 1970 (Howard Hinnant's algorithm).
        let z = first + day + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let (d, m) = (doy - (153 * mp + 2) / 5 + 1, mp < 10 ? mp + 3 : mp - 9)
        return String(format: "%04d-%02d-%02d", yoe + era * 400 + (m <= 2 ? 1 : 0), m, d)
    }

    /// One row an item.
    var rows: String {
        let lines = items.map { item in
            "\(item.key),\(item.kind),\(Self.date(item.requested)),\(Self.date(item.started)),\(Self.date(item.finished)),\(item.hours),\(item.found)"
        }
        return (["ID,Type,Wanted,Begun,Done,Hours,Found"] + lines).joined(separator: "\n") + "\n"
    }

    /// One row a change of status; some items go to and fro between two stages within minutes.
    func moves(toAndFro: (Item) -> Int) -> String {
        var lines = ["item,type,status,at"]
        for item in items {
            func line(_ status: String, _ day: Int, _ minute: Int) {
                lines.append(
                    "\(item.key),\(item.kind),\(status),\(Self.date(day))T\(String(format: "%02d:%02d", 9 + minute / 60, minute % 60)):00Z")
            }
            line("Backlog", item.requested, 0)
            line("Doing", item.started, 30)
            for turn in 0..<toAndFro(item) {
                line("Backlog", item.started, 40 + 10 * turn)
                line("Doing", item.started, 45 + 10 * turn)
            }
            line("Done", item.finished, 400)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Items whose end lies in the scorecard's window.
    mutating func change(_ change: (Item) -> [Item]) {
        items = items.flatMap { Self.window.contains($0.finished) ? change($0) : [$0] }
    }

    static let yaml = """
        product: Board
        timezone: UTC
        life_cycle: [{kind: scrum}]
        iteration: {days: 14}
        sources:
          - csv: items.csv
            columns: {key: ID, kind: Type, requestedOn: Wanted, startedOn: Begun, finishedOn: Done, estimated: Hours, found: Found}
            found: {before: [before], after: [after]}

        """

    static let moved = """
        product: Board
        timezone: UTC
        life_cycle: [{kind: kanban}]
        stages:
          - {name: Backlog, kind: backlog}
          - {name: Doing, kind: active}
          - {name: Done, kind: done}
        commitment: Doing
        sources:
          - csv: items.csv
            columns: {key: item, kind: type, status: status, changedOn: at}

        """

    /// A product with this board and an agreed KPI on one of its metrics.
    static func tool(
        _ csv: String, yaml: String = yaml, kpi metric: String, target: String, guarded: String, bound: String
    ) throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(csv, to: "items.csv")
        try tool.folder.write(yaml, to: "hone.yaml")
        try tool.mustRun(["sync"], on: "2026-11-16")
        try tool.mustRun(["goal", "add", "--kind", "run", "The checkout stays up for sellers"], on: "2026-11-16")
        let tokens = try ["product owner", "engineering"].map { try KPIAgreementTests.token(tool, $0) }
        try tool.mustRun(
            [
                "kpi", "propose", metric, "--goal", "1", "--target", target, "--guard", guarded, "--guard-bound", bound, "--used-for",
                "where we look first", "--not-for", "to judge people",
            ], on: "2026-11-16")
        for token in tokens { try tool.mustRun(["kpi", "agree", "1", "--token", token], on: "2026-11-16") }
        try tool.mustRun(["kpi", "ratify", "1"], on: "2026-11-20")
        return tool
    }
}
