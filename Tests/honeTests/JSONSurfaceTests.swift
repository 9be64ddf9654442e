import Foundation
import HoneTestSupport
import Testing

/// Documentation/Guides/json.md, held against every command that prints JSON.
@Suite struct JSONSurfaceTests {
    private static let environment = ["HONE_NOW": "2026-11-28T08:00:00Z", "COLUMNS": "80"]

    private static let decisions: [[String]] = [
        ["goal", "add", "--kind", "improve", "Orders reach the shop within a day"], ["note", "builds are slow"],
        ["reserve", "set", "--floor", "12 %", "--unit", "items", "--reason", "what we can keep"],
        ["improvement", "shape", "1", "--kind", "process", "--stage", "In review"],
        ["brief", "ask", "1", "--ask", "Two hours a week"],
        ["brief", "answer", "1", "not-now", "--reason", "the season", "--until", "2027-01-15", "--role", "product owner"],
        [
            "kpi", "propose", "lead-time", "--goal", "1", "--target", "<= 30 d", "--guard", "reopen-rate", "--guard-bound", "<= 15 %",
            "--question", "Do people wait less?", "--outcome", "Orders reach the shop sooner", "--used-for", "planning", "--not-for",
            "comparing people", "--review-by", "2027-02-01",
        ], ["kpi", "object", "1", "--reason", "splitting items would do"],
    ]

    private static let commands: [[String]] = [
        ["scorecard"], ["loop"], ["release", "list"], ["metric", "list"], ["metric", "show", "lead-time", "--rows"],
        ["metric", "show", "cycle-time", "--by", "month", "--kind", "bug"], ["metric", "show", "throughput"],
        ["metric", "show", "aging-pace"], ["metric", "show", "labour-per-bug-fix"], ["forecast", "when", "--items", "10"],
        ["forecast", "how-many", "--until", "2027-01-31"], ["doctor"], ["product", "list"], ["goal", "list"], ["kpi", "list"],
        ["kpi", "show", "1"],
        ["improvement", "list"], ["improvement", "show", "1"], ["improvement", "preview", "1", "--metric", "lead-time"], ["brief", "list"],
        ["brief", "show", "1"], ["retro", "list"], ["retro", "health"], ["decision", "list"], ["decision", "list", "--practice"],
        ["ledger"],
        ["reserve", "show"], ["store", "info"],
    ]

    /// Objects whose keys are data: reasons, statuses, percentages.
    private static let maps: Set = ["excluded", "flags", "kinds", "details", "percentiles", "percentileIntervals", "dates", "reasons"]

    @Test func `every command keeps the rules`() throws {
        let tool = try CommandLineTool()
        _ = try tool.run("demo", environment: Self.environment)
        for decision in Self.decisions {
            let outcome = try tool.run(decision, environment: Self.environment)
            #expect(outcome.code == 0, "\(decision): \(outcome.errors)")
        }
        for command in Self.commands {
            let outcome = try tool.run(command + ["--format", "json"], environment: Self.environment)
            #expect(outcome.code == 0, "\(command): \(outcome.errors)")
            let found = Faults(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))).faults
            #expect(found.isEmpty, "\(command.joined(separator: " ")): \(found.prefix(8).joined(separator: "; "))")
        }
    }

    @Test func `a phased product keeps them as well`() throws {
        let story = try StoryTests.play("phased")
        let commands = [
            ["scorecard"], ["loop"], ["plan", "show", "--lines"], ["plan", "list"], ["plan", "show", "--baseline", "1"], ["gate", "list"],
            ["gate", "show", "1"], ["gate", "show", "2"], ["improvement", "list", "--all"], ["ledger"], ["goal", "list"], ["kpi", "list"],
            ["metric", "show", "cost-performance"], ["metric", "show", "phase-containment"], ["decision", "list"],
        ]
        for command in commands {
            let outcome = try story.tool.run(command + ["--format", "json"], environment: ["HONE_NOW": "\(story.lastDay)T09:00:00Z"])
            #expect(outcome.code == 0, "\(command): \(outcome.errors)")
            let found = Faults(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))).faults
            #expect(found.isEmpty, "\(command.joined(separator: " ")): \(found.prefix(8).joined(separator: "; "))")
        }
    }

    /// What in a value is not as the guide says, with its path.
    private struct Faults {
        private(set) var faults: [String] = []

        init(_ value: Any) { look(value, "", key: "", inMap: false) }

        private mutating func look(_ value: Any, _ path: String, key: String, inMap: Bool) {
            if let object = value as? [String: Any] {
                for (name, inner) in object.sorted(by: { $0.key < $1.key }) {
                    if !JSONSurfaceTests.maps.contains(key), name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) == nil {
                        faults.append("\(path).\(name) is no key in lower camel case")
                    }
                    look(inner, "\(path).\(name)", key: name, inMap: JSONSurfaceTests.maps.contains(key))
                }
            } else if let array = value as? [Any] {
                for (place, inner) in array.enumerated() { look(inner, "\(path)[\(place)]", key: key, inMap: inMap) }
            } else if let text = value as? String {
                if text.isEmpty { faults.append("\(path) is an empty text") }
                if key.hasSuffix("On"), text.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil { faults.append("\(path) is '\(text)', no day") }
                if key.hasSuffix("At"), text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil {
                    faults.append("\(path) is '\(text)', no instant")
                }
            } else if let number = value as? NSNumber, key.hasSuffix("On") || key.hasSuffix("At") {
                faults.append("\(path) is the number \(number), no day and no instant")
            }
        }
    }
}
