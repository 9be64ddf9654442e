import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneReport
import HoneWorkflows

struct MetricList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The metrics that the product is offered, by family; those that can be measured here are marked.",
        discussion:
            "Those of a plan with a baseline are for phased products; outside of a product all are listed. Markdown and JSON say the question that each answers.\n\nExample: hone metric list\nExample: hone metric list --format markdown"
    )

    @OptionGroup var output: FormatOption

    /// Those that the life cycle of the product here offers; all of them where there is no product.
    private var metrics: [any Metric] {
        guard let workspace = try? Workspace.current() else { return Catalogue.metrics }
        let today = workspace.today
        return workspace.configuration.product.lifeCycle(on: today).metrics
    }

    /// Ids of those that the evidence here lets measure, as `hone doctor` tells them; nil where nothing was read yet.
    private static func measurable() async throws -> Set<String>? {
        do {
            let workspace = try Workspace.current()
            let report = await CheckDataQuality(try await workspace.evidence(from: workspace.openStore())).report()
            return Set(report.metrics.filter { $0.unavailableReason == nil }.map(\.metric))
        } catch let failure as Failure where failure.code == .noStore {
            return nil
        }
    }

    func run() async throws {
        let definitions = metrics.map(\.definition)
        switch output.format {
        case .table:
            Console.print(MetricListText(definitions, measurable: try await Self.measurable()).text(width: Console.width))
        case .markdown:
            let rows = definitions.map { [$0.id, $0.unit.rawValue, $0.question] }
            Console.print(MarkdownText.table(["metric", "unit", "question"], rows))
        case .json:
            let measurable = try await Self.measurable()
            let members = definitions.map { definition in
                JSON.object([
                    ("metric", .text(definition.id)), ("definitionVersion", .integer(definition.version)), ("name", .text(definition.name)),
                    ("measurable", measurable.map { .boolean($0.contains(definition.id)) } ?? .null),
                    ("family", .text(definition.family.rawValue)),
                    ("unit", .text(definition.unit.rawValue)), ("direction", .text(definition.direction.rawValue)),
                    ("question", .text(definition.question)),
                ])
            }
            Console.print(JSON.array(members).pretty)
        }
    }
}
