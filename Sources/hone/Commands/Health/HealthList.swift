import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The health checks, oldest first: when, how many were asked and how many answered.",
        discussion: "Example: hone health list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let checks = try await HealthCommand.record(workspace, change).checks
        let zone = workspace.interpretation.zone
        let headers = ["check", "opened", "closed", "answered", "statements", "how"]
        let rows = checks.map { check -> [String] in
            let shown = check.result.map { "\($0.cells.count { $0 != nil }) of \(check.terms.questions.count) shown" }
            return [
                "\(check.number)", zone.day(atSeconds: check.openedAt).description, check.closedOn?.description ?? "open",
                check.result.map { "\($0.answered) of \($0.asked)" } ?? "", shown ?? "\(check.terms.questions.count)",
                check.terms.isTeamOnly ? "team only" : "anonymous from \(check.terms.k)",
            ]
        }
        switch output.format {
        case .table:
            Console.print(
                rows.isEmpty
                    ? "No health check was held yet: hone health open --team 7"
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(JSON.array(zip(checks, rows).map { Self.json($0, opened: $1[1]) }).pretty)
        }
    }

    private static func json(_ check: HealthCheck, opened: String) -> JSON {
        .object([
            ("number", .integer(check.number)), ("openedOn", .text(opened)), ("closedOn", .optional(check.closedOn?.description)),
            ("teamOnly", .boolean(check.terms.isTeamOnly)), ("shownFrom", .integer(check.terms.k)),
            ("statements", .integer(check.terms.questions.count)), ("asked", check.result.map { .integer($0.asked) } ?? .null),
            ("answered", check.result.map { .integer($0.answered) } ?? .null),
        ])
    }
}
