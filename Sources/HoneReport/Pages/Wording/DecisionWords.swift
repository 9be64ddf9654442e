package import HoneFacts
package import HoneLoop

/// The decision log as rows: who decided is a role, and what it is about has the number by which people know it.
package struct DecisionWords {
    let entries: [DecisionEntry]
    let zone: ZoneTable
    private let setAside: Set<String>
    /// By the id of the thing.
    private let names: [String: String]

    /// - Parameter entries: all there are, in their order.
    package init(_ entries: [DecisionEntry], zone: ZoneTable) {
        (self.entries, self.zone) = (entries, zone)
        let agreements = Agreements(entries.map(\.decision))
        setAside = Set(agreements.setAside)
        let kpis = agreements.kpis.map { ($0.id, "KPI \($0.number), \($0.metric)") }
        let gates = agreements.gates.gates.map { ($0.id, "gate \($0.number), \($0.name)") }
        let checks = agreements.healthRecord.checks.map { ($0.id, "health check \($0.number)") }
        let improvements = agreements.improvements.map { ($0.id, "improvement \($0.number)") }
        names = Dictionary(kpis + gates + checks + improvements, uniquingKeysWith: { $1 })
    }

    package static let headers = ["day", "who", "decided", "about", "what"]

    /// One an entry.
    package var rows: [[String]] { entries.map(row) }

    private func row(_ entry: DecisionEntry) -> [String] {
        let decision = entry.decision
        // The mark of somebody who may agree says nothing to a reader.
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

    /// The day that a decision speaks of, where it is another than its own, with the word that says what is on it.
    static func day(_ decision: Decision) -> String {
        guard let day = decision.until, let word = word(decision.verb) else { return "" }
        return "\(word) \(day)"
    }

    /// What is on the day that a decision speaks of; nil where it is its own.
    private static func word(_ verb: Decision.Verb) -> String? {
        switch verb {
        case .openGate, .closeGate, .skipGate: nil
        case .addGate, .moveGate: "planned for"
        case .setReserve: "from"
        case .raidReserve, .askedForPeopleData, .closeHealthCheck, .finishImprovement: "on"
        case .carryImprovement: "listed again on"
        case .noteImprovement: "due"
        case .dropImprovement, .putInForce: "since"
        default: "until"
        }
    }

    /// How much a baseline holds.
    private static func lines(_ decision: Decision) -> String {
        guard decision.verb == .setBaseline || decision.verb == .rebaseline else { return "" }
        let count = decision.details.keys.count { $0.hasPrefix("line ") }
        return "\(count) \(count == 1 ? "line" : "lines") of the plan"
    }

    package var json: JSON {
        .array(
            entries.map { entry in
                let decision = entry.decision
                return .object([
                    ("id", .text(entry.id)), ("decidedOn", .text(zone.day(atSeconds: decision.decidedAt).description)),
                    ("role", .text(decision.role)), ("verb", .text(decision.verb.rawValue)), ("subject", .unlessEmpty(decision.subject)),
                    ("text", .unlessEmpty(decision.text)), ("reason", .unlessEmpty(decision.reason)),
                    ("day", .optional(decision.until?.description)),
                    ("dayIs", .optional(decision.until.flatMap { _ in Self.word(decision.verb) })),
                    ("details", .object(decision.details.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
                    ("changesNothing", .boolean(setAside.contains(entry.id))), ("hash", .text(entry.hash)),
                ])
            })
    }
}
