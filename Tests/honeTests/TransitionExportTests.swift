import HoneTestSupport
import Testing

/// One row a transition, through the built binary: the two published flow cases, typed as CSV.
@Suite struct TransitionExportTests {
    /// The golden case `dst_and_reopen`, whose numbers were computed by an independent implementation.
    static let export = """
        item,type,status,at
        A1,feature,Backlog,2024-03-20T08:00:00Z
        A1,feature,Ready,2024-03-25T08:00:00Z
        A1,feature,Doing,2024-03-26T09:00:00Z
        A1,feature,Review queue,2024-03-28T15:00:00Z
        A1,feature,Review,2024-03-29T08:00:00Z
        A1,feature,Done,2024-03-29T16:00:00Z
        A2,defect,Backlog,2024-03-30T20:00:00Z
        A2,defect,Doing,2024-03-30T23:30:00Z
        A2,defect,Done,2024-03-31T22:30:00Z
        A3,feature,Backlog,2024-03-25T08:00:00Z
        A3,feature,Doing,2024-03-27T08:00:00Z
        A3,feature,Done,2024-04-02T08:00:00Z
        A3,feature,Doing,2024-04-04T08:00:00Z
        A3,feature,Done,2024-04-08T12:00:00Z
        A4,debt,Backlog,2024-03-26T08:00:00Z
        A4,debt,Ready,2024-04-01T08:00:00Z
        A4,debt,Doing,2024-04-03T08:00:00Z
        A5,risk,Backlog,2024-03-26T08:00:00Z
        A5,risk,Doing,2024-04-01T08:00:00Z
        A5,risk,Cancelled,2024-04-03T08:00:00Z
        A6,feature,Backlog,2024-03-26T08:00:00Z
        A6,feature,Doing,2024-04-01T08:00:00Z
        A6,feature,Backlog,2024-04-05T08:00:00Z
        A7,defect,Backlog,2024-04-09T07:00:00Z
        A7,defect,Doing,2024-04-09T07:00:00Z
        A7,defect,Done,2024-04-09T11:00:00Z
        A8,feature,Backlog,2024-04-01T07:00:00Z
        A8,feature,Done,2024-04-05T07:00:00Z
        A9,feature,Backlog,2024-04-11T07:00:00Z

        """

    static let clock = ["HONE_NOW": "2024-04-12T10:00:00Z"]

    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(export, to: "moves.csv")
        let stages = [
            "Backlog=backlog", "Ready=wait", "Doing=active", "Review queue=wait", "Review=active", "Done=done", "Cancelled=cancelled",
        ]
        let options = [
            "init", "--yes", "--product", "x", "--timezone", "Europe/Berlin", "--csv", "moves.csv", "--map",
            "key=item,kind=type,status=status,changedOn=at", "--commitment", "Ready",
        ]
        let outcome = try tool.run(options + stages.flatMap { ["--stage", $0] })
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try tool.run("sync").code == 0)
        return tool
    }

    @Test func `finished items, cycle and lead times are those of the published case`() throws {
        let tool = try Self.tool()
        let cycle = try tool.show("cycle-time", "--from", "2024-03-25", "--to", "2024-04-13", environment: Self.clock)
        #expect(cycle.n == 5)
        #expect(cycle.mean == 4.4)
        #expect(cycle.percentiles == ["50": 2, "85": 13, "95": 13])
        #expect(cycle.excluded == ["cancelled": 1])
        let lead = try tool.show("lead-time", "--from", "2024-03-25", "--to", "2024-04-13", environment: Self.clock)
        #expect(lead.mean == (10 + 3 + 15 + 1 + 5) / 5.0)
        let hours = try tool.show("cycle-time", "--elapsed", "--from", "2024-03-25", "--to", "2024-04-13", environment: Self.clock)
        #expect(hours.unit == "hours" && hours.mean == (104 + 23 + 292 + 4 + 0) / 5.0)
    }

    @Test func `work in progress on each evening is that of the published case`() throws {
        let tool = try Self.tool()
        let evenings = [
            ("2024-03-26", 1), ("2024-03-28", 2), ("2024-04-02", 4), ("2024-04-05", 3), ("2024-04-06", 2), ("2024-04-09", 1),
            ("2024-04-13", 1),
        ]
        for (to, count) in evenings {
            let shown = try tool.show("wip", "--from", "2024-03-20", "--to", to, environment: Self.clock)
            #expect(shown.value == Double(count) && shown.n == count, "\(to)")
        }
    }

    @Test func `overlapping exports do not double`() throws {
        let tool = try Self.tool()
        let later = Self.export.split(separator: "\n").filter { $0.hasPrefix("item") || $0.hasPrefix("A7") || $0.hasPrefix("A8") }
        try tool.folder.write(later.joined(separator: "\n") + "\nA9,feature,Done,2024-04-12T08:00:00Z\n", to: "later.csv")
        #expect(try tool.run("import", "csv", "later.csv").code == 0)
        let shown = try tool.show("throughput", "--from", "2024-03-25", "--to", "2024-04-13", environment: Self.clock)
        #expect(shown.n == 6)
    }
}
