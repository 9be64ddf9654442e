import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct DecisionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everything that was decided, oldest first.",
        discussion: """
            Who decided is a role, never a person. --practice lists in one place how the
            way of working is kept, whoever decides: KPIs that one side set, reserve that
            went to other work, ceremonies that were left out, and what waits for an
            answer.

            Examples:
              hone decision list --format json
              hone decision list --practice
            """)

    @Flag(name: .long, help: "Only KPIs of one side, raids of the reserve, ceremonies left out, and what waits for an answer.")
    var practice = false

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let entries = try await workspace.openOrMakeStore().entries()
        let zone = workspace.interpretation.zone
        let kept = PracticeWords(
            PracticeRecord(
                entries.map(\.decision), workspace.configuration.product, zone, on: zone.day(atSeconds: workspace.now)))
        if practice {
            let text = kept.rows.isEmpty ? PracticeWords.none : nil
            return show(PracticeWords.headers, kept.rows, text, remark: nil, kept.json)
        }
        let words = DecisionWords(entries, zone: zone)
        show(DecisionWords.headers, words.rows, entries.isEmpty ? "Nothing was decided yet." : nil, remark: kept.sentence, words.json)
    }

    /// - Parameter text: stands for the table where it is empty.
    private func show(_ headers: [String], _ rows: [[String]], _ text: String?, remark: String?, _ json: JSON) {
        switch output.format {
        case .table:
            if let text { return Console.say(text) }
            Console.print(TextTable(headers: headers, rows: rows, width: Console.width).text)
            if let remark { Console.say("\n" + remark) }
        case .markdown: Console.print(text ?? MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(json.pretty)
        }
    }
}
