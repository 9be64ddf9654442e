import ArgumentParser
import HoneMetrics
import HoneReport

struct MetricList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All metrics with the question each answers.", discussion: "Example: hone metric list")

    @OptionGroup var output: FormatOption

    func run() {
        let definitions = Catalogue.metrics.map(\.definition)
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
