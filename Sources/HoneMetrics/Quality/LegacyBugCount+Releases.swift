import HoneFacts

/// Which release the old bugs came in with, where releases are known.
extension LegacyBugCount {
    /// Older releases are one part.
    private static let shownReleases = 5

    /// - Complexity: O(releases x log releases + bugs x log releases).
    static func byRelease(
        _ old: [(item: Int, reported: CalendarDay)], at today: CalendarDay, _ histories: Histories, _ context: MeasureContext
    ) -> [(name: String, rows: MeasuredRows)] {
        guard !old.isEmpty, histories.git.releases.count + histories.versions.count > 0 else { return [] }
        let days = ReleaseDays(histories, context.interpretation.zone, now: context.levelSeconds)
        let empty = MeasuredRows(.items, unit: .count, summary: .level)
        var (before, after) = (empty, empty)
        var (beforeName, afterName) = ("", "")
        var within: [Int: MeasuredRows] = [:]
        for bug in old {
            switch days.arrival(of: bug.item, histories.items, reportedOn: bug.reported) {
            case .before(let name):
                beforeName = "came in before \(name)"
                before.keep(bug.item, endDay: today, value: 1)
            case .within(let place): within[place, default: empty].keep(bug.item, endDay: today, value: 1)
            case .after(let name):
                afterName = "came in after \(name)"
                after.keep(bug.item, endDay: today, value: 1)
            case nil: break
            }
        }
        let newest = within.keys.sorted(by: >)
        var parts = after.count > 0 ? [(afterName, after)] : []
        parts += newest.prefix(shownReleases).map { place in
            ("came in with \(days.releases[place].name)", within[place] ?? empty)
        }
        let rest = newest.dropFirst(shownReleases)
        if !rest.isEmpty {
            var together = empty
            for place in rest.reversed() {
                for row in within[place]?.index ?? [] { together.keep(Int(row), endDay: today, value: 1) }
            }
            parts.append(("came in with \(rest.count) earlier release\(rest.count == 1 ? "" : "s")", together))
        }
        return before.count > 0 ? parts + [(beforeName, before)] : parts
    }
}
