import ArgumentParser
import HoneLoop
import HoneReport
import HoneStore

struct RetroList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The improvements that retrospectives noted, open ones first.",
        discussion: "Example: hone retro list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let log = CeremonyLog(try await workspace.openStore().decisions())
        let items = log.improvements.sorted {
            ($0.state == .noted ? 0 : 1, $0.notedOn, $0.title) < ($1.state == .noted ? 0 : 1, $1.notedOn, $1.title)
        }
        let rows = items.map { item in
            let due = item.due.map { "due \($0)" } ?? ""
            let again = item.carriedOver > 0 ? "noted \(item.carriedOver + 1) times" : ""
            let remark = [item.doneOn.map { "\(item.state.rawValue) by \($0)" } ?? due, again].filter { !$0.isEmpty }.joined(
                separator: ", ")
            return ["\(item.notedOn)", item.state == .noted ? "open" : item.state.rawValue, item.title, remark]
        }
        let headers = ["noted", "state", "improvement", "remark"]
        switch output.format {
        case .json:
            Console.print(
                JSON.array(
                    items.map { item in
                        .object([
                            ("notedOn", .text("\(item.notedOn)")), ("state", .text(item.state.rawValue)), ("title", .text(item.title)),
                            ("due", .optional(item.due.map { "\($0)" })), ("doneOn", .optional(item.doneOn.map { "\($0)" })),
                            ("carriedOver", .integer(item.carriedOver)),
                        ])
                    }
                ).pretty)
        case .markdown: Console.print(MarkdownText.table(headers, rows))
        case .table:
            Console.print(
                rows.isEmpty
                    ? "No improvement has been noted: hone retro import reads the team's notes."
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        }
    }
}
