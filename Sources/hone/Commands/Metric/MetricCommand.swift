import ArgumentParser
import HoneMetrics

struct MetricCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric", abstract: "List, show and explain the metrics, one by one or by family.",
        subcommands: [MetricList.self, MetricShow.self, MetricFamilyShow.self, MetricExplain.self])

    static func metric(_ id: String) throws -> any Metric {
        if let metric = Catalogue.metric(id) { return metric }
        throw Failure(.usage, Catalogue.absence(of: id))
    }
}
