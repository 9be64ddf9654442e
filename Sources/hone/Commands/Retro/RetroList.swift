import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport

struct RetroList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The retrospectives that were held: how many came, and what became of what each noted.",
        discussion: "Example: hone retro list")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (_, agreements, lifeCycle) = try await RetroCommand.recorded()
        let record = agreements.record
        let rows = record.days(in: lifeCycle).map { day in
            let noted = record.improvements.filter { $0.listing?.notedOn == day }
            let states = [CeremonyNotes.State.done, .dropped, .open].map { state in noted.count { $0.ticked == state } }
            return (
                day: day, came: record.attended(on: day, in: lifeCycle),
                counts: [noted.count, record.improvements.count { $0.listing?.carriedOn.contains(day) ?? false }] + states
            )
        }
        let headers = ["held on", "noted", "listed again", "done", "dropped", "open", "came"]
        let cells = rows.map { [$0.day.description] + $0.counts.map(String.init) + [$0.came.map(String.init).joined(separator: ", ")] }
        switch output.format {
        case .table:
            Console.print(
                rows.isEmpty
                    ? "No retrospective has been read yet. Read notes: hone retro import retros.md"
                    : TextTable(headers: headers, rows: cells, width: Console.width, numeric: Set(1...6)).text)
        case .markdown: Console.print(MarkdownText.table(headers, cells, numeric: Set(1...6)))
        case .json:
            let keys = ["noted", "listedAgain", "done", "dropped", "open"]
            let members = rows.map { row in
                JSON.object(
                    [("heldOn", .text(row.day.description)), ("attended", .array(row.came.map { .integer($0) }))]
                        + zip(keys, row.counts).map { ($0, JSON.integer($1)) })
            }
            Console.print(JSON.array(members).pretty)
        }
    }
}
