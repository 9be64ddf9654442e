package import HoneFacts

/// Items that were finished as one kind of work and are another one now.
///
/// One reading of the facts holds only what sources say now, so it takes two: as known then, and as known now.
package enum Reclassification {
    /// - Parameters:
    ///   - before: the histories as they were known earlier, read by the same interpretation.
    ///   - now: the histories as they are known now.
    /// - Complexity: O(items).
    package static func sign(before: Histories, now: Histories, _ context: MeasureContext) -> Sign? {
        var places: [String: Int] = [:]
        for item in 0..<now.items.count { places["\(now.items.origin[item])\u{1F}\(now.items.key[item])"] = item }
        let old = before.items
        let finished = old.finished(context)
        var moves: [Move: Int] = [:]
        var count = 0
        for item in finished {
            guard let other = places["\(old.origin[item])\u{1F}\(old.key[item])"], now.items.kind[other] != old.kind[item] else { continue }
            count += 1
            moves[Move(from: old.kind[item], to: now.items.kind[other]), default: 0] += 1
        }
        guard Sign.isMarked(count, of: finished.count),
            let most = moves.max(by: { ($0.value, $1.key.text) < ($1.value, $0.key.text) })
        else { return nil }
        return Sign(
            .reclassification, count: count, of: finished.count,
            "\(count) of \(finished.count) finished items have another kind than when they were finished, most often \(most.key.text) (\(most.value)).",
            metrics: ["flow-distribution", "improvement-share", "defect-removal-effectiveness", "legacy-bug-count", "labour-per-bug-fix"])
    }

    private struct Move: Hashable {
        let from, to: WorkKind
        var text: String { "\(from.rawValue) to \(to.rawValue)" }
    }
}
