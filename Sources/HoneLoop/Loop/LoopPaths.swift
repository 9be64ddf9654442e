import HoneFacts
import HoneMetrics

/// The ways of items (or, from git alone, of changes) through the stages, as columns of visits.
struct LoopPaths {
    /// A stay in one stage. Seconds since 1970; `leftAt` is nil while it lasts.
    struct Visit {
        let stage: Int
        let enteredAt: Int64
        let leftAt: Int64?
    }

    private var offsets = [0]
    private(set) var visits: [Visit] = []
    /// By way: the second it counts as cancelled from, though it stands in a done stage; `.max` where it does not.
    private var cancelledFrom: [Int64] = []
    let kinds: [Stage.Kind]

    var count: Int { cancelledFrom.count }

    func visits(of way: Int) -> ArraySlice<Visit> { visits[offsets[way]..<offsets[way + 1]] }

    /// Whether a visit brought the way on: not into a cancelled stage, nor a done one that means cancelled.
    func isOnward(_ visit: Visit, of way: Int) -> Bool {
        switch kinds[visit.stage] {
        case .cancelled: false
        case .done: visit.enteredAt < cancelledFrom[way]
        case .backlog, .wait, .active: true
        }
    }

    private mutating func append(_ way: [Visit], cancelledFrom seconds: Int64 = .max) {
        visits += way
        offsets.append(visits.count)
        cancelledFrom.append(seconds)
    }

    /// A way from the instants at which it entered its stages; an entry that a later stage was entered before is left out.
    private mutating func append(entries: [(stage: Int, at: Int64)]) {
        let known = entries.indices.filter { index in !entries[index...].contains { $0.at < entries[index].at } }.map { entries[$0] }
        append(
            known.enumerated().map { index, entry in
                Visit(stage: entry.stage, enteredAt: entry.at, leftAt: index + 1 < known.count ? known[index + 1].at : nil)
            })
    }

    /// Stage codes of the default parts.
    private static let (idea, prototype, product, done, cancelled) = (0, 1, 2, 3, 4)
    private static let defaultKinds: [Stage.Kind] = [.backlog, .active, .wait, .done, .cancelled]

    /// The ways of the items that have transitions.
    init(transitions items: ItemHistories, _ zone: ZoneTable) {
        kinds = items.stages.map(\.kind)
        for item in 0..<items.count where items.hasTransitions[item] {
            let cancelledAt = items.cancelledAt[item]
            append(
                items.visits(of: item).map { Visit(stage: $0.stage, enteredAt: $0.enteredAt, leftAt: $0.leftAt) },
                cancelledFrom: cancelledAt == Instant.missing ? .max : zone.seconds(Instant(rawValue: cancelledAt)))
        }
    }

    /// The ways of items through idea, prototype and product.
    init(dates histories: Histories, _ zone: ZoneTable) {
        kinds = Self.defaultKinds
        let (items, stages) = (histories.items, DefaultStages(histories))
        for item in 0..<items.count {
            var entries: [(stage: Int, at: Int64)] = []
            func enter(_ stage: Int, _ raw: Int64) {
                if raw != Instant.missing { entries.append((stage, zone.seconds(Instant(rawValue: raw)))) }
            }
            enter(Self.idea, items.requestedAt[item])
            enter(Self.prototype, stages.workedFrom(item))
            let isReleased = stages.releasedAt(item) != Instant.missing
            enter(isReleased ? Self.product : Self.done, stages.readyAt(item))
            enter(Self.done, stages.releasedAt(item))
            enter(Self.cancelled, items.cancelledAt[item])
            append(entries: entries)
        }
    }

    /// The ways of changes through prototype and product.
    init(git: GitHistories, _ zone: ZoneTable) {
        kinds = Self.defaultKinds
        for change in 0..<git.integrations.count {
            var entries: [(stage: Int, at: Int64)] = []
            func enter(_ stage: Int, _ raw: Int64) { entries.append((stage, zone.seconds(Instant(rawValue: raw)))) }
            if git.integrations.isMerge[change] { enter(Self.prototype, git.integrations.openedAt[change]) }
            enter(Self.product, git.integrations.mergedAt[change])
            let release = git.integrations.release[change]
            if release >= 0 { enter(Self.done, git.releases.releasedAt[release]) }
            append(entries: entries)
        }
    }
}
