import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIWatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Decide that a proposed number is looked at and is no KPI, until a day.",
        discussion: "hone check passes with it.\n\nExample: hone kpi watch 1 --reason \"too noisy\" --review-by 2027-03-01")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @Option(name: .long, help: "The day on which it is asked again, YYYY-MM-DD.")
    var reviewBy: String

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let until = try WindowArguments.day(reviewBy, "--review-by")
        let (workspace, change) = try KPICommand.change()
        guard until > workspace.today else {
            throw Failure(.usage, "--review-by is \(until), which is not in the future.")
        }
        let kpi = try await change.step(
            .watchKPI, number, role: role.known(workspace), reason: reason.reason.trimmed, until: until)
        try await KPICommand.report(kpi, workspace, change)
    }
}
