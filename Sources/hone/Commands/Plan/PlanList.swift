import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport

struct PlanList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every baseline there was, oldest first, with the reason for it.",
        discussion: "Example: hone plan list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let baselines = Agreements(try await workspace.openOrMakeStore().decisions()).plan.baselines
        let today = workspace.today
        // What was settled on stays readable after the life cycle is another one.
        if baselines.isEmpty, let reason = workspace.configuration.product.lifeCycle(on: today).reasonAgainstPlans {
            throw Refusal([reason])
        }
        let zone = workspace.interpretation.zone
        let table = PlanWords.baselineTable(baselines, zone: zone)
        switch output.format {
        case .table:
            Console.print(
                baselines.isEmpty
                    ? "No baseline yet, so the first statement of each line counts as one. Settle on one: hone plan baseline"
                    : TextTable(headers: table.headers, rows: table.rows, width: Console.width, numeric: [0, 3, 4]).text)
        case .markdown:
            Console.print(MarkdownText.table(table.headers, table.rows.map { $0.map(MarkdownText.escaped) }, numeric: [0, 3, 4]))
        case .json: Console.print(JSON.array(baselines.map { PlanJSON.baseline($0, zone: zone) }).pretty)
        }
    }
}
