import ArgumentParser
import HoneReport
import HoneWorkflows

struct LoopShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loop", abstract: "From idea to working product: where the time goes, and what drops out on the way.",
        discussion: "Examples:\n  hone loop\n  hone loop --from 2026-01-01 --to 2026-04-01 --format markdown")

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let picture = ShowLoop(try await workspace.evidence(from: workspace.openStore())).picture(window: window)
        switch output.format {
        case .table: Console.print(LoopText(picture, width: Console.width, isStyled: Console.isStyled).text)
        case .json: Console.print(LoopJSON(picture).json.pretty)
        case .markdown: Console.print(LoopMarkdown(picture).text)
        }
    }
}
