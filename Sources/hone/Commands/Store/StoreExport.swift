import ArgumentParser
import HoneFacts
import HoneReport
import HoneStore

struct StoreExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Everything in the store, all versions, as JSON lines on standard output.",
        discussion: "There is no name of a person in it: people are pseudonyms.\n\nExample: hone store export > facts.jsonl")

    func run() async throws {
        let store = try Workspace.current().openStore()
        try await store.export { table, row in
            let members = row.map { column, value -> (String, JSON) in
                switch value {
                case .integer(let number): (column, .integer(number))
                case .text(let text): (column, .text(text))
                case .unknown: (column, .null)
                }
            }
            Console.print(JSON.object([("table", .text(table))] + members).line)
        }
    }
}
