import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct ImprovementShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One improvement: what is believed, how far its weeks are, the effect, the guard, the decision.",
        discussion: "Example: hone improvement show 1")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let improvement = try change.found(argument.number, agreements)
        let reading: ImprovementReading? =
            improvement.measured == nil
            ? nil
            : ImprovementReading(improvement, among: agreements.improvements, try await ImprovementCommand.evidence(workspace))
        let zone = workspace.interpretation.zone
        let unfunded = BriefWords.unfunded(improvement, agreements.briefs, zone, on: workspace.today)
        let words = ImprovementWords(improvement, reading, zone, on: workspace.today, unfunded: unfunded)
        let answer = ImprovementSheet(improvement, reading, words, agreements, zone: zone)
        Console.print(
            answer.answer(width: Console.width), as: output.format, json: ImprovementJSON(improvement, words, agreements, reading).json)
    }
}
