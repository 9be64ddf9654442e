import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct GoalMet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "met", abstract: "Say that a goal is met. It stays on the page, and its KPIs go on: it is kept up with.",
        discussion: "Example:\n  hone goal met 1 --reason \"three months without an outage\"")

    @OptionGroup var step: GoalStep

    func run() async throws { try await step.take(.meetGoal) }
}

struct GoalReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Say that a goal which was met no longer is.",
        discussion: "Example:\n  hone goal reopen 1 --reason \"two outages since Monday\"")

    @OptionGroup var step: GoalStep

    func run() async throws { try await step.take(.reopenGoal) }
}

struct GoalDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Give a goal up. It leaves the page and stays readable.",
        discussion: "Example:\n  hone goal drop 2 --reason \"sellers told us that they do not need it\"")

    @OptionGroup var step: GoalStep

    func run() async throws { try await step.take(.dropGoal) }
}

/// Which goal, why, and who says so.
struct GoalStep: ParsableArguments {
    @Argument(help: "Number of the goal.")
    var number: Int

    @Option(name: .long, help: "Why, in a sentence.")
    var reason: String

    @OptionGroup var role: RoleOption

    func take(_ verb: Decision.Verb) async throws {
        let workspace = try Workspace.current()
        let change = ChangeGoals(log: try workspace.openOrMakeStore(), now: workspace.now)
        let goal = try await change.step(verb, number, reason: reason.trimmed, role: role.known(workspace))
        let standing = goal.standing(workspace.interpretation.zone)
        Console.say("Goal \(goal.number), \"\(goal.outcome)\": \(standing)")
    }
}
