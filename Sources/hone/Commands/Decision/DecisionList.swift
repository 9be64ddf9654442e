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
        let kpis = agreements.kpis.map { ($0.id, "KPI \($0.number), \($0.metric)") }
        let gates = agreements.gates.gates.map { ($0.id, "gate \($0.number), \($0.name)") }
        let checks = agreements.healthRecord.checks.map { ($0.id, "health check \($0.number)") }
        let improvements = agreements.improvements.map { ($0.id, "improvement \($0.number)") }
        let names = Dictionary(kpis + gates + checks + improvements, uniquingKeysWith: { $1 })
        let zone = workspace.interpretation.zone
        let headers = ["day", "who", "decided", "about", "what"]
        let rows = entries.map { entry -> [String] in
            let decision = entry.decision
            let about = decision.verb == .join || decision.verb == .leave ? "" : names[decision.subject] ?? decision.subject
            let isOfVersion = decision.verb == .agree || decision.verb == .ratify
            let text = isOfVersion ? "v\(decision.text)" : decision.text
            let what = [text, decision.reason, Self.lines(decision), Self.day(decision)].filter { !$0.isEmpty }
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

    /// The day that a decision speaks of, where it is another than its own.
    private static func day(_ decision: Decision) -> String {
        guard let day = decision.until else { return "" }
        switch decision.verb {
        case .openGate, .closeGate, .skipGate: return ""
        case .addGate: return "planned for \(day)"
        case .setReserve: return "from \(day)"
        case .raidReserve, .closeHealthCheck, .finishImprovement: return "on \(day)"
        case .carryImprovement: return "listed again on \(day)"
        case .noteImprovement: return "due \(day)"
        case .dropImprovement, .putInForce: return "since \(day)"
        default: return "until \(day)"
        }
    }

    /// How much a baseline holds.
    private static func lines(_ decision: Decision) -> String {
        guard decision.verb == .setBaseline || decision.verb == .rebaseline else { return "" }
        return "\(decision.details.keys.count { $0.hasPrefix("line ") }) lines of the plan"
    }
}
