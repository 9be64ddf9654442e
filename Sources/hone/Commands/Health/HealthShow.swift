import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The results of a closed health check, beside those of the one before.",
        discussion: """
            Comments are for the team: they are shown on a terminal, in no file, and only
            if enough people answered.

            Examples:
              hone health show
              hone health show 2 --comments
              hone health show --format json
            """)

    @Argument(help: "Number of the health check. Default: the last one that was closed.")
    var number: Int?

    @Flag(name: .long, help: "Show the comments too, for the team.")
    var comments = false

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let record = try await HealthCommand.record(workspace, change)
        if number == nil, record.checks.allSatisfy(\.isOpen), let open = record.open.first {
            let counts = try await change.counts(of: open)
            guard output.format != .json else {
                let members: [(String, JSON)] = [
                    ("number", .integer(open.number)), ("isOpen", .boolean(true)), ("given", .integer(counts.given)),
                    ("used", .integer(counts.used)),
                ]
                return Console.print(JSON.object(members).pretty)
            }
            Console.print(
                "Health check \(open.number) is open: \(counts.used) of \(counts.given) tokens were used. What was answered is seen when it is closed."
            )
            return
        }
        let check = try HealthCommand.closed(number, record)
        try await Self.report(check, record, workspace, change, format: output.format, comments: comments)
    }

    static func report(
        _ check: HealthCheck, _ record: HealthRecord, _ workspace: Workspace, _ change: HoldHealthCheck, format: OutputFormat,
        comments: Bool
    ) async throws {
        guard let picture = HealthCommand.picture(check, record, workspace) else {
            try await teamOnly(check, change, format: format)
            return
        }
        switch format {
        case .table:
            Console.print(HealthText(picture, width: Console.width, isStyled: Console.isStyled).text)
            if comments {
                Console.print(HealthText.comments(try await change.remains(of: check).comments, width: Console.width))
            }
        case .markdown: Console.print(HealthMarkdown(picture).text)
        case .json: Console.print(HealthJSON(picture).json.pretty)
        }
    }

    /// A team that is smaller than k looks at it together, and nothing is made that could be passed on.
    private static func teamOnly(_ check: HealthCheck, _ change: HoldHealthCheck, format: OutputFormat) async throws {
        guard format == .table else {
            throw Refusal(
                "Health check \(check.number) is private to a team of \(check.terms.teamSize), which is too small to be anonymous. It is shown on a terminal only."
            )
        }
        Console.print("Health check \(check.number): private to the team, not anonymous. Please look at it together and pass nothing on.\n")
        guard let medians = try await change.remains(of: check).medians else {
            Console.print("Nothing is kept here: too few answered, or it was held in another store.")
            return
        }
        let rows = zip(check.terms.questions, medians.values).map { question, median in
            [question.label, median.map { ValueText.short($0) } ?? "–", question.text]
        }
        Console.print(TextTable(headers: ["statement", "median", ""], rows: rows, width: Console.width, numeric: [1]).text)
    }
}
