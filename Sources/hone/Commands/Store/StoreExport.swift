import ArgumentParser
import HoneFacts
import HoneReport
import HoneStore

struct StoreExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Everything in the store, all versions, as JSON lines on standard output.",
        discussion:
            "People are left out, even as pseudonyms, and names that were known when a text was read are masked in it. A name that no source told as one may stand in a title or a subject: look before you pass it on.\n\nWhen something happened is an ISO 8601 day or instant; recorded_at and decided_at are seconds since 1970. A row counts where is_superseded and is_retracted are 0.\n\nExample: hone store export > facts.jsonl"
    )

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
