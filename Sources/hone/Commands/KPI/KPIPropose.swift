import ArgumentParser
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneWorkflows

struct KPIPropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a KPI. It is a proposal, without a target on any page, until it is agreed.",
        discussion: """
            Commits, lines, hours and story points are refused: they say how busy people
            are, not what comes of it.

            Example:
              hone kpi propose cycle-time --goal 1 --target "<= 10 d" --guard reopen-rate \\
                --guard-bound "<= 5 %" \\
                --used-for "where we look first" --not-for "to judge people" --role product
            """)

    @Argument(help: "Id of the metric, such as cycle-time.", completion: .list(Catalogue.metrics.map(\.definition.id)))
    var metric: String

    @OptionGroup var terms: KPITermOptions
    @OptionGroup var role: RoleOption

    func run() async throws {
        if ActivityMeasure.explanation(for: metric) == nil { _ = try MetricCommand.metric(metric) }
        var draft = KPIDraft(metric: metric)
        try terms.fill(&draft)
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.propose(draft, role: role.known(workspace))
        try await KPICommand.report(kpi, workspace, change)
        try await KPICommand.tellMissing(kpi, workspace)
    }
}
