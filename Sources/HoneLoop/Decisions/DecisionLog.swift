package import HoneFacts

/// Where decisions are kept, chained by writer.
package protocol DecisionLog: Sendable {
    /// When this returns, the decision is on disk.
    func append(_ decision: Decision) async throws
    /// All entries, of all writers, in the one order that they have everywhere (`DecisionChains.ordered`).
    func entries() async throws -> [DecisionEntry]
    /// Brings in entries of others, all or none, and notes where the chains met. What is known adds nothing.
    /// - Returns: how many were new.
    /// - Throws: `DecisionFault` where they do not fit what is here.
    func merge(_ entries: [DecisionEntry], at now: Int64) async throws -> Int
}

extension DecisionLog {
    package func decisions() async throws -> [Decision] { try await entries().map(\.decision) }
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

    package func entries() -> [DecisionEntry] { chains.ordered }

    package func merge(_ entries: [DecisionEntry], at now: Int64) throws -> Int {
        let new = try chains.new(among: entries, digest)
        chains.take(new)
        chains.take(chains.meeting(new, writer: writer, at: now, digest))
        return new.count
    }
}
