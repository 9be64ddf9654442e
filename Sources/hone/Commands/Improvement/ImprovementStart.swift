import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Say since when people work in the new way. Its terms are frozen from then on.",
        discussion: "Example: hone improvement start 1 --on 2026-03-02")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "The day, YYYY-MM-DD. Default: today.")
    var on: String?

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let today = workspace.today
        let day = try on.map { try WindowArguments.day($0, "--on") } ?? today
        guard day <= today else { throw Failure(.usage, "--on is \(day), which is still to come. Say it on that day.") }
        let agreements = try await change.agreements()
        let before = try change.found(argument.number, agreements)
        let unfunded = BriefWords.unfunded(before, agreements.briefs, workspace.interpretation.zone, on: today)
        let started = try await change.putInForce(argument.number, on: day, role: role.known(workspace))
        if let unfunded { Console.error("hone: it is begun, though nobody said yes to its brief: \(unfunded.answer).") }
        let evidence = try await ImprovementCommand.evidence(workspace)
        let reading = ImprovementReading(started, among: try await change.agreements().improvements, evidence)
        ImprovementCommand.report(started, workspace, reading)
    }
}
