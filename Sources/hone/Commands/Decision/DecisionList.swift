import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct DecisionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Everything that was decided, oldest first.",
        discussion: "Who decided is a role, never a person.\n\nExample: hone decision list --format json")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let entries = try await workspace.openOrMakeStore().entries()
        let words = DecisionWords(entries, zone: workspace.interpretation.zone)
        switch output.format {
        case .table:
            Console.print(
                entries.isEmpty
                    ? "Nothing was decided yet." : TextTable(headers: DecisionWords.headers, rows: words.rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(DecisionWords.headers, words.rows.map { $0.map(MarkdownText.escaped) }))
        case .json: Console.print(words.json.pretty)
        }
    }
}
