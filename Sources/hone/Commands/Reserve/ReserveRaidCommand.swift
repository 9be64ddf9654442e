import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct ReserveRaidCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raid", abstract: "Record that the reserve of a period goes to other work: who decided, as a role, and why.",
        discussion: """
            It blames nobody: there are good reasons. It is a decision like others and
            stays readable.

            Example:
              hone reserve raid --role "product owner" \\
                --reason "the tax rules change in January" --period 2026-11-16
            """)

    @Option(name: .long, help: "A day of the period, YYYY-MM-DD. Default: today.")
    var period: String?

    @OptionGroup var reason: ReasonOption
    @OptionGroup var role: RoleOption

    func run() async throws {
        let workspace = try Workspace.current()
        let today = workspace.today
        let day = try period.map { try WindowArguments.day($0, "--period") } ?? today
        let role = try role.known(workspace)
        let store = try workspace.openOrMakeStore()
        try await store.take(
            Decision(.raidReserve, decidedAt: workspace.now, role: role, reason: reason.reason.trimmed, until: day))
        Console.say(
            "Recorded: the reserve of the period with \(DayText.day(day)) goes to other work, decided by \(role): \(reason.reason.trimmed)")
    }
}
