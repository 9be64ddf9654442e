/// What a log recorded behind a position: what a process that stays needs to go on from the facts that it has read.
package struct FactNews: Sendable {
    /// The segments behind it, oldest first; of their items the log's codes are known, and no keys.
    package let segments: [FactSegment]
    /// Rows of earlier segments that a later version has taken the place of by now, by segment: a bit for each row.
    package let superseded: [Int64: [UInt8]]
    /// Where the news begin, and where the log stands.
    package let since, position: LogPosition

    package init(segments: [FactSegment], superseded: [Int64: [UInt8]], since: LogPosition, position: LogPosition) {
        (self.segments, self.superseded, self.since, self.position) = (segments, superseded, since, position)
    }
}

/// The facts of items that a process has read and holds, so that it can look at the few items that news speak of.
package struct HeldFacts: Sendable {
    /// By family, those that speak of items.
    private var batches: [FactFamily: FactBatches]
    /// Up to where the log was read.
    package private(set) var position: LogPosition

    /// - Parameter facts: as a log gave them.
    package init(_ facts: FactTables) {
        batches = facts.batches.filter { $0.key.itemColumn != nil }
        position = facts.position
    }

    /// The facts of the items that news speak of, without the news and with them: whatever is summed over items changes by what these
    /// two differ in. Keys and titles are not told, and nothing of commits: where kinds of work follow from titles or paths, or items
    /// have other names, all facts have to be folded.
    /// - Parameter news: those since `position`.
    /// - Complexity: O(facts) at worst, a few nanoseconds each; blocks that cannot hold one of these items are passed over.
    package func touched(by news: FactNews) throws(SegmentDamage) -> (before: FactTables, after: FactTables) {
        precondition(news.since == position, "these news begin somewhere else")
        let live = try KeptChanges(news.segments).touched.mapValues { LiveItems($0.sorted()).opened() }
        let before = Self.facts(batches, of: live)
        // Facts that count no longer are looked for again; most news only add some.
        if batches.values.contains(where: { $0.differs(from: news.superseded) }) {
            var held = self
            held.take(news)
            return (before, Self.facts(held.batches, of: live))
        }
        var after = before.batches
        for segment in news.segments { after[segment.family, default: []].append(segment, of: live[segment.origin] ?? LiveItems()) }
        return (before, FactTables(batches: after))
    }

    /// Holds the news too, which are those since `position`. Complexity: O(segments).
    package mutating func take(_ news: FactNews) {
        precondition(news.since == position, "these news begin somewhere else")
        batches = batches.mapValues { $0.superseded(news.superseded) }
        for segment in news.segments { batches[segment.family, default: []].append(segment, of: nil) }
        position = news.position
    }

    /// Decoded, as they are looked at twice.
    private static func facts(_ batches: [FactFamily: FactBatches], of live: [String: LiveItems]) -> FactTables {
        FactTables(batches: batches.mapValues { FactBatches(Array($0.of(live))) })
    }
}
