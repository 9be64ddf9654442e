import ArgumentParser
import Foundation
import HoneStore

struct DecisionExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the decision log into a file, to commit it or to give it to others.",
        discussion: """
            There is no name of a person in it, and no token.

            Examples:
              hone decision export hone-decisions.jsonl
              hone decision export - | grep propose
            """)

    @Argument(help: "The file, one entry a line; - writes to standard output.", completion: .file(extensions: ["jsonl"]))
    var file: String

    func run() async throws {
        let entries = try await Workspace.current().openStore().entries()
        let text = entries.map { DecisionLines.line($0) + "\n" }.joined()
        if file == "-" { return Console.print(String(text.dropLast())) }
        do { try Self.write(text, to: URL(fileURLWithPath: file).resolvingSymlinksInPath()) } catch {
            throw Failure(.storeUnusable, "\(file) cannot be written. Look at the permissions of the folder and at the space on the disk.")
        }
        Console.print("\(file): \(entries.count) \(entries.count == 1 ? "entry" : "entries").")
    }

    /// What is there and no file, such as a pipe or a device, is written into and not replaced.
    private static func write(_ text: String, to url: URL) throws {
        let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
        guard let type, type != .typeRegular else { return try text.write(to: url, atomically: true, encoding: .utf8) }
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}
