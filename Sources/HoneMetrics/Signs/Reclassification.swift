import HoneFacts

/// Items that were finished as one kind of work and are another one now.
///
/// The kind of then is that of the first version that a source was read with when the item was already finished, so what was
/// put right on the way to the end is none. Items that were finished before the first reading have no such version.
enum Reclassification {
    /// - Parameter earlier: replaced versions of item facts, in the order of recording.
    /// - Complexity: O(items + versions).
    static func sign(_ earlier: [EarlierItem], _ histories: Histories, _ context: MeasureContext) -> Sign? {
        guard !earlier.isEmpty else { return nil }
        var versions: [Name: [EarlierItem]] = [:]
        for version in earlier where !(version.type.isEmpty && version.labels.isEmpty) {
            versions[Name(origin: version.origin, key: version.key), default: []].append(version)
        }
        let items = histories.items
        let finished = items.finished(context)
        var moves: [Move: Int] = [:]
        var count = 0
        for item in finished {
            let finishedAt = context.seconds(items.finishedAt[item])
            let known = versions[Name(origin: items.origin[item], key: items.key[item])]
            guard let then = known?.first(where: { $0.recordedAt >= finishedAt })?.kind(context.interpretation) else { continue }
            // Both by the same rules: those of paths would see only what is there now.
            let now = EarlierItem.kind(
                type: items.type[item], labels: items.labels[item], title: items.title[item], context.interpretation)
            guard then != now else { continue }
            count += 1
            moves[Move(from: then, to: now), default: 0] += 1
        }
        guard Sign.isMarked(count, of: finished.count),
            let most = moves.max(by: { ($0.value, $1.key.text) < ($1.value, $0.key.text) })
        else { return nil }
        return Sign(
            .reclassification, count: count, of: finished.count,
            "\(count) of \(finished.count) finished items have another kind than when they were finished, most often \(most.key.text) (\(most.value)).",
            metrics: [
                "flow-distribution", "improvement-share", "defect-removal-effectiveness", "legacy-bug-count", "labour-per-bug-fix",
                "bug-fix-time",
            ])
    }

    private struct Name: Hashable {
        let origin, key: String
    }

    private struct Move: Hashable {
        let from, to: WorkKind
        var text: String { "\(from.rawValue) to \(to.rawValue)" }
    }
}
