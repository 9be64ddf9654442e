import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct PlanShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Planned, done and spent: of all work, by phase, and of the improvement lane across the phases.",
        discussion: """
            A line counts for its whole budget or not at all. SPI ends at 1 for late work
            too, so the weeks it is late stand beside it.

            Examples:
              hone plan show
              hone plan show --as-of 2026-03-31 --lines
              hone plan show --baseline 1              what that baseline says, line by line
            """)

    @Option(name: .long, help: "The day to look at, YYYY-MM-DD. Default: today.")
    var asOf: String?

    @Flag(name: .long, help: "Every line: its baseline, what is said of it now, what is done and spent.")
    var lines = false

    @Option(name: .long, help: "Show the lines of the baseline of this number, as they were settled on.")
    var baseline: Int?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let day = try asOf.map { try WindowArguments.day($0, "--as-of") }
        let (_, evidence) = try await PlanCommand.evidence()
        let (interpretation, zone) = (evidence.interpretation, evidence.interpretation.zone)
        if let baseline {
            guard let recorded = evidence.agreements.plan.baseline(baseline) else {
                throw Failure(.usage, "There is no baseline \(baseline); hone plan list shows them all.")
            }
            return show(recorded, zone)
        }
        let asOf = min(day ?? evidence.today, evidence.today)
        let picture = PhasedBuilder(evidence.histories, interpretation, evidence.agreements, asOf: asOf, now: evidence.now).picture
        let plan = evidence.histories.plan.asOf(zone.startOfDay(asOf + 1) - 1, interpretation)
        let shown = lines ? PlanLine.all(plan, zone: zone, asOf: asOf) : []
        let text = PlanText(picture, lines: shown, width: Console.width, isStyled: Console.isStyled)
        switch output.format {
        case .table: Console.print(text.text)
        case .markdown: Console.print(text.markdown)
        case .json: Console.print(PlanJSON(picture, lines: PlanLine.all(plan, zone: zone, asOf: asOf)).json.pretty)
        }
    }

    private func show(_ recorded: RecordedBaseline, _ zone: ZoneTable) {
        let table = PlanWords.lineTable(recorded.baseline)
        switch output.format {
        case .table:
            PlanCommand.report(recorded)
            Console.print(TextTable(headers: table.headers, rows: table.rows, width: Console.width, numeric: [5]).text)
        case .markdown: Console.print(MarkdownText.table(table.headers, table.rows.map { $0.map(MarkdownText.escaped) }, numeric: [5]))
        case .json: Console.print(PlanJSON.baseline(recorded, zone: zone).pretty)
        }
    }
}
