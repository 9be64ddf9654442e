import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport

struct ReserveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve", abstract: "The share of capacity that is kept for improvement work: agreed, planned and used.",
        discussion: """
            Inside the reserve the team asks nobody. Without an agreement the usual tenth
            of the finished items stands on the page.

            Examples:
              hone reserve set --floor "10 %" --from 2026-12-01
              hone reserve show
              hone reserve raid --role "product owner" \\
                --reason "the tax rules change in January"
            """,
        subcommands: [ReserveSet.self, ReserveShow.self, ReserveRaidCommand.self])
}
