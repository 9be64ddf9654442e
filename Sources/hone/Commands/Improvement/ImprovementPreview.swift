import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStatistics
import HoneWorkflows

struct ImprovementPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "What the evidence could show, before anybody promises: the smallest effect that would be seen.",
        discussion: """
            An effect of that size is seen about three times in four; a smaller one is
            more likely to end as "undetermined".

            Example: hone improvement preview 1 --metric cycle-time
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var terms: ImprovementTermOptions
    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let improvement = try change.found(argument.number, await change.agreements())
        let evidence = try await ImprovementCommand.evidence(workspace)
        let preview = try terms.draft().preview(improvement, evidence)
        switch output.format {
        case .json:
            Console.print(
                JSON.object([
                    ("metric", .text(preview.measure.metric)), ("part", .unlessEmpty(preview.measure.part)),
                    ("changesAre", .text(preview.measure.kind == .shares ? "points" : "shares-of-the-level")),
                    ("better", .text(preview.measure.better.rawValue)),
                    ("smallestVisibleChange", .optional(preview.smallestVisible)), ("weeks", .integer(preview.weeks)),
                    ("items", .integer(preview.items)), ("placebos", .integer(preview.placebos)),
                    ("shortfall", .optional(preview.shortfall)),
                ]).pretty)
        case .markdown: Console.print(MarkdownText.table(["", ""], preview.lines.map { [$0.label, MarkdownText.escaped($0.text)] }))
        case .table:
            Console.print(
                Answer(sentence: preview.sentences.joined(separator: " "), facts: preview.lines)
                    .text(width: Console.width, isStyled: Console.isStyled))
        }
    }
}
