import ArgumentParser
import HoneLoop
import HoneReport
import HoneWorkflows

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What is missing in the evidence, what each metric loses by it, and how to mend it.",
        discussion: "Example: hone doctor")

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let report = await CheckDataQuality(try await workspace.evidence(from: workspace.openStore())).report()
        switch output.format {
        case .json: Console.print(json(report).pretty)
        case .table, .markdown: Console.print(text(report))
        }
    }

    private func text(_ report: CheckDataQuality.Report) -> String {
        let isMarkdown = output.format == .markdown
        func heading(_ title: String) -> String { isMarkdown ? "## \(title)\n" : title.uppercased() }
        var lines = [heading("What there is")]
        lines += report.present.map { sentence in
            isMarkdown ? "- " + sentence : TextTable(headers: [], rows: [["  -", sentence]], width: Console.width).text
        }
        lines += ["", heading("What each metric stands on, over the whole history")]
        let rows = report.metrics.map { line -> [String] in
            if line.unavailableReason != nil { return [line.metric, "-", "not available, see below"] }
            let lost = line.excluded.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            let odd = line.flags.sorted { $0.key < $1.key }.map { "\($0.value) kept though \($0.key)" }
            let remark = (lost.isEmpty ? [] : ["without " + lost.joined(separator: ", ")]) + odd
            return [line.metric, "\(line.n) of \(line.eligible)", remark.joined(separator: "; ")]
        }
        if isMarkdown {
            lines.append(MarkdownText.table(["metric", "n", "remark"], rows))
        } else {
            lines.append(TextTable(headers: ["metric", "n", "remark"], rows: rows, width: Console.width).text)
        }
        lines += ["", heading("What would help")]
        if report.gaps.isEmpty { lines.append((isMarkdown ? "- " : "  ") + "Nothing is missing.") }
        for gap in report.gaps {
            if isMarkdown {
                lines.append("- \(gap.what): \(gap.why)" + (gap.next.isEmpty || gap.next == "hone doctor" ? "" : " Mend it: \(gap.next)."))
            } else {
                lines.append(
                    TextTable(headers: [], rows: [["  -", "\(gap.what): \(gap.why)" + mend(gap.next)]], width: Console.width).text)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func mend(_ next: String) -> String { next.isEmpty || next == "hone doctor" ? "" : " > \(next)" }

    private func json(_ report: CheckDataQuality.Report) -> JSON {
        func counts(_ counts: [String: Int]) -> JSON {
            .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
        }
        return .object([
            ("present", .array(report.present.map { .text($0) })),
            (
                "metrics",
                .array(
                    report.metrics.map {
                        .object([
                            ("metric", .text($0.metric)), ("n", .integer($0.n)), ("eligible", .integer($0.eligible)),
                            ("excluded", counts($0.excluded)), ("flags", counts($0.flags)),
                            ("unavailableReason", .optional($0.unavailableReason)),
                        ])
                    })
            ),
            (
                "gaps",
                .array(report.gaps.map { .object([("what", .text($0.what)), ("why", .text($0.why)), ("next", .text($0.next))]) })
            ),
        ])
    }
}
