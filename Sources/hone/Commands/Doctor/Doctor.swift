import ArgumentParser
import HoneFacts
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
        var report = await CheckDataQuality(try await workspace.evidence(from: workspace.openStore())).report()
        report.gaps += workspace.missingFiles.map { path in
            Scorecard.Gap(
                what: "the file \(path)", why: "hone.yaml names it, and it is not there. What it told before counts on.",
                next: "sources in hone.yaml")
        }
        switch output.format {
        case .json: Console.print(json(report).pretty)
        case .table, .markdown: Console.print(text(report))
        }
    }

    private func text(_ report: CheckDataQuality.Report) -> String {
        let isMarkdown = output.format == .markdown
        func heading(_ title: String) -> String { isMarkdown ? "## \(title)\n" : title.uppercased() }
        var lines = [heading("What there is")]
        lines += report.present.map { bullet($0, isMarkdown) }
        lines += ["", heading("What each metric stands on, over the whole history")]
        let available = report.metrics.filter { $0.unavailableReason == nil }
        let rows = available.map { line -> [String] in
            let lost = line.excluded.isEmpty ? [] : ["without " + ObservationWords.listed(line.excluded, CodeWords.exclusion)]
            let odd = line.flags.isEmpty ? [] : ["noted: " + ObservationWords.listed(line.flags, CodeWords.flag)]
            let remark = (lost + odd).joined(separator: ". ")
            return [line.metric, "\(ValueText.grouped(line.n)) of \(ValueText.grouped(line.eligible))", remark]
        }
        if isMarkdown {
            if !rows.isEmpty { lines.append(MarkdownText.table(["metric", "n", "remark"], rows)) }
        } else if !rows.isEmpty {
            lines.append(TextTable(headers: ["metric", "n", "remark"], rows: rows, width: Console.width).text)
        }
        let others = report.metrics.count - rows.count
        if others > 0 {
            let sentence =
                rows.isEmpty
                ? "No metric has anything to stand on: what each needs stands below."
                : others == 1
                    ? "One more has nothing to stand on: what it needs stands below."
                    : "\(others) more have nothing to stand on: what they need stands below."
            lines += isMarkdown ? ["", sentence] : [TextTable(headers: [], rows: [[sentence]], width: Console.width).text]
        }
        if !report.oddities.isEmpty {
            lines += ["", heading("What the sources hold that was not used, or with a doubt")]
            lines += report.oddities.map { bullet($0.oddity.sentence, isMarkdown) }
        }
        lines += ["", heading("What would help")]
        if report.gaps.isEmpty { lines.append((isMarkdown ? "- " : "  ") + "Nothing is missing.") }
        for gap in report.gaps {
            if isMarkdown {
                lines.append("- \(gap.what): \(gap.why)" + (gap.next.isEmpty || gap.next == "hone doctor" ? "" : " Mend it: \(gap.next)."))
            } else {
                lines.append(bullet("\(gap.what): \(gap.why)" + mend(gap.next), isMarkdown))
            }
        }
        return lines.joined(separator: "\n")
    }

    private func bullet(_ sentence: String, _ isMarkdown: Bool) -> String {
        isMarkdown ? "- " + sentence : TextTable(headers: [], rows: [["  -", sentence]], width: Console.width).text
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
                "oddities",
                .array(
                    report.oddities.map { origin, oddity in
                        let first = oddity.first
                        return .object([
                            ("source", .text(origin)), ("severity", .text(first.severity.rawValue)), ("code", .text(first.code)),
                            ("count", .integer(oddity.count)), ("file", .text(first.file)),
                            ("line", first.line.map { .integer($0) } ?? .null),
                            ("field", .optional(first.field)), ("message", .text(first.message)), ("advice", .text(first.advice)),
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
