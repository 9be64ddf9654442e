import ArgumentParser
import Foundation
import HoneStore

struct DecisionExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the decision log into a file, to commit it or to give it to others.",
        discussion: "There is no name of a person in it, and no token.\n\nExample: hone decision export hone-decisions.jsonl")

    @Argument(help: "The file, one entry a line.", completion: .file(extensions: ["jsonl"]))
    var file: String

    func run() async throws {
        let entries = try await Workspace.current().openStore().entries()
        let text = entries.map { DecisionLines.line($0) + "\n" }.joined()
        do { try text.write(to: URL(fileURLWithPath: file), atomically: true, encoding: .utf8) } catch {
            throw Failure(.storeUnusable, "\(file) cannot be written. Look at the permissions of the folder and at the space on the disk.")
        }
        Console.print("\(file): \(entries.count) \(entries.count == 1 ? "entry" : "entries").")
    }
}
