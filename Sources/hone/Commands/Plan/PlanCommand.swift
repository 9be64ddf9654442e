import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "The plan of a phased product: what was planned against what came, and the baseline it is held against.",
        discussion: """
            Lines of a plan come from a source with fact: plan_line. A baseline keeps them
            as they were said, in a decision that nothing said later can change; another
            one takes its place for a reason, and both stay readable.

              hone plan show                          planned, done, spent, by phase
              hone plan baseline --role "project manager"
              hone plan rebaseline --reason "the supplier is two months late"
              hone plan list                          every baseline there was
            """,
        subcommands: [PlanShow.self, PlanBaseline.self, PlanRebaseline.self, PlanList.self])

    /// What the product's facts and decisions say; asked of a product that is not phased it says why there is no plan.
    static func evidence() async throws -> (workspace: Workspace, evidence: Evidence) {
        let workspace = try Workspace.current()
        let evidence = try await workspace.evidence(from: workspace.openStore())
        if let reason = evidence.product.lifeCycle(on: evidence.today).reasonAgainstPlans { throw Refusal([reason]) }
        return (workspace, evidence)
    }

    static func report(_ recorded: RecordedBaseline) {
        let lines = recorded.baseline.lines
        let budget = ValueText.hundredths(lines.compactMap(\.budget).reduce(0, +))
        Console.say("Baseline \(recorded.number): \(lines.count) \(lines.count == 1 ? "line" : "lines"), \(budget) in all.")
        let incomplete = lines.filter { $0.budget == nil || $0.plannedFinishAt == Instant.missing }.map(\.key)
        if !incomplete.isEmpty {
            Console.say("  Without a budget or a planned finish, so they count for nothing: \(incomplete.joined(separator: ", "))")
        }
    }
}

/// `--stated-by`, a day.
struct StatedByOption: ParsableArguments {
    @Option(name: .long, help: "Take what had been said of the plan by this day, YYYY-MM-DD. Default: all that was said.")
    var statedBy: String?

    var day: CalendarDay? { get throws { try statedBy.map { try WindowArguments.day($0, "--stated-by") } } }
}
