import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the open health check: count the answers, forget the sheets, show the results.",
        discussion: """
            A closed check is never opened again: one more answer would show itself as a difference. Where too few have answered it
            stays open, unless you give the answers up.

            Examples:
              hone health close
              hone health close --discard
            """)

    @Flag(name: .long, help: "Close it although so few answered that nothing can be shown; what they said is gone.")
    var discard = false

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let (open, seal) = try await HealthCommand.open(workspace, change)
        let check = try await change.close(open, seal, discards: discard)
        HealthKey.destroy(check.id, in: workspace.dataFolder)
        let record = try await change.record()
        Console.print("Health check \(check.number) is closed. The sheets and their key are deleted.\n")
        try await HealthShow.report(check, record, workspace, change, format: .table, comments: false)
    }
}
