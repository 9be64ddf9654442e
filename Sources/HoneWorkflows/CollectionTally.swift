import HoneFacts

/// What one source has brought so far.
actor CollectionTally {
    struct Brought {
        /// Facts that were new to the log, less those that were taken back.
        var added = 0
        /// Facts that were handed over, but for those that are taken back.
        var seen = 0
        var families: Set<FactFamily> = []
        /// The latest instant of an item that is not still to come; seconds since 1970.
        var newestAt: Int64?
        /// Numbers that another sheet had said otherwise.
        var overruled = 0
    }

    /// Seconds since 1970.
    private let now: Int64
    private(set) var count = AppendCount()
    /// What the log threw, whatever the source made of it.
    private(set) var failure: (any Error)?
    private var sums = Brought()

    init(now: Int64) { self.now = now }

    var brought: Brought {
        var brought = sums
        brought.added += count.added
        brought.overruled = sums.families == [.measurement] ? count.overruled : 0
        return brought
    }

    func add(_ more: AppendCount, _ batches: [FactBatch]) {
        count += more
        for batch in batches {
            sums.seen += batch.liveCount
            sums.added -= batch.count - batch.liveCount
            sums.families.insert(batch.family)
            let names = [FactFamily.item: ["requested_at", "started_at", "finished_at"], .transition: ["changed_at"]][batch.family]
            for name in names ?? [] { sums.newestAt = batch.newest(name, until: now, sums.newestAt) }
        }
    }

    func fail(_ error: any Error) { failure = failure ?? error }
}

extension FactBatch {
    /// The latest instant of a column up to now, or the one before where that is later; seconds since 1970. Complexity: O(rows).
    fileprivate func newest(_ column: String, until now: Int64, _ before: Int64?) -> Int64? {
        // A raw instant is its seconds, doubled; none is the least integer.
        let newest = integers(column).reduce(before.map { $0 << 1 } ?? .min) { $1 >> 1 <= now ? max($0, $1) : $0 }
        return newest == .min ? nil : newest >> 1
    }
}
