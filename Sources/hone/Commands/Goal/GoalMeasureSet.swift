import ArgumentParser
import HoneLoop
import HoneWorkflows

struct GoalMeasureSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Give a goal its own number: a measure of the product, such as its active users.",
        discussion: """
            The number comes from a source with fact: measurement, or from hone import csv
            FILE --fact measurement. It is no KPI, and it stands in the goal's lane beside
            its own past.

            Examples:
              hone goal measure 1 "successful checkouts" --target ">= 99.5 %"
              hone goal measure 1 --none --reason "we look at refunds instead"
            """)

    @Argument(help: "Number of the goal.")
    var number: Int

    @Argument(help: "Name of the measure, as its source writes it.")
    var name: String?

    @Option(
        name: .long, help: "What it should reach, in its own unit: \">= 90 %\", \"<= 2.5 s\", \"10-20 users\". Without one it is watched.")
    var target: String?

    @Flag(name: .long, help: "The goal has no number of its own any longer.")
    var none = false

    @Option(name: .long, help: "Why, in a sentence. For --none.")
    var reason: String?

    @OptionGroup var role: RoleOption

    func validate() throws {
        if none {
            if name != nil || target != nil { throw ValidationError("Give a name, or --none, not both.") }
            if reason?.trimmed.isEmpty ?? true { throw ValidationError("--none needs --reason \"...\": later readers will ask.") }
        } else if name?.trimmed.isEmpty ?? true {
            throw ValidationError("Name the measure, such as \"active users\", or take it away with --none.")
        }
    }

    func run() async throws {
        let workspace = try Workspace.current()
        let change = MeasureGoal(log: try workspace.openOrMakeStore(), interpretation: workspace.interpretation, now: workspace.now)
        let role = try role.known(workspace)
        if none {
            let goal = try await change.unmeasure(number, reason: reason?.trimmed ?? "", role: role)
            Console.say("Goal \(goal.number): no number of its own any longer.")
            return
        }
        let (goal, remark) = try await change.measure(number, name: name?.trimmed ?? "", target: target, role: role)
        Console.say(Self.sentence(goal))
        if !remark.isEmpty { Console.say(remark) }
    }

    /// `Goal 1 is about active users, target >= 1000 users.`
    static func sentence(_ goal: Goal) -> String {
        guard let measure = goal.measure else { return "Goal \(goal.number) has no number of its own." }
        return "Goal \(goal.number) is about \(measure.name)" + (measure.target.map { ", target \($0)." } ?? ", watched without a target.")
    }
}
