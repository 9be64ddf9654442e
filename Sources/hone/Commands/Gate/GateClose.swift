import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct GateClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Decide at an open gate: go, go with conditions, or no-go, with the reason and what was learned.",
        discussion: """
            Conditions become notes that wait for an answer; one may begin with the day it
            is due. Whoever goes on although a criterion is not met, or cannot be told,
            may; it is said on every page.

            Example:
              hone gate close 1 --outcome go-with-conditions --reason "the risk is known" \\
                --role sponsor \\
                --condition "2027-06-01 the load test passes" \\
                --lesson "ask the plant for its data earlier"
            """)

    @Argument(help: "Number of the gate.")
    var number: Int

    @Option(name: .long, help: "go, go-with-conditions or no-go.")
    var outcome: GateClosing.Outcome

    @OptionGroup var reason: ReasonOption

    @Option(name: .long, help: "What must become so, perhaps with its day in front, YYYY-MM-DD. May be given more than once.")
    var condition: [String] = []

    @Option(name: .long, help: "What this phase taught. May be given more than once.")
    var lesson: [String] = []

    @Option(name: .long, help: "Why there is no lesson.")
    var noLesson: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, _, change) = try GateCommand.change()
        let (lessons, without) = answers
        let closing = try GateClosing(
            outcome, closedOn: change.today, role: role.known(workspace), reason: reason.reason.trimmed,
            conditions: condition.map { try Self.condition($0, on: change.today) }, lessons: lessons, withoutLesson: without)
        try await GateCommand.report(change.close(number, closing), change)
        guard !closing.conditions.isEmpty else { return }
        Console.say(
            "The conditions are on the scorecard until they are answered. hone improvement list has their numbers; of one that is met say hone improvement done."
        )
    }

    /// What was learned; somebody at a terminal is asked.
    private var answers: (lessons: [String], without: String) {
        guard lesson.isEmpty, noLesson == nil, Console.isInteractive else { return (lesson.map(\.trimmed), noLesson?.trimmed ?? "") }
        let learned = Console.ask("What did this phase teach, so that the next one need not learn it again?", default: "").trimmed
        return learned.isEmpty ? ([], Console.ask("Why is there nothing to learn?", default: "").trimmed) : ([learned], "")
    }

    private static func condition(_ text: String, on today: CalendarDay) throws -> GateClosing.Condition {
        let text = text.trimmed
        guard text.count > 10, let day = CalendarDay(iso: String(text.prefix(10))) else {
            let first = text.prefix { !$0.isWhitespace }
            if first.count > 5, first.allSatisfy({ $0.isNumber || "./-".contains($0) }) {
                throw Failure(.usage, "--condition begins with '\(first)', which is no day. Write it as 2026-11-22, or leave it out.")
            }
            return .init(text: text)
        }
        guard day >= today else { throw Failure(.usage, "--condition is due on \(day), which is over. Write a day that is still to come.") }
        return .init(text: String(text.dropFirst(10)).trimmed, dueOn: day)
    }
}

extension GateClosing.Outcome: ExpressibleByArgument {}
