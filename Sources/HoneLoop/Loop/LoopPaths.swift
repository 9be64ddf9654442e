import HoneFacts
import HoneMetrics

/// The ways of items (or, from git alone, of changes) through the stages.
struct LoopPaths {
    let kinds: [Stage.Kind]
    /// The stays of each way, oldest first.
    let visits: ItemVisits
    /// The rows of `visits` that are ways.
    let ways: [Int]
    /// By way: raw instant it counts as cancelled from, though it stands in a done stage.
    private var cancelledAt = ItemNumbers()
    private let zone: ZoneTable

    /// Whether a stay brought the way on: not in a cancelled stage, nor a done one that means cancelled.
    func isOnward(_ stage: Int, enteredAt: Int64, of way: Int) -> Bool {
        switch kinds[stage] {
        case .cancelled: false
        case .done: cancelledAt[way] == Instant.missing || enteredAt < zone.seconds(Instant(rawValue: cancelledAt[way]))
        case .backlog, .wait, .active: true
        }
    }

    /// Stage codes of the default parts.
    private static let (idea, prototype, product, done, cancelled) = (0, 1, 2, 3, 4)
    private static let defaultKinds: [Stage.Kind] = [.backlog, .active, .wait, .done, .cancelled]

    /// The ways of the items that have transitions: their stays as they are.
    init(transitions items: ItemHistories, _ zone: ZoneTable) {
        kinds = items.stages.map(\.kind)
        (visits, cancelledAt, self.zone) = (items.visits, items.cancelledAt, zone)
        ways = (0..<items.count).filter { items.hasTransitions[$0] }
    }

    /// Raw instants at which a way entered its stages; an entry that a later stage was entered before is left out.
    private init(_ ways: some Sequence<[(stage: Int, at: Int64)]>, _ zone: ZoneTable) {
        kinds = Self.defaultKinds
        var visits = ItemVisits()
        for way in ways {
            let entries = way.filter { $0.at != Instant.missing }.map {
                (stage: $0.stage, enteredAt: zone.seconds(Instant(rawValue: $0.at)))
            }
            let isKept = entries.indices.map { index in !entries[index...].contains { $0.enteredAt < entries[index].enteredAt } }
            visits.append(zip(entries, isKept).filter(\.1).map(\.0))
        }
        (self.visits, self.zone) = (visits, zone)
        self.ways = Array(0..<visits.itemCount)
    }

    /// The ways of items through idea, prototype and product.
    init(dates histories: Histories, _ zone: ZoneTable) {
        let (items, stages) = (histories.items, DefaultStages(histories))
        self.init(
            (0..<items.count).lazy.map { item in
                let isReleased = stages.releasedAt(item) != Instant.missing
                return [
                    (Self.idea, items.requestedAt[item]), (Self.prototype, stages.workedFrom(item)),
                    (isReleased ? Self.product : Self.done, stages.readyAt(item)), (Self.done, stages.releasedAt(item)),
                    (Self.cancelled, items.cancelledAt[item]),
                ]
            }, zone)
    }

    /// The ways of changes through prototype and product.
    init(git: GitHistories, _ zone: ZoneTable) {
        let changes = git.integrations
        self.init(
            (0..<changes.count).lazy.map { change in
                let release = changes.release[change]
                return [
                    (Self.prototype, changes.isMerge[change] ? changes.openedAt[change] : Instant.missing),
                    (Self.product, changes.mergedAt[change]),
                    (Self.done, release >= 0 ? git.releases.releasedAt[release] : Instant.missing),
                ]
            }, zone)
    }
}
