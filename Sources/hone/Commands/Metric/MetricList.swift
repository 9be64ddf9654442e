import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneReport

struct MetricList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The metrics that the product is offered, with the question each answers.",
        discussion:
            "Those of a plan with a baseline are for phased products; outside of a product all are listed.\n\nExample: hone metric list")

    @OptionGroup var output: FormatOption

    /// Those that the life cycle of the product here offers; all of them where there is no product.
    private var metrics: [any Metric] {
        guard let workspace = try? Workspace.current() else { return Catalogue.metrics }
        let today = workspace.interpretation.zone.day(atSeconds: workspace.now)
        return workspace.configuration.product.lifeCycle(on: today).metrics
    }

    func run() {
        let definitions = metrics.map(\.definition)
        switch output.format {
        case .table, .markdown:
            let rows = definitions.map { [$0.id, $0.unit.rawValue, $0.question] }
            let headers = ["metric", "unit", "question"]
            if output.format == .table {
                Console.print(TextTable(headers: headers, rows: rows, width: Console.width).text)
            } else {
                Console.print(MarkdownText.table(headers, rows))
            }
        case .json:
            let members = definitions.map { definition in
                JSON.object([
                    ("id", .text(definition.id)), ("version", .integer(definition.version)), ("family", .text(definition.family.rawValue)),
                    ("unit", .text(definition.unit.rawValue)), ("direction", .text(definition.direction.rawValue)),
                    ("question", .text(definition.question)),
                ])
            }
            Console.print(JSON.array(members).pretty)
        }
    }
}
