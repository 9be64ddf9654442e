import ArgumentParser
import HoneMetrics
import HoneReport

struct MetricExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "The definition of a metric: formula, events, misuse, guards, sources, worked examples.",
        discussion: "Example: hone metric explain cycle-time")

    @Argument(help: "Id of the metric, such as lead-time.", completion: .list(Catalogue.metrics.map(\.definition.id)))
    var id: String

    func run() throws {
        let definition = try MetricCommand.metric(id).definition
        Console.print(DefinitionText(definition, width: Console.width, isStyled: Console.isStyled).text)
    }
}
