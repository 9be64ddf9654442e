import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct GoalList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The goals, oldest first.", discussion: "Example: hone goal list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let goals = Agreements(try await workspace.openOrMakeStore().decisions()).goals
        let zone = workspace.interpretation.zone
        let rows = goals.map { goal in
            let measure = goal.measure.map { $0.name + ($0.target.map { ", target \($0)" } ?? "") } ?? ""
            return [
                "\(goal.number)", goal.kind.rawValue, zone.day(atSeconds: goal.addedAt).description, goal.outcome, goal.standing(zone),
                measure,
            ]
        }
        let headers = ["goal", "kind", "added", "outcome", "standing", "its own number"]
        switch output.format {
        case .table:
            Console.print(
                goals.isEmpty
                    ? "No goals yet. Add one: hone goal add --kind run \"The checkout stays up for sellers\""
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown:
            Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json:
            let members = goals.map {
                JSON.object([
                    ("number", .integer($0.number)), ("kind", .text($0.kind.rawValue)), ("outcome", .text($0.outcome)),
                    ("standing", .unlessEmpty($0.standing(zone))),
                    ("addedOn", .text(zone.day(atSeconds: $0.addedAt).description)),
                    ("measure", .optional($0.measure?.name)), ("target", .optional($0.measure?.target?.description)),
                ])
            }
            Console.print(JSON.array(members).pretty)
        }
    }
}
