import ArgumentParser
import HoneLoop
import HoneStore

struct GoalAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a goal: an outcome for somebody, not an activity.",
        discussion: "Example: hone goal add --kind run \"The checkout stays up for sellers\"")

    @Option(name: .long, help: "run, improve or vision.")
    var kind: Goal.Kind

    @Argument(help: "The outcome, in a sentence.")
    var outcome: String

    func run() async throws {
        guard !outcome.trimmed.isEmpty else { throw Failure(.usage, "A goal needs a sentence that says what will be so.") }
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        try await store.append(
            Decision(.addGoal, decidedAt: workspace.now, subject: kind.rawValue, text: outcome.trimmed))
        let goals = Agreements(try await store.decisions()).goals
        Console.print("Goal \(goals.count) (\(kind.rawValue)): \(outcome.trimmed)")
    }
}
