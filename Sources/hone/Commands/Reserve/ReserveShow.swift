import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct ReserveShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is agreed, and what was planned and used period by period.",
        discussion: "Examples:\n  hone reserve show\n  hone reserve show --from 2026-01-01 --to 2026-07-01 --format markdown")

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let picture = ShowReserve(try await workspace.evidence(from: workspace.openStore())).picture(window: window)
        Console.print(ReserveAnswer(picture).answer, as: output.format, json: ReserveJSON(picture).json)
    }
}
