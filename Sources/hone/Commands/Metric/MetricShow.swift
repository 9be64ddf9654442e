import ArgumentParser
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneReport
import HoneWorkflows

struct MetricShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one metric over a window, with everything a number needs.",
        discussion: """
            Examples:
              hone metric show cycle-time
              hone metric show lead-time --from 2026-01-01 --to 2026-04-01 \\
                --calendar working
              hone metric show throughput --by month --format json
            """)

    @Argument(help: "Id of the metric, such as lead-time.", completion: .list(Catalogue.metrics.map(\.definition.id)))
    var id: String

    @Option(name: .long, help: "First day, YYYY-MM-DD, in the product's zone. Default: 12 whole weeks back.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD. Default: this week's Monday.")
    var to: String?

    @Option(name: .long, help: "Count calendar days, or working days.")
    var calendar: MetricOptions.CalendarForm = .calendar

    @Flag(name: .long, help: "Hours between the two instants instead of dates counted.")
    var elapsed = false

    @Option(name: .long, help: "Only items of this work kind; may be given more than once.")
    var kind: [WorkKind] = []

    @Option(name: .long, help: "Only items of this type of the source; may be given more than once.")
    var type: [String] = []

    @Option(name: .long, help: "Break down by stream, kind, month or iteration.")
    var by: MetricOptions.Grouping?

    @Option(
        name: .long,
        help: "What people may expect, such as 85/10: 85 % within 10 days. For sle-attainment; default: service_level in hone.yaml.",
        transform: MetricShow.serviceLevel)
    var sle: ServiceLevel?

    @Option(name: .long, help: "Days without a move after which work counts as stalled. For stalled-work; default: the own past.")
    var stalledAfter: Int?

    @Flag(name: .long, help: "The rows behind the number.")
    var rows = false

    @OptionGroup var output: FormatOption

    func validate() throws {
        if let stalledAfter, !(1...36_525).contains(stalledAfter) {
            throw ValidationError("--stalled-after is \(stalledAfter). Give days, from 1 to 36525: a hundred years.")
        }
    }

    func run() async throws {
        let metric = try MetricCommand.metric(id)
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let evidence = try await workspace.evidence(from: workspace.openStore())
        let options = MetricOptions(
            calendar: calendar, isElapsed: elapsed, kinds: kind.isEmpty ? nil : Set(kind), types: type.isEmpty ? nil : Set(type),
            grouping: by, serviceLevel: sle, stalledAfterDays: stalledAfter)
        let show = ShowMetric(evidence)
        let shown = show.observation(metric, window: window, options: options, withRows: rows)
        let idle = show.idleOptions(metric, of: shown.observation)
        if !idle.isEmpty { Console.error("hone: \(idle.joined(separator: " and ")) makes no difference to this number of \(id).") }
        if rows, shown.rows == nil {
            Console.error("hone: the rows of \(id) are shown to nobody: beside a number about people they would be about each of them.")
        }
        let list = rows ? shown.rows : nil
        switch output.format {
        case .json: Console.print(ObservationJSON(shown.observation, rows: list).json.pretty)
        case .markdown:
            Console.print(ObservationMarkdown(shown.observation, metric.definition).text)
            if let list {
                Console.print("\n" + MarkdownText.table(Self.headers, cells(list).map { $0.map(MarkdownText.escaped) }))
            }
        case .table:
            Console.print(
                ObservationText(shown.observation, metric.definition, width: Console.width, isStyled: Console.isStyled).text)
            if let list { Console.print(TextTable(headers: Self.headers, rows: cells(list), width: Console.width).text) }
        }
    }

    @Sendable private static func serviceLevel(_ text: String) throws -> ServiceLevel {
        if let level = ServiceLevel(text) { return level }
        throw ValidationError("--sle is '\(text)'. Write it as 85/10: so many per cent (1 to 99) within so many days.")
    }

    private static let headers = ["id", "start", "end", "value", "remark"]

    private func cells(_ rows: [MetricRow]) -> [[String]] {
        rows.map { row in
            let remark = row.exclusion ?? row.flags.joined(separator: " ")
            return [row.id, row.start ?? "", row.end, row.value.map { ValueText.short($0) } ?? "", remark]
        }
    }
}

extension MetricOptions.CalendarForm: ExpressibleByArgument {}
extension MetricOptions.Grouping: ExpressibleByArgument {}
extension WorkKind: ExpressibleByArgument {}
