import Foundation
import HoneFacts
import HoneLoop
import HoneReport

/// A decision log as JSON lines, one entry a line: what `hone decision export` writes and `import` reads.
enum DecisionLines {
    static func line(_ entry: DecisionEntry) -> String {
        let decision = entry.decision
        return JSON.object([
            ("writer", .text(entry.writer)), ("number", .integer(entry.number)), ("previous", .text(entry.previous)),
            ("verb", .text(decision.verb.rawValue)), ("decidedAt", .integer(decision.decidedAt)), ("role", .text(decision.role)),
            ("subject", .text(decision.subject)), ("text", .text(decision.text)), ("reason", .text(decision.reason)),
            ("until", .optional(decision.until?.description)),
            ("details", .object(decision.details.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
            ("hash", .text(entry.hash)),
        ]).line
    }

    private struct Line: Decodable {
        let writer: String
        let number: Int
        let previous: String
        let verb: String
        let decidedAt: Int64
        let role: String
        let subject: String
        let text: String
        let reason: String
        let until: String?
        let details: [String: String]
        let hash: String
    }

    /// Seconds since 1970, to the end of the year 9999.
    private static let times: ClosedRange<Int64> = 0...253_402_300_799

    /// - Throws: `Failure` with the line that is no entry.
    static func entries(_ text: String, file: String) throws -> [DecisionEntry] {
        var entries: [DecisionEntry] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)), read.number > 0, !read.writer.isEmpty else {
                throw Failure(.badData, "\(file):\(place + 1): This line is no entry of a decision log. Nothing was brought in.")
            }
            guard let verb = Decision.Verb(rawValue: read.verb) else {
                throw Failure(
                    .badData, "\(file):\(place + 1): '\(read.verb)' is no decision that this version knows. Use a newer version of hone.")
            }
            guard Self.times.contains(read.decidedAt) else {
                throw Failure(.badData, "\(file):\(place + 1): decidedAt is no time that can be. Nothing was brought in.")
            }
            let decision = Decision(
                verb, decidedAt: read.decidedAt, role: read.role, subject: read.subject, text: read.text, reason: read.reason,
                until: read.until.flatMap { CalendarDay(iso: $0) }, details: read.details)
            entries.append(
                DecisionEntry(decision, writer: read.writer, number: read.number, previous: read.previous, hash: read.hash))
        }
        return entries
    }
}
