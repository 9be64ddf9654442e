import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneStore

struct RetroCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retro",
        abstract: "Retrospectives: a sheet to talk about, what each wants to improve, and whether they are held and followed through.",
        subcommands: [
            CeremonyOpen<Retrospective>.self, CeremonyClose<Retrospective>.self, CeremonySkip<Retrospective>.self, RetroImport.self,
            RetroList.self, RetroHealth.self,
        ])

    /// What was recorded, and the life cycle whose words are used.
    static func recorded() async throws -> (workspace: Workspace, agreements: Agreements, lifeCycle: LifeCycle) {
        let workspace = try Workspace.current()
        let agreements = Agreements(try await workspace.openOrMakeStore().decisions())
        let today = workspace.today
        return (workspace, agreements, workspace.configuration.product.lifeCycle(on: today))
    }
}
