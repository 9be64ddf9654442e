import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct ImprovementList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The improvements and how they stand.",
        discussion: """
            Those that are over are left out unless --all is given. --debt is the debt
            register: what is shaped as refactoring or legacy bug and nobody has promised.

            First stands what is promised and has not begun, where its terms and hours say
            what is expected: the middle of that over the smallest effect worth it, by
            hour. It is what people believe, no result. All others follow, the oldest
            first.

            Example: hone improvement list --all
            """)

    @Flag(name: .long, help: "Those that are done, declined or decided, too.")
    var all = false

    @Flag(name: .long, help: "The debt register only.")
    var debt = false

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let evidence = try await ImprovementCommand.evidence(workspace)
        let lines = ImprovementLines(agreements, evidence.interpretation.zone, on: evidence.today, evidence)
        let chosen = WaitingOrder.ordered(agreements.improvements, evidence.interpretation.zone).filter { improvement in
            if debt { return improvement.isInDebtRegister }
            return all || improvement.isOpen
        }
        let words = chosen.map { ($0, lines.words($0)) }
        let headers = ["number", "improvement", "state", "how it stands"]
        let rows = words.map { ["\($0.number)", $0.title, $1.state, $1.standing] }
        let isOrdered = words.first.map { WaitingOrder.expectedByHour($0.0) != nil } ?? false
        let order = isOrdered ? "Not begun: most expected effect by hour first. All others: oldest first." : nil
        switch output.format {
        case .table:
            if let order { Console.say(order + "\n") }
            Console.print(
                rows.isEmpty
                    ? "No improvement is open. Anyone may note one: hone note \"...\""
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown:
            if let order { Console.print(order + "\n") }
            Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(JSON.array(words.map { ImprovementJSON($0, $1, agreements, lines.reading($0)).json }).pretty)
        }
    }
}
