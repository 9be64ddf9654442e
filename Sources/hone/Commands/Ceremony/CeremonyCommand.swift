import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct CeremonyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ceremony", abstract: "Plannings and reviews; retrospectives and kaizen events have commands of their own.",
        discussion: """
            Examples:
              hone ceremony open --kind review
              hone ceremony close --kind review --attended 6
            """,
        subcommands: [CeremonyOpen<AnyCeremony>.self, CeremonyClose<AnyCeremony>.self, CeremonySkip<AnyCeremony>.self])
}

struct KaizenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kaizen", abstract: "Kaizen events: called by a date, or by a signal of the process.",
        discussion: """
            Examples:
              hone kaizen open --signal cycle-time     only where it left its own limits
              hone kaizen close --improvement "one review at a time"
              hone kaizen skip --reason "the season"
            """,
        subcommands: [CeremonyOpen<Kaizen>.self, CeremonyClose<Kaizen>.self, CeremonySkip<Kaizen>.self])
}

/// Which ceremony a command is about.
protocol CeremonyChoice: ParsableArguments {
    var kind: Ceremony.Kind { get }
    /// `retro open`: how a step of it is written.
    static func example(_ step: String) -> String
}

struct Retrospective: CeremonyChoice {
    var kind: Ceremony.Kind { .retrospective }
    static func example(_ step: String) -> String { "retro \(step)" }
}

struct Kaizen: CeremonyChoice {
    var kind: Ceremony.Kind { .kaizen }
    static func example(_ step: String) -> String { "kaizen \(step)" }
}

struct AnyCeremony: CeremonyChoice {
    @Option(name: .long, help: "retrospective, kaizen, planning or review.", transform: AnyCeremony.kind)
    var kind: Ceremony.Kind
    static func example(_ step: String) -> String { "ceremony \(step) --kind review" }

    private static let kinds: [Ceremony.Kind] = [.retrospective, .kaizen, .planning, .review]

    @Sendable private static func kind(_ text: String) throws -> Ceremony.Kind {
        if let kind = Ceremony.Kind(rawValue: text), kinds.contains(kind) { return kind }
        if text == "health-check" { throw ValidationError("A health check is held with hone health open.") }
        if text == Ceremony.Kind.gate.rawValue { throw ValidationError("A gate is opened with hone gate open.") }
        throw ValidationError("--kind is one of \(kinds.map(\.rawValue).joined(separator: ", ")), not \(text).")
    }
}

struct CeremonyOpen<Choice: CeremonyChoice>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open", abstract: "Begin one, and print what the evidence says: the sheet to talk about.",
            discussion: "Talk in any room with any tool; what is said there stays there.\n\nExample: hone \(Choice.example("open"))")
    }

    @OptionGroup var choice: Choice
    @OptionGroup var role: RoleOption
    @OptionGroup var output: FormatOption

    @Option(name: .long, help: "The metric whose signal calls for it, such as cycle-time.")
    var signal: String?

    @Flag(name: .long, help: "Print the sheet and record nothing.")
    var sheet = false

    func run() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let all = try await workspace.evidence(from: store)
        let evidence = EffectEvidence(all.histories, all.interpretation, all.product, now: all.now)
        if let signal = signal?.trimmed {
            let last =
                all.agreements.record.days(in: all.product.lifeCycle(on: evidence.today)).last { $0 < evidence.today } ?? evidence.today
                + -28
            let found = ProcessSignals(evidence, since: last)
            guard found.signals.contains(where: { $0.metric == signal }) else {
                let seen = found.signals.map(\.metric).joined(separator: ", ")
                throw Failure(
                    .usage,
                    "There is no signal in \(signal) since \(DayText.day(last)): it stayed within its own limits. \(seen.isEmpty ? "Nothing else left them either." : "There is one in \(seen).")"
                )
            }
        }
        if !sheet {
            let run = RunCeremony(log: store, zone: workspace.interpretation.zone, now: workspace.now)
            try await run.open(choice.kind, signal: signal?.trimmed ?? "", role: role.known(workspace))
        }
        let lines = ImprovementLines(all.agreements, all.interpretation.zone, on: evidence.today, evidence)
        let scorecard = await EvaluateScorecard(all).scorecard()
        let page = CeremonySheet(choice.kind, all.agreements, evidence, lines, reserve: ScorecardWords(scorecard).reserveLines)
        switch output.format {
        case .table: Console.print(CeremonySheetText(page, width: Console.width, isStyled: Console.isStyled).text)
        case .markdown: Console.print(CeremonySheetText(page, width: Console.width, isStyled: false).markdown)
        case .json: Console.print(CeremonySheetText(page, width: Console.width, isStyled: false).json.pretty)
        }
    }
}

struct CeremonyClose<Choice: CeremonyChoice>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "close", abstract: "Say that it was held, and what it wants to improve: at most three.",
            discussion: """
                Example:
                  hone \(Choice.example("close")) --improvement "one review at a time" \\
                    --again 3 --attended 6
                """)
    }

    @OptionGroup var choice: Choice
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "What it wants to improve; at most three times.")
    var improvement: [String] = []

    @Option(name: .long, help: "Number of an open improvement that it listed again; may be given more than once.")
    var again: [Int] = []

    @Option(name: .long, help: "The day by which they are to be done, YYYY-MM-DD.")
    var due: String?

    @Option(name: .long, help: "The day it was held, YYYY-MM-DD. Default: the day it was opened, or today.")
    var on: String?

    @Option(name: .long, help: "How many came. Who came is not kept.")
    var attended: Int?

    func run() async throws {
        if let attended, attended < 1 { throw Failure(.usage, "--attended is how many came, 1 or more.") }
        let workspace = try Workspace.current()
        let run = RunCeremony(
            log: try workspace.openOrMakeStore(), zone: workspace.interpretation.zone, now: workspace.now)
        let taken = try await run.close(
            choice.kind, on: try on.map { try WindowArguments.day($0, "--on") },
            titles: improvement.map(\.trimmed).filter { !$0.isEmpty }, dueOn: try due.map { try WindowArguments.day($0, "--due") },
            again: again, attended: attended, role: role.known(workspace))
        Console.say("Held. \(taken.isEmpty ? "Nothing was taken on." : "Taken on:")")
        for improvement in taken { ImprovementCommand.report(improvement, workspace) }
    }
}

struct CeremonySkip<Choice: CeremonyChoice>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "skip", abstract: "Leave one out on purpose, with the reason. One that is forgotten lapses instead.",
            discussion: "Example: hone \(Choice.example("skip")) --reason \"release week\"")
    }

    @OptionGroup var choice: Choice
    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    @Option(name: .long, help: "The day it would have been, YYYY-MM-DD. Default: today.")
    var on: String?

    func run() async throws {
        let workspace = try Workspace.current()
        let run = RunCeremony(
            log: try workspace.openOrMakeStore(), zone: workspace.interpretation.zone, now: workspace.now)
        try await run.skip(
            choice.kind, on: try on.map { try WindowArguments.day($0, "--on") }, reason: reason.reason.trimmed,
            role: role.known(workspace))
        Console.say("Skipped on purpose: \(reason.reason.trimmed)")
    }
}
