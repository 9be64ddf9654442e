internal import HoneFacts

/// Defects laid to the release before them.
struct ReleaseEscapes {
    struct Release {
        let row: Int
        let day: CalendarDay
        /// Days until now, at most those that count.
        let age: Int
        /// Whether its 90 days are over or the next release is there.
        let isOver: Bool
        /// Days from the release to each defect.
        var delays: [Int] = []
        /// Defects of its days that were given up: they count for none.
        var givenUp = 0
        /// Whether defects of its days are left out, because nobody says who found them.
        var hasUnknownFinders = false
    }

    private(set) var releases: [Release] = []
    /// Whether sources say who found a defect.
    let isFoundKnown: Bool
    /// Defects found by users that no release can have, because nobody says when they were reported.
    private(set) var undatedCount = 0
    /// Days of all defects of releases that had their 90 days, ascending.
    private let known: [Int]

    init(_ releasedAt: [Int64], _ items: ItemHistories, _ context: MeasureContext) {
        let zone = context.interpretation.zone
        let limit = DefectRemovalEffectiveness.escapeWindow
        let today = zone.day(atSeconds: context.now)
        let side = FoundSide(items, context.interpretation)
        isFoundKnown = side.isKnown
        let ordered = releasedAt.indices.map { (row: $0, day: context.day(releasedAt[$0])) }.filter { $0.day <= today }
            .sorted { ($0.day, $0.row) < ($1.day, $1.row) }
        var made: [Release] = []
        for (position, release) in ordered.enumerated() {
            let isLast = position + 1 == ordered.count
            made.append(
                Release(
                    row: release.row, day: release.day, age: min(limit, today - release.day),
                    isOver: !isLast || today - release.day > limit))
        }
        for item in context.selected(items) where items.kind[item].isBug {
            let isGivenUp = items.cancelledAt[item] != Instant.missing
            let side = isFoundKnown ? side[item] : .after
            guard side != .before else { continue }
            guard items.requestedAt[item] != Instant.missing else {
                undatedCount += side == .after && !isGivenUp ? 1 : 0
                continue
            }
            let found = context.day(items.requestedAt[item])
            guard found <= today, let last = Self.last(in: made, notAfter: found), found - made[last].day <= limit else { continue }
            if isGivenUp {
                made[last].givenUp += 1
            } else if side == .after {
                made[last].delays.append(found - made[last].day)
            } else {
                made[last].hasUnknownFinders = true
            }
        }
        var delays: [Int] = []
        for (position, release) in made.enumerated() where release.isOver {
            // A release that the next one cut short tells nothing of the days it did not have.
            let next = position + 1 < made.count ? made[position + 1].day - release.day : limit + 1
            if next > limit { delays += release.delays }
        }
        known = delays.sorted()
        releases = made
    }

    /// Which share of a release's defects has shown itself after so many days; nil where no release has had its 90 days with any.
    func shareShown(by age: Int) -> Double? {
        guard !known.isEmpty else { return nil }
        let shown = known.count { $0 <= age }
        return shown > 0 ? Double(shown) / Double(known.count) : nil
    }

    private static func last(in releases: [Release], notAfter day: CalendarDay) -> Int? {
        var (low, high) = (0, releases.count)
        while low < high {
            let middle = (low + high) / 2
            if releases[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
