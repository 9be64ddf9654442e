import Foundation
import GRDB
package import HoneLoop

/// The box of a health check. Whoever reads the file and knows every token learns who has answered, and nothing of what.
///
/// Each change writes all tokens and all sheets anew, in the order of their bytes, over pages that were wiped, and empties the write-ahead
/// log behind it: the bytes of the file are the same whoever answered first, and whoever gave which sheet.
extension Store: HealthBox {
    package func admit(_ marks: [String], to check: String) async throws {
        try await changeBox { database in
            var box = try Self.box(database)
            for mark in marks where !box.tokens.contains(where: { $0.check == check && $0.mark == mark }) {
                box.tokens.append(BoxContents.Token(check: check, mark: mark, isUsed: false))
            }
            try Self.write(box, database)
        }
    }

    package func cast(_ sheet: [UInt8], mark: String, in check: String) async throws {
        try await changeBox { database in
            var box = try Self.box(database)
            guard let place = box.tokens.firstIndex(where: { $0.check == check && $0.mark == mark }) else {
                throw Refusal.unknownToken
            }
            guard !box.tokens[place].isUsed else { throw Refusal.usedToken }
            box.tokens[place].isUsed = true
            box.sheets.append(BoxContents.Sheet(check: check, sealed: Data(sheet)))
            try Self.write(box, database)
        }
    }

    package func counts(of check: String) async throws -> HealthCounts {
        try await read { database in
            let tokens = try Self.box(database).tokens.filter { $0.check == check }
            return HealthCounts(given: tokens.count, used: tokens.count { $0.isUsed })
        }
    }

    package func close(_ check: String, _ closing: @escaping @Sendable (HealthBallot) throws -> HealthClosing) async throws {
        let digest = digest
        try await changeBox { database in
            var box = try Self.box(database)
            let sheets = box.sheets.filter { $0.check == check }.sorted { $0 < $1 }.map { [UInt8]($0.sealed) }
            let closing = try closing(HealthBallot(given: box.tokens.count { $0.check == check }, sheets: sheets))
            box.tokens.removeAll { $0.check == check }
            box.sheets.removeAll { $0.check == check }
            try Self.write(box, database)
            try Self.keep(closing.remains, of: check, database)
            try Self.take([closing.decision], digest, database)
        }
    }

    package func remains(of check: String) async throws -> HealthRemains {
        try await read { database in
            let comments = try String.fetchAll(
                database, sql: "SELECT comment FROM health_comment WHERE health_check = ? ORDER BY place", arguments: [check])
            let medians = try Row.fetchAll(
                database, sql: "SELECT median FROM health_median WHERE health_check = ? ORDER BY place", arguments: [check])
            return HealthRemains(
                comments: comments, medians: medians.isEmpty ? nil : HealthMedians(values: medians.map { $0[0] as Double? }))
        }
    }

    private static func keep(_ remains: HealthRemains, of check: String, _ database: Database) throws {
        for (place, comment) in remains.comments.enumerated() {
            try database.execute(sql: "INSERT INTO health_comment VALUES (?, ?, ?)", arguments: [check, place, comment])
        }
        for (place, median) in (remains.medians?.values ?? []).enumerated() {
            try database.execute(sql: "INSERT INTO health_median VALUES (?, ?, ?)", arguments: [check, place, median])
        }
    }

    /// A transaction that leaves nothing of what was there before in free pages or in the write-ahead log.
    private func changeBox(_ body: @Sendable @escaping (Database) throws -> Void) async throws {
        try await write { database in
            let before = try Int.fetchOne(database, sql: "PRAGMA secure_delete") ?? 0
            try database.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? database.execute(sql: "PRAGMA secure_delete = \(before)") }
            try body(database)
        }
        // A reader elsewhere may hold the log for a while; the next change, or the last program to close the store, empties it then.
        _ = try? await queue.barrierWriteWithoutTransaction { try $0.checkpoint(.truncate) }
    }
}

/// All tokens and sheets of all checks that are open.
private struct BoxContents {
    struct Token: Comparable {
        let check: String
        let mark: String
        var isUsed: Bool

        static func < (left: Token, right: Token) -> Bool { (left.check, left.mark) < (right.check, right.mark) }
    }

    struct Sheet: Comparable {
        let check: String
        let sealed: Data

        static func < (left: Sheet, right: Sheet) -> Bool {
            left.check == right.check ? left.sealed.lexicographicallyPrecedes(right.sealed) : left.check < right.check
        }
    }

    var tokens: [Token]
    var sheets: [Sheet]
}

extension Store {
    private static func box(_ database: Database) throws -> BoxContents {
        try check("health_token", database)
        try check("health_sheet", database)
        let tokens = try Row.fetchAll(database, sql: "SELECT health_check, mark, is_used FROM health_token")
        let sheets = try Row.fetchAll(database, sql: "SELECT health_check, sealed FROM health_sheet")
        return BoxContents(
            tokens: tokens.map { .init(check: $0[0], mark: $0[1], isUsed: $0[2]) },
            sheets: sheets.map { .init(check: $0[0], sealed: $0[1]) })
    }

    /// Deleting everything without a condition gives the pages back whole, wiped; what is put in anew in order lies in order.
    private static func write(_ box: BoxContents, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM health_token; DELETE FROM health_sheet")
        for token in box.tokens.sorted() {
            try database.execute(sql: "INSERT INTO health_token VALUES (?, ?, ?)", arguments: [token.check, token.mark, token.isUsed])
        }
        for sheet in box.sheets.sorted() {
            try database.execute(sql: "INSERT INTO health_sheet VALUES (?, ?)", arguments: [sheet.check, sheet.sealed])
        }
    }
}
