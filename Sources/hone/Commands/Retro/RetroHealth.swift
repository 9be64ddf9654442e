import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct RetroHealth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Whether the loop of improvement runs: held, and followed through. Without any target.",
        discussion: "Example: hone retro health")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let log = CeremonyLog(try await workspace.openStore().decisions())
        let today = workspace.interpretation.zone.day(atSeconds: workspace.now)
        let health = LoopHealth(log, interpretation: workspace.interpretation, today: today)
        let lifeCycle = workspace.configuration.product.lifeCycle(on: today)
        switch output.format {
        case .json:
            func pair(_ pair: (Int, Int)?) -> JSON {
                pair.map { .object([("n", .integer($0.0)), ("of", .integer($0.1))]) } ?? .null
            }
            func number(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
            Console.print(
                JSON.object([
                    ("held", .integer(health.heldCount)), ("lastHeldOn", .optional(health.lastHeldOn.map { "\($0)" })),
                    ("usualGapDays", number(health.usualGapDays)), ("longestGapDays", number(health.longestGapDays)),
                    ("iterations", pair(health.iterations.map { ($0.held, $0.of) })), ("noted", .integer(health.noted)),
                    ("done", .integer(health.done)), ("dropped", .integer(health.dropped)), ("open", .integer(health.open)),
                    ("onTime", pair(health.onTime.map { ($0.done, $0.of) })), ("carriedOver", .integer(health.carriedOver)),
                    ("oldestOpenDays", number(health.oldestOpenDays)),
                ]).pretty)
        case .table, .markdown:
            let sentences = health.sentences(lifeCycle.ceremony, iteration: lifeCycle.iteration, today: today)
            let all = sentences.isEmpty ? ["No \(lifeCycle.ceremony) has been read: hone retro import reads the team's notes."] : sentences
            let isMarkdown = output.format == .markdown
            for sentence in all {
                Console.print(isMarkdown ? "- " + sentence : TextTable(headers: [], rows: [[sentence]], width: Console.width).text)
            }
        }
    }
}
