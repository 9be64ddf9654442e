package import HoneFacts

extension DecisionChains {
    /// The entries that decisions make at the end of their writer's chain, where each of them is a step from what was decided before.
    ///
    /// Whoever keeps a log asks this in the transaction that writes, so that of two programs at once the second one is told.
    /// - Parameter check: what else must hold of what was decided before; it throws why it does not.
    /// - Throws: what `check` throws, or a `Refusal` where one of them would be set aside.
    /// - Complexity: O(entries x writers).
    package func steps(
        _ decisions: [Decision], writer: String, _ digest: Digest, if check: (Agreements) throws -> Void
    ) throws -> [DecisionEntry] {
        try check(Agreements(ordered.map(\.decision)))
        var entries: [DecisionEntry] = []
        for decision in decisions {
            entries.append(DecisionEntry(decision, writer: writer, after: entries.last ?? head(of: writer), digest: digest))
        }
        var next = self
        next.take(entries)
        let setAside = Set(Agreements(next.ordered.map(\.decision)).setAside)
        guard setAside.isDisjoint(with: entries.map(\.id)) else { throw Refusal.overtaken() }
        return entries
    }
}

extension Refusal {
    /// Somebody decided something else between the look and the step.
    /// - Parameter next: what to do about it.
    package static func overtaken(next: String = "See what was decided, and decide again: hone decision list") -> Refusal {
        Refusal(["Something else was decided in the meantime, so this is no step any longer. Nothing was recorded.", next])
    }
}
