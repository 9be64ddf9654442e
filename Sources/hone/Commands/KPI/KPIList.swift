import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct KPIList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The KPIs and how they stand, oldest first.", discussion: "Example: hone kpi list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let agreements = try await change.agreements()
        let lines = agreements.kpis.map { ($0, KPIWords($0, agreements, workspace.interpretation, now: workspace.now)) }
        let headers = ["kpi", "number", "goal", "target", "standing"]
        let rows = lines.map { kpi, words in
            [
                "\(kpi.number)", KPIWords.name(kpi.terms), agreements.goal(id: kpi.terms.goal).map { "\($0.number)" } ?? "–",
                words.showsTarget ? kpi.terms.target?.description ?? "" : "", words.standing,
            ]
        }
        switch output.format {
        case .table:
            Console.print(
                lines.isEmpty
                    ? "No KPI was proposed yet: hone kpi propose cycle-time --goal 1 (it says what else it needs)"
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(JSON.array(lines.map { KPIJSON($0, $1, agreements).json }).pretty)
        }
    }
}
