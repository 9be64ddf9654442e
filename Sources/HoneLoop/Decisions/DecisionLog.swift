package import HoneFacts

/// Where decisions are kept, chained by writer.
package protocol DecisionLog: Sendable {
    /// When this returns, the decision is on disk. For what always fits, such as a note.
    func append(_ decision: Decision) async throws
    /// Appends decisions, all or none, where each is a step at this very moment: what other programs decided since is looked at, and
    /// none comes in between. When this returns, they are on disk, and none of them is set aside.
    /// - Parameter check: what else must hold of what was decided before; it throws why it does not.
    /// - Throws: what `check` throws, or a `Refusal` where one of them is no step. Then nothing was recorded.
    func take(_ decisions: [Decision], if check: @escaping @Sendable (Agreements) throws -> Void) async throws
    /// All entries, of all writers, in the one order that they have everywhere (`DecisionChains.ordered`).
    func entries() async throws -> [DecisionEntry]
    /// Brings in entries of others, all or none, and notes where the chains met. What is known adds nothing.
    /// - Returns: how many were new.
    /// - Throws: `DecisionFault` where they do not fit what is here.
    func merge(_ entries: [DecisionEntry], at now: Int64) async throws -> Int
}

extension DecisionLog {
    package func decisions() async throws -> [Decision] { try await entries().map(\.decision) }

    package func take(_ decision: Decision) async throws { try await take([decision]) { _ in } }
}

/// The memory twin of a decision log.
package actor MemoryDecisionLog: DecisionLog {
    private var chains = DecisionChains([])
    private let writer: String
    private let digest: Digest

    package init(writer: String = "memory", digest: Digest) {
        self.writer = writer
        self.digest = digest
    }

    package func append(_ decision: Decision) {
        chains.take([DecisionEntry(decision, writer: writer, after: chains.head(of: writer), digest: digest)])
    }

    package func take(_ decisions: [Decision], if check: @escaping @Sendable (Agreements) throws -> Void) throws {
        chains.take(try chains.steps(decisions, writer: writer, digest, if: check))
    }

    package func entries() -> [DecisionEntry] { chains.ordered }

    package func merge(_ entries: [DecisionEntry], at now: Int64) throws -> Int {
        let new = try chains.new(among: entries, digest)
        chains.take(new)
        chains.take(chains.meeting(new, writer: writer, at: now, digest))
        return new.count
    }
}
