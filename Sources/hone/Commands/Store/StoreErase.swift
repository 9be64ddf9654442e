import ArgumentParser
import Foundation
import HoneStore

struct StoreErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Delete the store and its salt, or with --facts only what was read.",
        discussion: """
            Facts can be read again with hone sync. Goals, notes and decisions cannot:
            export them first.

            Examples:
              hone store erase --facts --yes
              hone store erase --yes
            """)

    @Flag(name: .long, help: "Only the facts and the salt; goals, notes and decisions stay.")
    var facts = false

    @Flag(name: .long, help: "Do not ask.")
    var yes = false

    func run() async throws {
        let workspace = try Workspace.current()
        guard FileManager.default.fileExists(atPath: workspace.storePath) else {
            throw Failure(.noStore, "There is no store here, so there is nothing to erase.")
        }
        // Deleting a link leaves the store where it is, and what else lies behind it may be somebody's home.
        if !facts, let target = try? FileManager.default.destinationOfSymbolicLink(atPath: workspace.dataFolder.path) {
            throw Failure(
                .usage,
                "\(workspace.dataFolder.path) is a link to \(target). Nothing was erased: delete store.sqlite and salt there by hand, then the link."
            )
        }
        if !yes {
            guard Console.isInteractive else { throw Failure(.usage, "Add --yes to erase without being asked.") }
            guard Console.ask("Erase \(facts ? "all facts" : "everything, decisions too")? yes or no", default: "no") == "yes" else {
                return
            }
        }
        let salt = workspace.dataFolder.appendingPathComponent("salt")
        if facts {
            try await workspace.openStore().eraseFacts()
            do { try FileManager.default.removeItem(at: salt) } catch {
                throw Failure(.storeUnusable, "The facts are erased, and \(salt.path) could not be deleted. Delete it by hand.")
            }
            Console.print("Facts and salt are erased; goals, notes and decisions are kept.")
        } else {
            do { try FileManager.default.removeItem(at: workspace.dataFolder) } catch {
                throw Failure(
                    .storeUnusable,
                    "\(workspace.dataFolder.path) is not erased whole: another hone may be writing there, or it is somebody else's. Run the same command again."
                )
            }
            Console.print("\(workspace.dataFolder.path) is erased.")
        }
    }
}
