import ArgumentParser
import HoneFacts
import HoneStore

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
        let known = try await store.cursors().map(\.origin)
        guard known.contains(source) else {
            throw Failure(
                .usage, "The store knows no source '\(source)'. It knows \(known.isEmpty ? "none" : known.joined(separator: ", ")).")
        }
        let count = try await store.retract(from: source, recordedAt: workspace.now)
        Console.print("\(source): \(count == 1 ? "1 fact is" : "\(count) facts are") taken back.")
    }
}
