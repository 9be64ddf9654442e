import ArgumentParser
import HoneLoop
import HoneReport
import HoneWorkflows

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "What each release brought, and how able the team was while it was made.",
        discussion: """
            A release is a tag that releases.pattern counts, or a version of the
            tracker with a date. Its days reach from the release before it to its own.

            Examples:
              hone release list
              hone release show v1.2 --format markdown
            """,
        subcommands: [ReleaseList.self, ReleaseShow.self])
}

struct ReleaseList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The last releases, the newest first, and what was open before them.",
        discussion: "Examples:\n  hone release list\n  hone release list --last 20 --format json")

    @Option(name: .long, help: "How many of the newest.")
    var last = ShowReleases.usualCount

    @OptionGroup var output: FormatOption

    func validate() throws {
        guard last > 0 else { throw ValidationError("--last is \(last). Give a number from 1 up, or leave it out.") }
    }

    func run() async throws {
        let workspace = try Workspace.current()
        let picture = ShowReleases(try await workspace.evidence(from: workspace.openStore())).picture(last: last)
        switch output.format {
        case .table: Console.print(ReleasesText(picture, width: Console.width, isStyled: Console.isStyled).text)
        case .markdown: Console.print(ReleasesMarkdown(picture).text)
        case .json: Console.print(ReleasesJSON(picture).json.pretty)
        }
    }
}

struct ReleaseShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One release, short enough to paste into its notes.",
        discussion: "Examples:\n  hone release show\n  hone release show v1.2 --format markdown")

    @Argument(help: "Its name. Default: the newest.")
    var name: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let show = ShowReleases(try await workspace.evidence(from: workspace.openStore()))
        guard let picture = show.picture(of: name) else {
            throw Failure(.usage, ReleaseWords(show.picture(last: 3)).unknown(name ?? ""))
        }
        Console.print(ReleaseAnswer(picture).answer, as: output.format, json: ReleasesJSON(picture).json)
    }
}
