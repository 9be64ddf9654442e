import ArgumentParser
import HoneLoop
import HoneStore

struct NoteAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Note something that hurts or could be better. Nothing noted disappears.",
        discussion:
            "Your name is not asked for and not kept.\n\nExample: hone note \"flaky end-to-end tests cost us a rerun on every change\"")

    @Argument(help: "What you saw, in a sentence.")
    var text: String

    func run() async throws {
        guard !text.trimmed.isEmpty else { throw Failure(.usage, "A note needs a sentence.") }
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        try await store.append(Decision(.note, decidedAt: workspace.now, text: text.trimmed))
        let count = Agreements(try await store.decisions()).improvements.count
        Console.say("Note \(count) is on the scorecard until it is answered.")
    }
}
