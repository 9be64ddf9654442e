import ArgumentParser
import HoneFacts
import HoneMetrics

struct MetricCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric", abstract: "List, show and explain the metrics, one by one or by family.",
        subcommands: [MetricList.self, MetricShow.self, MetricFamilyShow.self, MetricExplain.self])

    static func metric(_ id: String) throws -> any Metric {
        if let metric = Catalogue.metric(id) { return metric }
        guard !PeoplesData.isNamed(in: id) else { throw Failure(.usage, "There is no metric '\(id)'. \(PeoplesData.refusal)") }
        let close = Catalogue.suggestions(for: id)
        let advice = close.isEmpty ? "" : " Did you mean \(close.joined(separator: ", "))?"
        throw Failure(.usage, "There is no metric '\(id)'.\(advice) hone metric list shows them all.")
    }
}
