package import HoneFacts
package import HoneLoop
import HoneMetrics

/// The facts and decisions of a product, read once and folded: what every page and every number starts from.
package struct Evidence: Sendable {
    package let product: Product
    package let interpretation: Interpretation
    package let histories: Histories
    package let agreements: Agreements
    /// Versions of item facts that later ones have taken the place of.
    package let earlier: [EarlierItem]
    package let cursors: [SourceCursor]
    /// Repositories in the store that no source of hone.yaml names: in no number.
    package let uncounted: [String]
    /// Other sources in the store that hone.yaml does not name: imported files, and those that were renamed or taken out of it since. They
    /// count.
    package let unnamed: [String]
    /// Seconds since 1970.
    package let now: Int64

    /// - Parameter sources: origins of the sources that hone.yaml names.
    package init(
        product: Product, interpretation: Interpretation, log: some FactLog, decisions: some DecisionLog, sources: Set<String>,
        now: Int64
    ) async throws {
        self.product = product
        self.now = now
        let stored = try await Stored(log: log, decisions: decisions, sources: sources)
        let interpretation = interpretation.reserving(stored.agreements)
        self.interpretation = interpretation
        histories = await foldOnAllCores(stored.facts, interpretation, now: now).decided(stored.agreements, interpretation, product).read(
            stored.cursors)
        // A row that is known by its number is another item as soon as one is put before it.
        let files = Set(stored.cursors.map(\.origin))
        earlier = try await log.earlierItems().filter { Self.isCounted($0.origin, sources) && !files.contains($0.origin) }
        (agreements, cursors, uncounted) = (stored.agreements, stored.cursors, stored.uncounted)
        unnamed = stored.cursors.map(\.origin).filter { !sources.contains($0) }
    }

    /// What a store holds of a product, not folded yet.
    struct Stored {
        var facts: FactTables
        let agreements: Agreements
        let cursors: [SourceCursor]
        let uncounted: [String]

        init(log: some FactLog, decisions: some DecisionLog, sources: Set<String>) async throws {
            let facts = try await FactTables(log: log).filtered { Evidence.isCounted($0, sources) }
            try await self.init(of: facts, log: log, decisions: decisions, sources: sources)
        }

        /// The last instant that anything is known of items.
        func known(until now: Int64) -> Int64 {
            min(now, ReadingTimes(cursors).last(of: .item, .transition) ?? now)
        }

        /// With facts that were read and filtered before.
        init(of facts: FactTables, log: some FactLog, decisions: some DecisionLog, sources: Set<String>) async throws {
            self.facts = facts
            agreements = Agreements(try await decisions.decisions())
            let all = try await log.cursors()
            cursors = all.filter { Evidence.isCounted($0.origin, sources) }
            uncounted = all.map(\.origin).filter { !Evidence.isCounted($0, sources) }
        }
    }

    /// A repository that hone.yaml no longer names, or names otherwise, would count twice. Imported files have no entry there.
    static func isCounted(_ origin: String, _ sources: Set<String>) -> Bool { !origin.hasPrefix("git:") || sources.contains(origin) }

    /// The metrics that the product's life cycle offers and its facts concern.
    var metrics: [any Metric] { product.lifeCycle(on: today).metrics.filter { $0.concerns(histories) } }

    /// The day it is now, in the product's zone.
    package var today: CalendarDay { interpretation.zone.day(atSeconds: now) }
}

extension Histories {
    /// With the instants up to which sources speak.
    func read(_ cursors: [SourceCursor]) -> Histories {
        var histories = self
        histories.readings = ReadingTimes(cursors)
        return histories
    }
}

extension Interpretation {
    /// How much is reserved is agreed, not configured; metrics count the iterations that reach it.
    func reserving(_ agreements: Agreements) -> Interpretation {
        var interpretation = self
        interpretation.reserveFloors = agreements.reserveRecord.floors
        return interpretation
    }
}
