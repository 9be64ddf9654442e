import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Answer an effect: keep, adapt, drop, or unmeasured. The effect as it stands is kept with the answer.",
        discussion: """
            An experiment on the product is answered with persevere, pivot or stop.
            Adapting notes what comes next with --next.

            Examples:
              hone improvement decide 1 keep --reason "the wait is shorter" \\
                --learned "two reviewers are enough" --cost-hours 10
              hone improvement decide 2 adapt --reason "helped in review only" \\
                --next "pair on the larger changes"
            """)

    @OptionGroup var argument: ImprovementArgument

    @Argument(help: "keep, adapt, drop or unmeasured; persevere, pivot or stop for an experiment.")
    var answer: String

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "What was learned, for those who try something like it.")
    var learned: String?

    @Option(name: .long, help: "What it took, in hours of work.")
    var costHours: Double?

    @Option(name: .long, help: "For adapt: what is tried next. It is noted as the successor.")
    var next: String?

    private static let answers: [String: ImprovementAnswer] = [
        "keep": .keep, "adapt": .adapt, "drop": .drop, "unmeasured": .unmeasured, "persevere": .keep, "pivot": .adapt, "stop": .drop,
    ]

    func run() async throws {
        guard let known = Self.answers[answer.lowercased()] else {
            throw Failure(.usage, "'\(answer)' is no answer. There are: keep, adapt, drop, unmeasured; persevere, pivot, stop.")
        }
        if next != nil, known != .adapt { throw Failure(.usage, "--next goes with adapt: what is tried next comes out of this one.") }
        if let costHours, !ImprovementShape.costs.contains(costHours) {
            throw Failure(.usage, "--cost-hours is a number of hours up to a million, such as 12.")
        }
        let (workspace, change) = try ImprovementCommand.change()
        let isExperiment = try change.found(argument.number, try await change.agreements()).shape?.isExperiment ?? false
        if !isExperiment, answer.lowercased() != known.rawValue {
            throw Failure(
                .usage, "Improvement \(argument.number) is no experiment on the product, so say \(known.rawValue) instead of \(answer).")
        }
        let evidence = try await ImprovementCommand.evidence(workspace)
        let decided = try await change.decide(
            argument.number, known, reason: reason.reason.trimmed, learned: learned?.trimmed ?? "", costHours: costHours,
            role: role.known(workspace), evidence)
        let reading = ImprovementReading(decided, among: try await change.agreements().improvements, evidence)
        ImprovementCommand.report(decided, workspace, reading)
        if let sentence = reading?.effect?.sentence { Console.say("  \(sentence)") }
        if let next = next?.trimmed, !next.isEmpty {
            ImprovementCommand.report(try await change.note(next, follows: decided), workspace)
        }
    }
}
