/// Something that facts come from: a repository, an export.
///
/// A source reads and maps; it keeps nothing. It hands over whole batches, so that a batch and its cursor can be stored together.
package protocol FactSource: Sendable {
    /// Stable name of the source, the same in every run, for example `git:.`.
    var origin: String { get }

    /// Origin that its facts carry. Sources that share it speak of the same things: two exports of one tracker.
    var factOrigin: String { get }

    /// Seconds since 1970 at which what it reads was last written, for a file that lies there: it says nothing of later days. Nil for
    /// what is read as it is now.
    var writtenAt: Int64? { get }

    /// Whether what was read up to `cursor` must be taken back and read anew, because it was read in another way.
    func readsAnew(since cursor: String) -> Bool

    /// Reads what is new since `cursor` and hands it to `sink`, batch after batch.
    ///
    /// - Parameters:
    ///   - cursor: the position that the last complete reading returned; nil for the first.
    ///   - sink: stores a group of batches; when it returns they are durable.
    /// - Returns: the new position, what was odd about the input, and sentences about the source worth showing.
    func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading
}

extension FactSource {
    package var factOrigin: String { origin }
    package var writtenAt: Int64? { nil }
    package func readsAnew(since cursor: String) -> Bool { false }
}

/// The outcome of reading a source once.
package struct SourceReading: Sendable {
    /// Nil: the position did not change.
    package var position: String?
    package var diagnostics: [Diagnostic]
    /// Sentences for people: what was read, what the source cannot say (a shallow clone, an empty repository).
    package var notes: [String]
    /// Rows or records seen, used or not.
    package var recordCount: Int
    /// Whether only what was new was looked at: then the diagnostics speak of that alone.
    package var isPartial: Bool

    package init(
        position: String? = nil, diagnostics: [Diagnostic] = [], notes: [String] = [], recordCount: Int = 0, isPartial: Bool = false
    ) {
        self.isPartial = isPartial
        self.position = position
        self.diagnostics = diagnostics
        self.notes = notes
        self.recordCount = recordCount
    }
}
