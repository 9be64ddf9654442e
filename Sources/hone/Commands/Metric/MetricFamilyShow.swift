import ArgumentParser
import HoneMetrics
import HoneReport
import HoneWorkflows

struct MetricFamilyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family", abstract: "All metrics of one family over a window.",
        discussion: """
            Seeing a metric here puts it on no scorecard.

            Example: hone metric family flow
            """)

    @Argument(help: "The family.")
    var family: MetricFamily

    @Option(name: .long, help: "First day, YYYY-MM-DD, in the product's zone. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD. Default: this week's Monday.")
    var to: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let evidence = try await workspace.evidence(from: workspace.openStore())
        let shown = FamilyAnswer(family, ShowFamily(evidence).observations(family, window: window))
        Console.print(shown.answer, as: output.format, json: shown.json)
    }
}

extension MetricFamily: ExpressibleByArgument {}
