import ArgumentParser
import HoneLoop
import HoneStore
import HoneWorkflows

struct GoalAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a goal: an outcome for somebody, not an activity.",
        discussion: """
            Examples:
              hone goal add --kind run "The checkout stays up for sellers"
              hone goal add --kind improve "Sellers come back" --measure "active sellers" \\
                --target ">= 1000"
            """)

    @Option(name: .long, help: "run, improve or vision.")
    var kind: Goal.Kind

    @Option(name: .long, help: "Name of a measure of the product that it is about, such as \"active users\".")
    var measure: String?

    @Option(name: .long, help: "What the measure should reach, in its own unit, such as \">= 90 %\".")
    var target: String?

    @Option(name: .long, help: "Why there are more than three open goals.")
    var beyondThree: String?

    @Argument(help: "The outcome, in a sentence.")
    var outcome: String

    func validate() throws {
        if target != nil, measure == nil { throw ValidationError("--target is that of a measure: name it with --measure.") }
    }

    func run() async throws {
        guard !outcome.trimmed.isEmpty else { throw Failure(.usage, "A goal needs a sentence that says what will be so.") }
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let change = MeasureGoal(log: store, interpretation: workspace.interpretation, now: workspace.now)
        if let measure { try await change.check(name: measure.trimmed, target: target) }
        let number = try await ChangeGoals(log: store, now: workspace.now).add(kind, outcome.trimmed, beyond: beyondThree?.trimmed ?? "")
        Console.say("Goal \(number) (\(kind.rawValue)): \(outcome.trimmed)")
        guard let measure else { return }
        let (goal, remark) = try await change.measure(number, name: measure.trimmed, target: target, role: "team")
        Console.say(GoalMeasureSet.sentence(goal))
        if !remark.isEmpty { Console.say(remark) }
    }
}
