import ArgumentParser
import Foundation
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneStore
import HoneWorkflows

struct RetroImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read existing notes: when a retrospective was held, and what it wanted to improve.",
        discussion: """
            Markdown: a heading with a date begins a retrospective; check boxes, bullets
            under a heading such as Actions, and tables of actions are improvements. CSV:
            columns such as Date, Action, Due, Status and Done on. A date in the name of a
            file counts where nothing in it has one. What else was said stays in the room:
            it is counted, never stored. Owners are not stored either. Reading a file
            again adds only what is new in it.

            Examples:
              hone retro import retros.md
              hone retro import notes/2026-03-14.md notes/2026-03-28.md actions.csv
            """)

    @Argument(help: "The notes, as Markdown or CSV.", completion: .file(extensions: ["md", "csv"]))
    var files: [String]

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let cursors = try await store.cursors()
        let isOfGit = cursors.contains(where: \.isOfRepository)
        let known = isOfGit ? HistoryPeople(cursors, try await workspace.digest(for: store)) : nil
        let read = RetroReader.read(paths: files.map(workspace.relative), directory: workspace.directory.path, known: known)
        let reading = try await ImportRetro(decisions: store, now: workspace.now).run(read.flatMap(\.ceremonies).map(CeremonyNotes.init))
        for file in read { report(file) }
        Console.print(summary(reading))
        if reading.contradictionCount > 0 {
            Console.print(
                "\(reading.contradictionCount) known as done or dropped are said otherwise in these notes; what is recorded stays.")
        }
        let today = workspace.today
        let later = Set(read.flatMap(\.ceremonies).map(\.heldOn)).count { $0 > today }
        if later > 0 { Console.print("\(later) dated after today: counted from their day on.") }
        let refusals = read.flatMap(\.diagnostics).filter { $0.severity == .refused }.map(\.description)
        if !refusals.isEmpty { throw Failure(.badData, refusals.joined(separator: "\n")) }
    }

    private func report(_ notes: RetroNotes) {
        if !notes.ceremonies.isEmpty {
            let items = notes.ceremonies.reduce(0) { $0 + $1.items.count }
            Console.print(
                "\(notes.file): \(CountText.counted(notes.ceremonies.count, "retrospective")), \(CountText.counted(items, "improvement"))")
            Console.print(
                "  left out: \(notes.saidInTheRoom) said in the room, \(notes.ownersLeftOut) owners")
        }
        let diagnostics = notes.diagnostics.filter { $0.severity != .refused }.sorted { $0.severity > $1.severity }
        for diagnostic in verbose ? diagnostics[...] : diagnostics.prefix(5) { Console.error("  \(diagnostic)") }
        if !verbose, diagnostics.count > 5 { Console.error("  ... and \(diagnostics.count - 5) more: add --verbose") }
    }

    private func summary(_ reading: NotesReading) -> String {
        guard !reading.decisions.isEmpty else { return "Nothing new." }
        let parts = [
            (reading.count(.holdCeremony), "ceremonies held"), (reading.count(.noteImprovement), "improvements noted"),
            (reading.count(.carryImprovement), "listed again"), (reading.count(.finishImprovement), "done"),
            (reading.count(.dropImprovement), "dropped"),
        ]
        return "Recorded: " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."
    }
}

extension CeremonyNotes {
    init(_ notes: RetroNotes.Ceremony) {
        self.init(
            heldOn: notes.heldOn,
            items: notes.items.map { item in
                let state: CeremonyNotes.State =
                    switch item.state {
                    case .open: .open
                    case .done: .done
                    case .dropped: .dropped
                    }
                return Item(
                    title: item.title, dueOn: item.dueOn, role: item.role ?? "team", state: state, closedOn: item.closedOn,
                    reason: item.reason)
            })
    }
}
