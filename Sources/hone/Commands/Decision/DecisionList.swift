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
        let agreements = Agreements(entries.map(\.decision))
        let setAside = Set(agreements.setAside)
        let checks = agreements.healthRecord.checks.map { ($0.id, "health check \($0.number)") }
        let names = Dictionary(
            agreements.kpis.map { ($0.id, "KPI \($0.number), \($0.metric)") } + checks, uniquingKeysWith: { $1 })
        let zone = workspace.interpretation.zone
        let headers = ["day", "who", "decided", "about", "what"]
        let rows = entries.map { entry -> [String] in
            let decision = entry.decision
            let about = decision.verb == .join || decision.verb == .leave ? "" : names[decision.subject] ?? decision.subject
            let isOfVersion = decision.verb == .agree || decision.verb == .ratify
            let what = [
                isOfVersion ? "v\(decision.text)" : decision.text, decision.reason,
                decision.until.map { "\(decision.verb.dayWord) \($0)" } ?? "",
            ]
            .filter { !$0.isEmpty }
            let note = setAside.contains(entry.id) ? ["(changes nothing: not possible then)"] : []
            return [
                zone.day(atSeconds: decision.decidedAt).description, decision.role, decision.verb.rawValue, about,
                (what + note).joined(separator: "; "),
            ]
        }
        switch output.format {
        case .table:
            Console.print(
                entries.isEmpty ? "Nothing was decided yet." : TextTable(headers: headers, rows: rows, width: Console.width).text)
        case .markdown: Console.print(MarkdownText.table(headers, rows.map { $0.map(MarkdownText.escaped) }))
        case .json:
            let members = entries.map { entry in
                let decision = entry.decision
                return JSON.object([
                    ("id", .text(entry.id)), ("decidedOn", .text(zone.day(atSeconds: decision.decidedAt).description)),
                    ("role", .text(decision.role)), ("verb", .text(decision.verb.rawValue)), ("subject", .text(decision.subject)),
                    ("text", .text(decision.text)), ("reason", .text(decision.reason)), ("until", .optional(decision.until?.description)),
                    ("changesNothing", .boolean(setAside.contains(entry.id))), ("hash", .text(entry.hash)),
                ])
            }
            Console.print(JSON.array(members).pretty)
        }
    }
}

extension Decision.Verb {
    /// What the day of a decision is to it.
    fileprivate var dayWord: String {
        switch self {
        case .setReserve: "from"
        case .raidReserve, .closeHealthCheck: "on"
        default: "until"
        }
    }
}
