import ArgumentParser
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneWorkflows

struct KPIRevise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise", abstract: "Propose other terms: the next version, which has to be agreed anew.",
        discussion: """
            What is not named stays; the review day is set anew. An agreed version holds
            until the next one is agreed.

            Example: hone kpi revise 1 --target "<= 8 d"
            """)

    @Argument(help: "Number of the KPI.")
    var number: Int

    @OptionGroup var terms: KPITermOptions
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        var filled = KPIDraft(metric: "")
        try terms.fill(&filled)
        let kpi = try await change.revise(number, role: role.known(workspace)) { [filled] draft in
            let metric = draft.metric
            draft = filled
            draft.metric = metric
        }
        try await KPICommand.report(kpi, workspace, change)
        try await KPICommand.tellMissing(kpi, workspace)
    }
}
