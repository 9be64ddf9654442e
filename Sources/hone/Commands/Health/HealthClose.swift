import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the open health check: count the answers, forget the sheets, show the results.",
        discussion: """
            A closed check is never opened again: one more answer would show itself as a
            difference. Where too few have answered it stays open, unless you give the
            answers up. Where the key of a check is lost nobody can open its sheets: it
            can only be given up, and is closed in every store that takes over the
            decisions.

            Examples:
              hone health close
              hone health close --discard
            """)

    @Flag(name: .long, help: "Close it although too few answered or the key is lost; nothing is shown, and what was said is gone.")
    var discard = false

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let open = try await HealthCommand.open(workspace, change)
        let folder = workspace.dataFolder
        let seal = discard ? HealthKey.found(open, in: folder) : try HealthKey.seal(of: open, in: folder)
        let counts = try await change.counts(of: open)
        let check = try await change.close(open, seal, discards: discard)
        HealthKey.destroy(check.id, in: folder)
        let record = try await change.record()
        guard !check.isGivenUp else { return Console.print(HealthText.givenUp(check, answered: counts.used, width: Console.width)) }
        Console.print("Health check \(check.number) is closed. The sheets and their key are deleted.\n")
        try await HealthShow.report(check, record, workspace, change, format: .table, comments: false)
    }
}
