import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore
import HoneWorkflows

struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "Gates of a phased product: what must be so for a phase to end, its evidence, and what was decided.",
        discussion: """
            A criterion is a metric and its bound. Opening a gate lays out the evidence: a
            number that cannot be told is never a pass. Closing it needs a reason, and
            asks what the phase taught. Conditions wait for an answer like any other note.

              hone gate add Design --criterion "defect-removal-effectiveness >= 85 %" \\
                --on 2026-05-01
              hone gate open 1
              hone gate close 1 --outcome go --reason "..." --lesson "..." --role sponsor
            """,
        subcommands: [GateAdd.self, GateMove.self, GateOpen.self, GateClose.self, GateSkip.self, GateList.self, GateShow.self])

    static func change() throws -> (workspace: Workspace, store: Store, change: ChangeGates) {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let change = ChangeGates(
            log: store, product: workspace.configuration.product, interpretation: workspace.interpretation, now: workspace.now)
        return (workspace, store, change)
    }

    static func report(_ gate: Gate, _ change: ChangeGates) async throws {
        let words = GateWords(gate, try await change.agreements(), on: change.today)
        Console.print(GateText(words).text(width: Console.width, isStyled: Console.isStyled))
    }
}
