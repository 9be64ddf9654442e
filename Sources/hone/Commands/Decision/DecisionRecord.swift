import ArgumentParser
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStore

struct DecisionRecord: AsyncParsableCommand {
    enum Choice: String, CaseIterable, ExpressibleByArgument {
        case notAKPI = "not-a-kpi"
    }

    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a decision: not-a-kpi says that, for now, no process KPI is wanted, and why.",
        discussion: "Example: hone decision record not-a-kpi --reason \"too few releases to measure\" --until 2027-03-01")

    @Argument(help: "What was decided: not-a-kpi.")
    var choice: Choice

    @Option(name: .long, help: "Why, in a sentence.")
    var reason: String

    @Option(name: .long, help: "Until when it holds, YYYY-MM-DD; then it is asked again.")
    var until: String

    @Option(name: .long, help: "The metric it speaks of; without it, process KPIs as such.")
    var metric: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        guard !reason.trimmed.isEmpty else {
            throw Failure(.usage, "--reason needs a sentence: a choice without a reason cannot be looked at again.")
        }
        let day = try WindowArguments.day(until, "--until")
        let workspace = try Workspace.current()
        guard day > workspace.interpretation.zone.day(atSeconds: workspace.now) else {
            throw Failure(.usage, "--until is \(until), which is not in the future.")
        }
        if let metric { _ = try MetricCommand.metric(metric) }
        let store = try workspace.openOrMakeStore()
        try await store.take(
            Decision(
                .notAKPI, decidedAt: workspace.now, role: role.known(workspace), subject: metric ?? "",
                reason: reason.trimmed, until: day))
        Console.say("Recorded: no process KPI\(metric.map { " from \($0)" } ?? "") until \(DayText.day(day)): \(reason.trimmed)")
    }
}
