import ArgumentParser
import Foundation
import HoneConfig
import HoneLoop
import HoneStore

struct DecisionImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring in the decisions that others exported; what is known adds nothing.",
        discussion: """
            All of a file is taken or nothing. Who brings together what first does not
            matter: everybody has the same order then. Numbers of goals, notes and KPIs
            may move, what speaks of them stays with them.

            Example: hone decision import hone-decisions.jsonl
            """)

    @Argument(help: "The file that hone decision export wrote.", completion: .file(extensions: ["jsonl"]))
    var file: String

    func run() async throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            if !FileManager.default.fileExists(atPath: file) { throw Failure(.badData, "There is no file \(file). Look at its name.") }
            guard access(file, R_OK) == 0 else { throw Failure(.badData, "\(file) cannot be read. Look at its permissions.") }
            throw Failure(.badData, "\(file) is no text in UTF-8. Save it as UTF-8, or export it anew: hone decision export")
        }
        let entries = try DecisionLines.entries(text, file: file)
        let workspace = try Workspace.current()
        // A page says of each decision in which role it was taken: that must be none of a person's names.
        for (place, entry) in entries.enumerated() {
            let role = entry.decision.role
            guard role.isEmpty || Role.known(role, of: workspace.configuration.product) == nil else { continue }
            let roles = Role.all(of: workspace.configuration.product).joined(separator: ", ")
            throw Failure(
                .badData,
                "\(file): entry \(place + 1): its role is none that is known here (\(roles)). Nothing was brought in. If it is one of the product, hone.yaml has to name it, as it does where the file comes from."
            )
        }
        let store = try workspace.openOrMakeStore()
        let count: Int
        do {
            count = try await store.merge(entries, at: workspace.now)
        } catch let fault as DecisionFault {
            guard let place = entries.firstIndex(where: { $0.id == fault.entry }) else { throw fault }
            throw Failure(
                .badData, "\(file): entry \(place + 1): \(fault.what) Nothing was brought in. Export it anew: hone decision export")
        }
        Console.print(count == 0 ? "Nothing new." : "Brought in: \(count) \(count == 1 ? "entry" : "entries").")
        let misfits = Agreements(try await store.decisions()).setAside.count
        if misfits > 0 { Console.print("\(misfits) in all change nothing, as they were not possible then: hone decision list") }
    }
}
