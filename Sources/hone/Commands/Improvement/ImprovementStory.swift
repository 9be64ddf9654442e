import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct ImprovementStory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story", abstract: "Name the work item that shows an improvement to everybody, or write its text for a tracker.",
        discussion: """
            Examples:
              hone improvement story 1                     the text, to paste or import
              hone improvement story 1 --format json
              hone improvement story 1 --link SHOP-214
              hone improvement story 1 --none --reason "an hour's work"
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var role: RoleOption
    @OptionGroup var output: FormatOption

    @Option(name: .long, help: "Key or address of the work item.")
    var link: String?

    @Flag(name: .long, help: "There is none, on purpose; --reason says why.")
    var none = false

    @Option(name: .long, help: "Why there is none.")
    var reason: String?

    func validate() throws {
        if none, (reason?.trimmed ?? "").isEmpty { throw ValidationError("--none needs --reason, in a sentence.") }
        if none, link != nil { throw ValidationError("Give --link or --none, not both.") }
    }

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        if link != nil || none {
            let linked = try await change.step(
                .linkStory, argument.number, role: role.known(workspace), text: link?.trimmed ?? "", reason: reason?.trimmed ?? "")
            ImprovementCommand.report(linked, workspace, briefs: try await change.agreements().briefs)
            return
        }
        let agreements = try await change.agreements()
        let story = ImprovementStoryText(try change.found(argument.number, agreements), agreements)
        Console.print(output.format == .json ? story.json.pretty : story.markdown)
    }
}
