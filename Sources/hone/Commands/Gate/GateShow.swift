import ArgumentParser
import HoneLoop
import HoneReport
import HoneWorkflows

struct GateShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One gate: its criteria, what they were held against, what was decided and learned.",
        discussion: "Example: hone gate show 1")

    @Argument(help: "Number of the gate.")
    var number: Int

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (_, _, change) = try GateCommand.change()
        let words = GateWords(try await change.found(number), try await change.agreements(), on: change.today)
        switch output.format {
        case .table: Console.print(GateText(words).text(width: Console.width, isStyled: Console.isStyled))
        case .markdown: Console.print(GateText(words).markdown)
        case .json: Console.print(GateJSON(words).json.pretty)
        }
    }
}
