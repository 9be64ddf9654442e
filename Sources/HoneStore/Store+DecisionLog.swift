import GRDB
import HoneFacts
package import HoneLoop

extension Store: DecisionLog {
    package func append(_ decision: Decision) async throws {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO decision (verb, decided_at, role, subject, text, reason, until_day) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    decision.verb.rawValue, decision.decidedAt, decision.role, decision.subject, decision.text, decision.reason,
                    decision.until.map { Int64($0.number) },
                ])
        }
    }

    package func decisions() async throws -> [Decision] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT verb, decided_at, role, subject, text, reason, until_day FROM decision ORDER BY sequence"
            ).map { row in
                guard let verb = Decision.Verb(rawValue: row[0]) else {
                    throw StoreError(
                        .newer, "The store holds a decision of a kind this version does not know: \(row[0] as String).",
                        advice: "Use a newer version of hone.")
                }
                let until = (row[6] as Int64?).map { CalendarDay(number: Int32($0)) }
                return Decision(
                    verb, decidedAt: row[1], role: row[2], subject: row[3], text: row[4], reason: row[5], until: until)
            }
        }
    }
}
