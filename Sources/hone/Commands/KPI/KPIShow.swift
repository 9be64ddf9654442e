import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct KPIShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One KPI: its terms, what is missing for an agreement, objections, and earlier versions.",
        discussion: "Example: hone kpi show 1")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let agreements = try await change.agreements()
        let kpi = try change.found(number, agreements)
        let words = KPIWords(kpi, agreements, workspace.interpretation, now: workspace.now)
        if output.format == .json {
            Console.print(KPIJSON(kpi, words, agreements).json.pretty)
            return
        }
        let rows = KPITermsText(kpi, words, agreements, zone: workspace.interpretation.zone).lines
        if output.format == .markdown {
            Console.print(MarkdownText.table(["", "what was agreed"], rows.map { [$0.label, MarkdownText.escaped($0.text)] }))
            return
        }
        try await KPICommand.report(kpi, workspace, change)
        Console.print(TextTable(headers: [], rows: rows.map { ["  " + $0.label, $0.text] }, width: Console.width).text)
    }
}
