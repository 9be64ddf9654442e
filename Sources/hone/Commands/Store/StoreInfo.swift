import ArgumentParser
import Foundation
import HoneFacts
import HoneReport
import HoneStore

struct StoreInfo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Where the store is, how big, and what it holds.", discussion: "Example: hone store info")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openStore()
        let contents = try await store.contents()
        let size = (try? FileManager.default.attributesOfItem(atPath: workspace.storePath)[.size] as? Int) ?? 0
        if output.format == .json {
            let counts = contents.map { (JSON.key($0.name.replacing("_", with: " ")), JSON.integer($0.rows)) }
            let sources = try await store.cursors().map { cursor in
                JSON.object([("origin", .text(cursor.origin)), ("readAt", .text(Instant(seconds: cursor.readAt).description))])
            }
            Console.print(
                JSON.object([
                    ("path", .text(workspace.storePath)), ("bytes", .integer(size)), ("rows", .object(counts)),
                    ("sources", .array(sources)),
                ]).pretty)
            return
        }
        Console.print("\(workspace.storePath), \(size / 1024) KiB")
        let rows = contents.map { [$0.name, String($0.rows)] }
        Console.print(TextTable(headers: ["holds", "rows, all versions"], rows: rows, width: Console.width).text)
        for cursor in try await store.cursors() {
            Console.print("\(cursor.origin) \(AgeText.asOf(seconds: workspace.now - cursor.readAt))")
        }
    }
}
