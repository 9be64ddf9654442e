import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport

struct RetroHealth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Whether retrospectives are held and followed through. There is no target.",
        discussion: """
            The days are those in which retrospectives are counted; what became of
            improvements is told of all of them.

            Examples:
              hone retro health
              hone retro health --from 2026-01-01 --to 2026-07-01
            """)

    @Option(name: .long, help: "First day, YYYY-MM-DD. Default: 12 weeks that end today.")
    var from: String?

    @Option(name: .long, help: "Day after the last, YYYY-MM-DD.")
    var to: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, agreements, lifeCycle) = try await RetroCommand.recorded()
        let today = workspace.today
        let window = try WindowArguments(from: from, to: to).window(or: LoopHealth.usualWindow(today))
        let health = LoopHealth(agreements, workspace.interpretation, lifeCycle, window: window, today: today)
        let lines = LoopHealthWords(health, lifeCycle).lines
        switch output.format {
        case .table:
            Console.print(
                agreements.record.ceremonies.isEmpty && health.held.skipped.isEmpty && health.held.lapsed + health.lapsedGates == 0
                    ? "No \(lifeCycle.ceremony) has been read yet. Read notes: hone retro import retros.md"
                    : TextTable(headers: [], rows: lines.map { [$0.label, $0.text] }, width: Console.width).text)
        case .markdown:
            Console.print(MarkdownText.table(["", "what is known"], lines.map { [$0.label, MarkdownText.escaped($0.text)] }))
        case .json: Console.print(json(health).pretty)
        }
    }

    private func json(_ health: LoopHealth) -> JSON {
        let (held, follow) = (health.held, health.followThrough)
        return .object([
            ("today", .text(health.today.description)),
            (
                "held",
                .object([
                    ("from", .text(held.window.from.description)), ("to", .text(held.window.to.description)),
                    ("count", .integer(held.count)), ("ever", .integer(held.total)), ("datedAfterToday", .integer(held.datedAfterToday)),
                    ("iterations", held.iterations.map(json) ?? .null), ("usualGapDays", .optional(held.usualGap)),
                    (
                        "longestGap",
                        held.longestGap.map {
                            .object([
                                ("days", .integer($0.days)), ("from", .text($0.from.description)), ("to", .text($0.to.description)),
                            ])
                        } ?? .null
                    ),
                    ("lastOn", .optional(held.lastOn?.description)),
                    (
                        "skipped",
                        .array(held.skipped.map { .object([("on", .text($0.on.description)), ("reason", .text($0.reason))]) })
                    ), ("lapsed", .integer(held.lapsed)), ("lapsedGates", .integer(health.lapsedGates)),
                    (
                        "attended",
                        .array(
                            held.attendance.counts.map { .object([("on", .text($0.on.description)), ("came", .integer($0.came))]) })
                    ), ("attendedUnknown", .integer(held.attendance.unsaid)),
                ])
            ),
            (
                "followedThrough",
                .object([
                    ("noted", .integer(follow.noted)), ("done", .integer(follow.done)), ("open", .integer(follow.open)),
                    ("openAgesDays", .array(follow.openAges.map { .integer($0) })), ("completion", json(follow.completion)),
                    ("byNextCeremony", json(follow.byNextCeremony)), ("onTime", json(follow.onTime)),
                    ("notYetDue", .integer(follow.notYetDue)), ("withoutDueDay", .integer(follow.withoutDueDay)),
                    ("listedAgain", .integer(follow.carriedOver)),
                    (
                        "dropped",
                        .array(
                            follow.dropped.map {
                                .object([("title", .text($0.title)), ("reason", $0.reason.isEmpty ? .null : .text($0.reason))])
                            })
                    ),
                ])
            ),
        ])
    }

    private func json(_ tally: Tally) -> JSON {
        .object([("count", .integer(tally.count)), ("of", .integer(tally.of)), ("unknown", .integer(tally.unknown))])
    }
}
