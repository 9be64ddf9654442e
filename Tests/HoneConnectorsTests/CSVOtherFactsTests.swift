import HoneFacts
import Testing

@testable import HoneConnectors

/// Deployments, incidents, builds, plan lines and measurements out of CSV and JSON lines.
@Suite struct CSVOtherFactsTests {
    private func read(
        _ text: String, fact: String, _ columns: [String: String], name: String = "export.csv", folder: CSVFolder? = nil,
        into log: MemoryFactLog = MemoryFactLog(), mask: @escaping @Sendable (String) -> String = { $0 }
    ) async throws -> CSVOutcome {
        let folder = try folder ?? CSVFolder()
        try folder.write(text, to: name)
        let values: [String: SettingsValue] = ["fact": .text(fact), "columns": .table(columns.mapValues(SettingsValue.text))]
        return try await folder.read(CSVSettings(values, path: name), into: log, mask: mask)
    }

    private static let deployments = [
        "key": "id", "service": "app", "environment": "env", "status": "result", "finishedOn": "at", "sha": "sha", "commits": "brought",
        "unplanned": "hotfix",
    ]

    @Test func `a row is a deployment`() async throws {
        let outcome = try await read(
            "id,app,env,result,at,sha,brought,hotfix\n7,shop,prod,SUCCESS,2026-03-02T10:00:00Z,abc,\"a1, b2;c3\",yes\n8,,,,2026-03-03,,,\n",
            fact: "deployment", Self.deployments)
        let facts = try await outcome.facts(.deployment)
        #expect(facts.map(\.id) == ["7", "8"])
        #expect(facts[0].values["service"] == .text("shop") && facts[0].values["status"] == .text("SUCCESS"))
        #expect(facts[0].values["finished_at"] == .instant(Instant(iso: "2026-03-02T10:00:00Z")))
        #expect(facts[0].values["commits"] == .text("a1 b2 c3") && facts[0].values["is_unplanned"] == .integer(1))
        #expect(facts[1].values["is_unplanned"] == .unknown && facts[1].values["started_at"] == .unknown)
        #expect(outcome.reading.notes == ["export.csv: 2 rows, 2 deployments."])
        #expect(try await outcome.facts(.item).isEmpty)
    }

    @Test func `a row that lacks what it needs, or says nonsense, is skipped and named`() async throws {
        let outcome = try await read(
            "id,app,env,result,at,sha,brought,hotfix\n1,,,,,,,\n2,,,,soon,,,\n3,,,,2026-03-02,,,perhaps\n4,,,,2026-03-02,,,no\n",
            fact: "deployment", Self.deployments)
        #expect(outcome.codes == ["empty-finishedOn", "no-such-date", "no-such-flag"])
        #expect(outcome.reading.diagnostics.allSatisfy { $0.severity == .skipped && $0.line != nil })
        #expect(try await outcome.facts(.deployment).map(\.id) == ["4"])
    }

    @Test func `JSON lines bring the same facts`() async throws {
        let outcome = try await read(
            "{\"nr\": \"INC-1\", \"from\": \"2026-03-02T10:00:00Z\", \"to\": null, \"cause\": false}\n", fact: "incident",
            ["key": "nr", "openedOn": "from", "resolvedOn": "to", "from_change": "cause"], name: "incidents.jsonl")
        let facts = try await outcome.facts(.incident)
        #expect(facts.map(\.id) == ["INC-1"] && facts[0].values["is_from_change"] == .integer(0))
        #expect(facts[0].values["resolved_at"] == .unknown)
    }

    @Test func `a measure may be negative, large, or written with a comma`() async throws {
        let outcome = try await read(
            "n;d;v;u\nchurn;2026-03-01;-1,5;%\nrevenue;2026-03-01;12345678901.25;EUR\nrevenue;2026-03-02;1e3;EUR\nbad;2026-03-01;1.234,5;\nworse;2026-03-01;nan;\n",
            fact: "measurement", ["name": "n", "date": "d", "value": "v", "unit": "u"])
        let facts = try await outcome.facts(.measurement)
        #expect(facts.map { $0.values["value"] } == [.text("-1.5"), .text("12345678901.25"), .text("1000.0")])
        #expect(outcome.codes == ["doubtful-number", "no-such-number"])
    }

    @Test func `a plan that is overwritten adds a statement and leaves the first`() async throws {
        let (folder, log) = (try CSVFolder(), MemoryFactLog())
        let columns = ["key": "wp", "plannedFinishOn": "due", "budget": "pd", "finishedOn": "done"]
        _ = try await read("wp,due,pd,done\nA,2026-03-10,5,\n", fact: "plan_line", columns, folder: folder, into: log)
        // The line is done: the same statement says more. Its plan changes: that is another.
        let done = try await read("wp,due,pd,done\nA,2026-03-10,5,2026-03-09\n", fact: "plan_line", columns, folder: folder, into: log)
        #expect(done.appended == AppendCount(added: 0, changed: 1, unchanged: 0))
        let moved = try await read("wp,due,pd,done\nA,2026-04-10,5,\n", fact: "plan_line", columns, folder: folder, into: log)
        #expect(moved.appended == AppendCount(added: 1, changed: 0, unchanged: 0))
        #expect(try await moved.facts(.planLine).count == 2)
    }

    @Test func `free text is masked and keys are kept`() async throws {
        let outcome = try await read(
            "id,at,pipe,result\nAnn-1,2026-03-02,Ann's pipeline,SUCCESS\n", fact: "build",
            ["key": "id", "finishedOn": "at", "pipeline": "pipe", "status": "result"],
            mask: { $0.replacing("Ann", with: "•") })
        let facts = try await outcome.facts(.build)
        #expect(facts[0].values["pipeline"] == .text("•'s pipeline") && facts[0].values["key"] == .text("Ann-1"))
    }

    @Test func `two rows of one key count once, the last, with a note where they differ`() async throws {
        let outcome = try await read(
            "id,at\n1,2026-03-02\n1,2026-03-02\n1,2026-03-03\n", fact: "deployment", ["key": "id", "finishedOn": "at"])
        #expect(outcome.codes == ["duplicate-key"])
        #expect(
            try await outcome.facts(.deployment).map { $0.values["finished_at"] }
                == [CalendarDay(iso: "2026-03-03").map { FactValue.instant(Instant(day: $0)) }])
    }

    private func problem(_ fact: String, _ columns: [String: String], _ more: [String: SettingsValue] = [:]) -> String {
        let values: [String: SettingsValue] = ["fact": .text(fact), "columns": .table(columns.mapValues(SettingsValue.text))]
        do {
            _ = try CSVSettings(values.merging(more) { $1 }, path: "a.csv")
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `what a fact lacks or has not is an error that says what to write`() {
        #expect(problem("release", ["key": "K"]).contains("deployment, incident, build, plan_line, measurement"))
        #expect(problem("deployment", ["key": "K"]).contains("needs 'finishedOn'"))
        #expect(problem("incident", ["openedOn": "A"]).contains("needs 'key'"))
        #expect(problem("measurement", ["name": "N", "date": "D"]).contains("needs 'value'"))
        #expect(problem("deployment", ["finishedOn": "A", "severity": "S"]).contains("has no 'severity'"))
        #expect(problem("deployment", ["finishedOn": "A"], ["shape": .text("item")]).contains("Only items have a shape"))
        #expect(problem("build", ["key": "#", "finishedOn": "A", "status": "S"]).contains("Only items can be numbered"))
        #expect(problem("build", ["finishedOn": "A", "status": "S"], ["repeat": .text("row")]).hasPrefix("repeat: Only rows"))
        #expect(problem("item", ["key": "K", "budget": "B"]).contains("has no 'budget'"))
    }

    @Test func `the parts of a fact are the columns of its family, one for one`() {
        for shape in CSVSettings.Shape.ofOthers {
            let columns = shape.family.columns
            #expect(shape.parts.count == columns.count, "\(shape.rawValue)")
            for (part, column) in zip(shape.parts, columns) {
                let kind: FactColumnSchema.Kind =
                    switch part.kind {
                    case .instant: .instant
                    case .flag: .integer
                    case .key, .keys, .text, .number: .text
                    }
                #expect(column.kind == kind, "\(shape.rawValue).\(column.name)")
            }
            #expect(Set(shape.needed).isSubset(of: shape.parts.map(\.field)) && Set(shape.identity).isSubset(of: shape.parts.map(\.field)))
        }
        #expect(Set(CSVField.allCases.map(\.index)) == Set(0..<CSVField.allCases.count))
    }
}
