/// Where facts are kept: append-only, idempotent, read in columns.
///
/// Laws, checked for every implementation: appending a batch twice adds nothing the second time; a changed fact is a new
/// version and the latest is read; a cursor is never ahead of the facts it speaks of.
package protocol FactLog: Sendable {
    /// Appends what is new or changed in the batches, all of it or nothing, and then moves the origin's cursor.
    ///
    /// When this returns, the facts are on disk.
    /// - Parameters:
    ///   - source: the origin of the source that was read, which several sources of the same facts differ in.
    ///   - recordedAt: when the source was read, seconds since 1970.
    ///   - cursor: what the source needs to go on from here; nil leaves the cursor where it was.
    func append(_ batches: [FactBatch], from source: String, recordedAt: Int64, cursor: SourceCursor?) async throws -> AppendCount

    /// Retracts every fact whose latest version came from a source, and forgets how far the source was read.
    /// - Returns: how many facts.
    func retract(from source: String, recordedAt: Int64) async throws -> Int

    /// The latest version of every fact of some families that is not retracted, as of one instant, in the order in which the
    /// latest versions were recorded.
    func read(_ families: [FactFamily]) async throws -> FactTables

    /// Versions of item facts that a later one has taken the place of, in the order of recording. Those of a source that was taken
    /// back as a whole are not among them: it was read in another way since.
    func earlierItems() async throws -> [EarlierItem]

    /// How far each origin was read.
    func cursors() async throws -> [SourceCursor]
}

extension FactLog {
    /// Facts whose batches name the source they came from.
    @discardableResult
    package func append(_ batches: [FactBatch], recordedAt: Int64, cursor: SourceCursor?) async throws -> AppendCount {
        try await append(batches, from: cursor?.origin ?? batches.first?.origin ?? "", recordedAt: recordedAt, cursor: cursor)
    }

    package func read(_ family: FactFamily) async throws -> FactBatches { try await read([family])[family] }
}

/// How far a source was read, and what that is evidence of.
package struct SourceCursor: Hashable, Sendable {
    package var origin: String
    /// Opaque to the log: the source's own text.
    package var position: String
    /// Up to when it speaks, seconds since 1970: when it was read, or when a file that lies there was written.
    package var readAt: Int64
    /// What could not be used of it, or only with a doubt, when it was last read.
    package var oddities: [SourceOddity]
    /// Facts that it has brought, those that are no longer in it among them; nil where nobody counted.
    package var factCount: Int?
    /// The kinds of fact that it has brought; nil where nobody noted them.
    package var families: Set<FactFamily>?
    /// The latest instant of an item in it when it was last read whole, seconds since 1970; nil where there was none.
    package var newestAt: Int64?

    /// Whether it is of a repository, read by git or from a printed log.
    package var isOfRepository: Bool { origin.hasPrefix("git:") || origin.hasPrefix("git-log:") }

    package init(
        origin: String, position: String, readAt: Int64, oddities: [SourceOddity] = [], factCount: Int? = nil,
        families: Set<FactFamily>? = nil, newestAt: Int64? = nil
    ) {
        self.newestAt = newestAt
        self.origin = origin
        self.position = position
        self.readAt = readAt
        self.oddities = oddities
        self.factCount = factCount
        self.families = families
    }
}

/// What an append did, counted in facts.
package struct AppendCount: Hashable, Sendable {
    package var added = 0
    /// A new version of a fact that was there.
    package var changed = 0
    package var unchanged = 0
    /// Of those that changed, how many another source had said otherwise.
    package var overruled = 0

    package init(added: Int = 0, changed: Int = 0, unchanged: Int = 0, overruled: Int = 0) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
        self.overruled = overruled
    }

    package static func += (left: inout AppendCount, right: AppendCount) {
        left.added += right.added
        left.changed += right.changed
        left.unchanged += right.unchanged
        left.overruled += right.overruled
    }
}
