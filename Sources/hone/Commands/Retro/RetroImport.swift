import ArgumentParser
import Foundation
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneStore

struct RetroImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read notes of retrospectives: what the team meant to do, and what was done.",
        discussion: """
            Markdown: a heading with a day begins one ('## Retro 2026-03-14'); check lists, lists under a heading such as 'Actions',
            and tables with a column 'action' hold what to do. CSV: columns date, action, status, due, owner.
            What was said in the room, and whose an item is, are not kept. Reading a file again adds only what has changed.

            Example: hone retro import retros.md
            """)

    @Argument(help: "The files, Markdown or CSV.", completion: .file())
    var files: [String]

    func run() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let today = workspace.interpretation.zone.day(atSeconds: workspace.now)
        var log = CeremonyLog(try await store.decisions())
        var isRefused = false
        for file in files {
            let notes = RetroNotes(path: workspace.relative(file), directory: workspace.directory.path)
            for diagnostic in notes.diagnostics { Console.error(diagnostic.description) }
            isRefused = isRefused || notes.diagnostics.contains { $0.severity == .refused }
            var added: [Decision] = []
            for retro in notes.retros {
                let items = retro.items.map {
                    CeremonyLog.Note(title: $0.title, state: Self.state($0.state), due: $0.due, doneOn: $0.doneOn)
                }
                added += log.added(
                    by: Ceremony(kind: .retrospective, heldOn: retro.day), items, decidedAt: workspace.now, today: today)
            }
            for decision in added { try await store.append(decision) }
            Console.print(Self.summary(file, notes, added))
        }
        if isRefused { throw Failure(.badData, "Not every file could be read.") }
    }

    private static func state(_ state: RetroNotes.Item.State) -> Improvement.State {
        switch state {
        case .open: .noted
        case .done: .done
        case .dropped: .dropped
        }
    }

    private static func summary(_ file: String, _ notes: RetroNotes, _ added: [Decision]) -> String {
        func count(_ verb: Decision.Verb) -> Int { added.count { $0.verb == verb } }
        let items = notes.retros.reduce(0) { $0 + $1.items.count }
        return "\(file): \(notes.retros.count) retrospectives with \(items) things to do; new: \(count(.holdCeremony)) retrospectives, "
            + "\(count(.noteImprovement)) noted, \(count(.finishImprovement)) done, \(count(.dropImprovement)) dropped. "
            + "\(notes.privateCount) lines of what was said are not kept."
    }
}
