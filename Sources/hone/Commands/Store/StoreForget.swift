import ArgumentParser
import HoneFacts
import HoneStore
import HoneWorkflows

struct StoreForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Take back what one source brought, for example one that hone.yaml no longer names.",
        discussion:
            "hone store info lists the sources. Facts that another source brought too come back with the next hone sync.\n\nExample: hone store forget git:../old"
    )

    @Argument(help: "The source, as hone store info writes it.")
    var source: String

    func run() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openStore()
        // Only their names are looked at.
        let sources = try workspace.sources(digest: .unkeyed)
        guard let outcome = try await ForgetSource(log: store, sources: sources, now: workspace.now).run(source) else {
            let known = try await store.cursors().map(\.origin)
            throw Failure(
                .usage, "The store knows no source '\(source)'. It knows \(known.isEmpty ? "none" : known.joined(separator: ", ")).")
        }
        Console.print("\(source): \(outcome.count == 1 ? "1 fact is" : "\(outcome.count) facts are") taken back.")
        if !outcome.readAnew.isEmpty {
            Console.print("What it shared with \(outcome.readAnew.joined(separator: ", ")) comes back with the next hone sync.")
        }
        if !outcome.imported.isEmpty {
            Console.print("What it shared with \(outcome.imported.joined(separator: ", ")) comes back when that is imported again.")
        }
    }
}
