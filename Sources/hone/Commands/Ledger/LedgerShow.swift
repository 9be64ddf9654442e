import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct LedgerShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "What was put into improvements beside what was shown to come of them.",
        discussion: """
            What was not shown to help stands in it like everything else. The weekly
            values behind one effect, to recompute it by hand: hone improvement evidence 1

            Example: hone ledger
            """)

    @OptionGroup var output: FormatOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let ledger = Ledger(try await change.agreements(), workspace.interpretation.zone)
        let words = LedgerWords(ledger)
        let rows = ledger.rows.map(words.cells)
        switch output.format {
        case .json: Console.print(LedgerJSON(ledger).json.pretty)
        case .markdown:
            let answer = Answer(sentence: words.sentence, facts: words.facts).markdown
            Console.print(answer + "\n\n" + MarkdownText.table(LedgerWords.headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .table:
            Console.print(Answer(sentence: words.sentence, facts: words.facts).text(width: Console.width, isStyled: Console.isStyled))
            guard !rows.isEmpty else { return }
            Console.print("\n" + TextTable(headers: LedgerWords.headers, rows: rows, width: Console.width).text)
        }
    }
}
