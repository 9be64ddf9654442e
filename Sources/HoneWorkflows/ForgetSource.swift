package import HoneFacts

/// Takes back what one source brought.
///
/// Sources of one tracker share its facts: the first that brings one has it stored, and to the others it is known. So whoever may share
/// some with the one that is forgotten is read from its beginning the next time.
package struct ForgetSource: Sendable {
    let log: any FactLog
    /// Those of hone.yaml.
    let sources: [any FactSource]
    /// Seconds since 1970.
    let now: Int64

    package init(log: any FactLog, sources: [any FactSource], now: Int64) {
        (self.log, self.sources, self.now) = (log, sources, now)
    }

    package struct Outcome: Sendable {
        /// Facts that were taken back.
        package let count: Int
        /// Sources of hone.yaml that the next sync reads from their beginning.
        package let readAnew: [String]
        /// Files that were imported, which nobody reads unless they are imported again.
        package let imported: [String]
    }

    /// - Returns: nil where the log knows no such source.
    /// - Throws: what the log throws.
    package func run(_ origin: String) async throws -> Outcome? {
        let cursors = try await log.cursors()
        guard let forgotten = cursors.first(where: { $0.origin == origin }) else { return nil }
        let byOrigin = Dictionary(sources.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
        let sharing = cursors.filter { cursor in
            guard cursor.origin != origin, !cursor.isOfRepository, !forgotten.isOfRepository else { return false }
            return byOrigin[cursor.origin].map { $0.factOrigin != $0.origin } ?? true
        }
        // First, so that whoever is stopped between the two has something read once more, and nothing lost.
        for var cursor in sharing {
            // No source knows this position, and how many facts it brought is counted anew.
            (cursor.position, cursor.factCount) = ("", nil)
            _ = try await log.append([], from: cursor.origin, recordedAt: now, cursor: cursor)
        }
        let count = try await log.retract(from: origin, recordedAt: now)
        let names = count > 0 ? sharing.map(\.origin).sorted() : []
        return Outcome(count: count, readAnew: names.filter { byOrigin[$0] != nil }, imported: names.filter { byOrigin[$0] == nil })
    }
}
