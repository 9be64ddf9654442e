import Foundation
import HoneTestSupport
import Testing

/// Several products on one page, on the built binary.
@Suite struct ProductListTests {
    private static let clock = ["HONE_NOW": "2026-07-01T12:00:00Z", "COLUMNS": "80"]

    /// A product with a note that waits.
    private static func product(_ name: String, _ cycle: String) throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(
            "product: \(name)\nlife_cycle:\n  - kind: \(cycle)\nsources:\n  - csv: items.csv\n    columns: {key: k}\n", to: "hone.yaml")
        let noted = try tool.run("note", "builds are slow", environment: clock)
        #expect(noted.code == 0, "\(noted.errors)")
        return tool
    }

    @Test func `products stand in the order that they are named in, each with what waits`() throws {
        let (first, second) = (try Self.product("zebra", "scrum"), try Self.product("ant", "kanban"))
        _ = try second.run("goal", "add", "--kind", "run", "It stays up", environment: Self.clock)
        let folders = [first, second].map(\.folder.url.path)
        let shown = try first.run(["product", "list"] + folders, environment: Self.clock)
        #expect(shown.code == 0, "\(shown.errors)")
        let zebra = try #require(shown.output.range(of: "zebra (Scrum)"))
        let ant = try #require(shown.output.range(of: "ant (Kanban)"))
        #expect(zebra.lowerBound < ant.lowerBound)
        #expect(shown.output.contains("run 1, improve none, vision none"))
        #expect(shown.output.contains("1 without an answer,"))
        #expect(shown.output.contains("no agreed process KPI") && !shown.output.contains("sprint"))
        #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let turned = try first.run(["product", "list"] + folders.reversed() + ["--format", "json"], environment: Self.clock)
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(turned.output.utf8)) as? [[String: Any]])
        #expect(objects.compactMap { $0["product"] as? String } == ["ant", "zebra"])
        #expect(objects.compactMap { $0["unanswered"] as? Int } == [1, 1])
    }

    @Test func `a folder that is no product is named, and the others are shown`() throws {
        let tool = try Self.product("ant", "kanban")
        let shown = try tool.run("product", "list", "nowhere", ".", environment: Self.clock)
        #expect(shown.code == 66 && shown.errors.contains("nowhere: There is no hone.yaml in it.") && shown.output.contains("ant (Kanban)"))
    }
}
