import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct BriefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief", abstract: "One page for the person who decides, in the words of the product, and their answer.",
        discussion: """
            Inside the reserve nobody is asked; a brief is for what does not fit in it.

              hone brief ask 1 --ask "Six hours a week for four weeks, from 1 December"
              hone brief show 1
              hone brief answer 1 yes --role "product owner"
            """,
        subcommands: [BriefAsk.self, BriefShow.self, BriefReply.self, BriefList.self])

    static func brief(_ number: Int) async throws -> Brief {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let improvement = try change.found(number, agreements)
        return BriefBuilder(improvement, agreements, try await ImprovementCommand.evidence(workspace)).brief
    }
}

struct BriefShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The page. hone report writes it as a web page to print.", discussion: "Example: hone brief show 1")

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var output: FormatOption

    func run() async throws {
        let brief = try await BriefCommand.brief(argument.number)
        switch output.format {
        case .table: Console.print(BriefText(brief, width: Console.width, isStyled: Console.isStyled).text)
        case .markdown: Console.print(BriefText(brief, width: Console.width, isStyled: false).markdown)
        case .json: Console.print(BriefJSON(brief).json.pretty)
        }
    }
}

struct BriefAsk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask the person who decides for the time to do an improvement.",
        discussion: """
            Example:
              hone brief ask 1 --ask "Six hours a week for four weeks, from 1 December" \\
                --risk "Two people are away in December" --cost-of-delay 500 --currency EUR
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "What is asked for, in a sentence: how much time, from when.")
    var ask: String

    @Option(name: .long, help: "What could go wrong, in a sentence.")
    var risk: String?

    @Option(name: .long, help: "What a day of delay costs, by the figure of the person who decides. None is made up.")
    var costOfDelay: Double?

    @Option(name: .long, help: "The currency of that figure, such as EUR.")
    var currency: String?

    func validate() throws {
        if ask.trimmed.isEmpty { throw ValidationError("--ask needs a sentence.") }
        if let costOfDelay, !(costOfDelay > 0 && costOfDelay <= 1e12) {
            throw ValidationError("--cost-of-delay is an amount above 0, up to a million million.")
        }
        if (costOfDelay == nil) != (currency == nil) { throw ValidationError("--cost-of-delay and --currency go together.") }
    }

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        var details: [String: String] = [:]
        if let risk = risk?.trimmed, !risk.isEmpty { details["risk"] = risk }
        if let costOfDelay { (details["cost-of-delay"], details["currency"]) = ("\(costOfDelay)", currency?.trimmed ?? "") }
        try await change.ask(argument.number, ask.trimmed, details: details, role: role.known(workspace))
        if costOfDelay != nil, try change.found(argument.number, await change.agreements()).terms == nil {
            Console.say(
                "The figure for a day stands on no page yet: what it would save is said by hone improvement commit \(argument.number) …")
        }
        Console.say("Asked. It is on the scorecard until it is answered.\n  > hone brief show \(argument.number)")
    }
}

struct BriefReply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer a brief: yes, not-now until a day, or no with the reason.",
        discussion: """
            Examples:
              hone brief answer 1 yes --role "product owner"
              hone brief answer 1 not-now --until 2027-01-15 \\
                --reason "the season comes first" --role "product owner"
              hone brief answer 1 no --reason "the module goes away in spring" \\
                --role "product owner"
            """)

    @OptionGroup var argument: ImprovementArgument

    @Argument(help: "yes, not-now or no.")
    var answer: BriefRequest.Answer.Kind

    @Option(name: .long, help: "Why, in a sentence; needed but for yes.")
    var reason: String?

    @Option(name: .long, help: "For not-now: the day on which it is asked again, YYYY-MM-DD.")
    var until: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let day = try until.map { try WindowArguments.day($0, "--until") }
        if answer != .yes, (reason?.trimmed ?? "").isEmpty {
            throw Failure(.usage, "Those who asked are owed a reason: --reason \"...\"")
        }
        guard (answer == .notNow) == (day != nil) else {
            throw Failure(.usage, answer == .notNow ? "Say until when: --until 2027-01-15" : "--until goes with not-now only.")
        }
        try await change.answer(
            argument.number, answer, reason: reason?.trimmed ?? "", until: day, role: role.known(workspace))
        Console.say("Recorded: \(answer.rawValue)\(day.map { " until \(DayText.day($0))" } ?? "").")
    }
}

struct BriefList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What was asked, what was answered, and how it stands since.", discussion: "Example: hone brief list"
    )

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let zone = workspace.interpretation.zone
        let evidence = try await ImprovementCommand.evidence(workspace)
        let lines = ImprovementLines(agreements, zone, on: evidence.today, evidence)
        let headers = ["number", "asked on", "what", "answer", "since then"]
        let asked = agreements.briefs.requests.compactMap { request -> BriefWords? in
            agreements.record.improvement(id: request.improvement).map { BriefWords(request, $0, zone, on: workspace.today) }
        }
        let rows = asked.map { words in
            [
                "\(words.improvement.number)", DayText.day(zone.day(atSeconds: words.request.askedAt)), words.request.ask, words.answer,
                Self.state(words.improvement, lines),
            ]
        }
        switch output.format {
        case .table:
            Console.print(
                rows.isEmpty
                    ? "Nothing was asked yet: hone brief ask 1 --ask \"...\""
                    : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json:
            Console.print(
                JSON.array(
                    asked.map { words in
                        .object([
                            ("improvement", .integer(words.improvement.number)),
                            ("askedOn", .text(zone.day(atSeconds: words.request.askedAt).description)), ("ask", .text(words.request.ask)),
                            ("answer", words.request.answer.map { BriefJSON.answer($0, zone) } ?? .null),
                            ("standing", .text(words.answer)), ("sinceThen", .text(Self.state(words.improvement, lines))),
                        ])
                    }
                ).pretty)
        }
    }
}

extension BriefList {
    /// `decided: keep, better`: what those who answered want to know later.
    private static func state(_ improvement: Improvement, _ lines: ImprovementLines) -> String {
        let state = lines.words(improvement).state
        guard case .decided(let decided) = improvement.state, let effect = decided.grounds.effect else { return state }
        return "\(state); \(effect.effect.rawValue)"
    }
}

extension BriefRequest.Answer.Kind: ExpressibleByArgument {}
