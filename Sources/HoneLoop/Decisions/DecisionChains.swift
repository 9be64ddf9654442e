package import HoneFacts

/// What is wrong with a decision log, and where.
package struct DecisionFault: Error, Equatable, CustomStringConvertible {
    /// The id of the entry.
    package let entry: String
    package let what: String

    package var description: String { "entry \(entry): \(what)" }
}

/// The entries of a decision log by writer.
package struct DecisionChains: Sendable {
    /// Ascending by number.
    private var chains: [String: [DecisionEntry]]

    package init(_ entries: [DecisionEntry]) {
        chains = Dictionary(grouping: entries, by: \.writer).mapValues { $0.sorted { $0.number < $1.number } }
    }

    package func head(of writer: String) -> DecisionEntry? { chains[writer]?.last }

    package mutating func take(_ entries: [DecisionEntry]) {
        for entry in entries { chains[entry.writer, default: []].append(entry) }
    }

    /// What was changed, taken out or put in since it was written, by writer and number; empty for a log that is whole.
    ///
    /// Whoever takes away the last entries of a chain, and the merges that name them, is not seen: a chain has no end.
    /// - Complexity: O(entries).
    package func faults(_ digest: Digest) -> [DecisionFault] {
        chains.sorted { $0.key < $1.key }.flatMap { writer, chain in
            chain.indices.flatMap { place -> [DecisionFault] in
                let before = place > 0 ? chain[place - 1] : nil
                return faults(of: chain[place], after: before, digest)
            }
        }
    }

    private func faults(of entry: DecisionEntry, after before: DecisionEntry?, _ digest: Digest) -> [DecisionFault] {
        var faults: [String] = []
        let expected = (before?.number ?? 0) + 1
        if !entry.fits(digest) { faults.append("what it says is not what was written.") }
        if entry.number != expected {
            faults.append(entry.number > expected ? "entry \(expected) in front of it is missing." : "there are two of this number.")
        } else if entry.previous != before?.hash ?? "" {
            faults.append("it was not written after the entry that stands in front of it.")
        }
        for (writer, head) in entry.meets where self.entry(writer, head.number)?.hash != head.hash {
            faults.append("it names entry \(DecisionEntry.id(writer: writer, number: head.number)), which is not here as it was.")
        }
        return faults.map { DecisionFault(entry: entry.id, what: $0) }
    }

    private func entry(_ writer: String, _ number: Int) -> DecisionEntry? {
        guard let chain = chains[writer], number > 0 else { return nil }
        if chain.indices.contains(number - 1), chain[number - 1].number == number { return chain[number - 1] }
        return chain.first { $0.number == number }
    }

    /// The one order: each writer's as written, nothing before what its writer knew when merging, else by time, then by writer.
    ///
    /// It does not depend on which store merged what first. Complexity: O(entries x writers).
    package var ordered: [DecisionEntry] {
        if chains.count == 1, let only = chains.values.first { return only }
        var next = chains.mapValues { _ in 0 }
        var result: [DecisionEntry] = []
        func upcoming(_ writer: String) -> DecisionEntry? {
            guard let chain = chains[writer], let place = next[writer], place < chain.count else { return nil }
            return chain[place]
        }
        func isReady(_ entry: DecisionEntry) -> Bool {
            entry.meets.allSatisfy { writer, head in upcoming(writer).map { $0.number > head.number } ?? true }
        }
        while true {
            let candidates = chains.keys.compactMap(upcoming)
            // None is ready only where somebody wrote merges that name each other.
            let ready = candidates.filter(isReady)
            let first = (ready.isEmpty ? candidates : ready).min {
                ($0.decision.decidedAt, $0.writer) < ($1.decision.decidedAt, $1.writer)
            }
            guard let first else { return result }
            next[first.writer, default: 0] += 1
            result.append(first)
        }
    }

    /// Entries that are not here yet, in their order.
    /// - Throws: `DecisionFault` for the first that does not fit: changed, out of its chain, or apart from what is here.
    package func new(among entries: [DecisionEntry], _ digest: Digest) throws(DecisionFault) -> [DecisionEntry] {
        var union = self
        var new: Set<String> = []
        for entry in DecisionChains(entries).chains.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
            if let known = union.entry(entry.writer, entry.number) {
                guard known.hash == entry.hash, entry.fits(digest) else {
                    let what =
                        entry.fits(digest)
                        ? "another entry of this number is here: one of the two stores is a copy of the other, and both went on."
                        : "what it says is not what was written."
                    throw DecisionFault(entry: entry.id, what: what)
                }
                continue
            }
            union.take([entry])
            new.insert(entry.id)
        }
        if let fault = union.faults(digest).first { throw fault }
        return union.ordered.filter { new.contains($0.id) }
    }

    /// The entry of a writer that notes where its chain met others, if they brought more than such notes; `new` is taken already.
    package func meeting(_ new: [DecisionEntry], writer: String, at now: Int64, _ digest: Digest) -> [DecisionEntry] {
        let last = head(of: writer)
        guard new.contains(where: { $0.decision.verb != .merge && $0.writer != writer }) else { return [] }
        var heads: [String: String] = [:]
        for entry in new.sorted(by: { $0.number < $1.number }) where entry.writer != writer {
            heads[entry.writer] = "\(entry.number) \(entry.hash)"
        }
        return [DecisionEntry(Decision(.merge, decidedAt: now, details: heads), writer: writer, after: last, digest: digest)]
    }
}

extension DecisionEntry {
    /// The entries of other writers that a merge names; none for anything else.
    var meets: [(writer: String, head: (number: Int, hash: String))] {
        guard decision.verb == .merge else { return [] }
        return decision.details.sorted { $0.key < $1.key }.compactMap { writer, head in
            let parts = head.split(separator: " ")
            guard parts.count == 2, let number = Int(parts[0]) else { return nil }
            return (writer, (number, String(parts[1])))
        }
    }
}
