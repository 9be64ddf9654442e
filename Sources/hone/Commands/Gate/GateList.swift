import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct GateList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The gates and how they stand, oldest first.", discussion: "Example: hone gate list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, _, change) = try GateCommand.change()
        let agreements = try await change.agreements()
        let words = agreements.gates.gates.map { GateWords($0, agreements, on: change.today) }
        // What was decided stays readable after the life cycle is another one.
        if words.isEmpty, let reason = workspace.configuration.product.lifeCycle(on: change.today).reasonAgainstPlans {
            throw Refusal([reason])
        }
        let headers = ["gate", "phase", "name", "standing"]
        let rows = words.map { words in
            ["\(words.gate.number)", words.gate.phase, words.gate.name, words.sentences]
        }
        switch output.format {
        case .table:
            Console.print(
                words.isEmpty
                    ? "No gate yet. Add one: hone gate add Design --criterion \"defect-removal-effectiveness >= 85 %\""
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(JSON.array(words.map { GateJSON($0).json }).pretty)
        }
    }
}
