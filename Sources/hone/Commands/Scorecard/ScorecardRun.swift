import HoneLoop
import HoneReport
import HoneWorkflows

/// What `hone scorecard` does.
struct ScorecardRun {
    var from: String?
    var to: String?
    var format = OutputFormat.table

    func run() async throws {
        let workspace = try Workspace.current()
        let window = try WindowArguments(from: from, to: to).window(of: workspace)
        let scorecard = try await workspace.scorecard(from: workspace.openStore(), window: window)
        Self.print(scorecard, as: format)
    }

    static func print(_ scorecard: Scorecard, as format: OutputFormat) {
        switch format {
        case .table: Console.print(ScorecardText(scorecard, width: Console.width, isStyled: Console.isStyled).text)
        case .json: Console.print(ScorecardJSON(scorecard).json.pretty)
        case .markdown: Console.print(ScorecardMarkdown(scorecard).text)
        }
    }
}
