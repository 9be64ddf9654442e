import Foundation
import GRDB
import HoneFacts
package import HoneLoop

extension Store: DecisionLog {
    package func append(_ decision: Decision) async throws {
        let digest = digest
        try await write { try Self.append(decision, digest, $0) }
    }

    /// The last entry is read in the transaction that writes: two programs at once take turns.
    static func append(_ decision: Decision, _ digest: Digest, _ database: Database) throws {
        let writer = try writer(database)
        try check("decision", database)
        let last = try Row.fetchOne(
            database, sql: "\(columns) WHERE writer = ? ORDER BY number DESC LIMIT 1", arguments: [writer]
        ).map(entry)
        try insert(DecisionEntry(decision, writer: writer, after: last, digest: digest), database)
    }

    package func take(_ decisions: [Decision], if check: @escaping @Sendable (Agreements) throws -> Void) async throws {
        let digest = digest
        try await write { try Self.take(decisions, digest, $0, if: check) }
    }

    /// Whether they fit is asked in the transaction that writes: what another program decided a moment ago counts.
    static func take(
        _ decisions: [Decision], _ digest: Digest, _ database: Database, if check: (Agreements) throws -> Void = { _ in }
    ) throws {
        let chains = DecisionChains(try all(database))
        for entry in try chains.steps(decisions, writer: writer(database), digest, if: check) { try insert(entry, database) }
    }

    package func entries() async throws -> [DecisionEntry] {
        try await read { DecisionChains(try Self.all($0)).ordered }
    }

    package func merge(_ entries: [DecisionEntry], at now: Int64) async throws -> Int {
        let digest = digest
        return try await write { database in
            var chains = DecisionChains(try Self.all(database))
            let new = try chains.new(among: entries, digest)
            chains.take(new)
            let meeting = chains.meeting(new, writer: try Self.writer(database), at: now, digest)
            for entry in new + meeting { try Self.insert(entry, database) }
            return new.count
        }
    }

    static func writer(_ database: Database) throws -> String {
        guard let writer = try String.fetchOne(database, sql: "SELECT id FROM writer") else {
            throw StoreError.damaged("it has no id as a writer of decisions")
        }
        return writer
    }

    private static let columns =
        "SELECT verb, decided_at, role, subject, text, reason, until_day, details, writer, number, previous, hash FROM decision"

    private static func all(_ database: Database) throws -> [DecisionEntry] {
        try check("decision", database)
        return try Row.fetchAll(database, sql: columns).map(entry)
    }

    private static func entry(_ row: Row) throws -> DecisionEntry {
        DecisionEntry(try decision(row), writer: row[8], number: row[9], previous: row[10], hash: row[11])
    }

    /// The first eight columns.
    static func decision(_ row: Row) throws -> Decision {
        guard let verb = Decision.Verb(rawValue: row[0]) else {
            throw StoreError(
                .newer, "The store holds a decision of a kind this version does not know: \(row[0] as String).",
                advice: "Use a newer version of hone.")
        }
        let until = (row[6] as Int64?).map { CalendarDay(number: Int32(clamping: $0)) }
        // What cannot be read is empty, and then the hash of the entry does not fit.
        let text: String = row[7]
        let details = text.isEmpty ? [:] : (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
        return Decision(
            verb, decidedAt: row[1], role: row[2], subject: row[3], text: row[4], reason: row[5], until: until, details: details)
    }

    static func insert(_ entry: DecisionEntry, _ database: Database) throws {
        let decision = entry.decision
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let details = decision.details.isEmpty ? "" : String(decoding: try encoder.encode(decision.details), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO decision (writer, number, previous, verb, decided_at, role, subject, text, reason, until_day, details, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.writer, entry.number, entry.previous, decision.verb.rawValue, decision.decidedAt, decision.role, decision.subject,
                decision.text, decision.reason, decision.until.map { Int64($0.number) }, details, entry.hash,
            ])
    }
}
