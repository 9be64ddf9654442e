package import HoneFacts

/// What is open now and was there before the work after the last release began, by the release that it came in with.
package struct InheritedItems: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        /// `1.2`, or `before 1.0` for what is older than the first release that is known.
        package var label: String
        package var items = 0
        /// Those of the items that are bugs.
        package var bugs = 0
        /// Improvements shaped as debt that nobody has promised to pay.
        package var debts = 0
        /// Improvements that are noted and have no kind yet.
        package var notes = 0

        package init(_ label: String, items: Int = 0, bugs: Int = 0, debts: Int = 0, notes: Int = 0) {
            (self.label, self.items, self.bugs, self.debts, self.notes) = (label, items, bugs, debts, notes)
        }
    }

    /// The newest release first.
    package let lines: [Line]
    /// The last release, and the day it came out.
    package let lastName: String
    package let lastDay: CalendarDay
    /// What is open and came in after it: not inherited.
    package let since: Line
    /// Open items without a day that they came in.
    package let undatedCount: Int
    /// Whether any work item was read: else it is not known what is open.
    package let hasItems: Bool

    package init(lines: [Line], lastName: String, lastDay: CalendarDay, since: Line, undatedCount: Int, hasItems: Bool = true) {
        (self.lines, self.lastName, self.lastDay, self.since, self.undatedCount) = (lines, lastName, lastDay, since, undatedCount)
        self.hasItems = hasItems
    }

    /// Nil where no release is known, or neither items nor improvements are. Complexity: O(items x log releases).
    init?(_ days: ReleaseDays, _ histories: Histories, _ agreements: Agreements, _ zone: ZoneTable) {
        guard let first = days.releases.first, let last = days.releases.last,
            histories.items.totalCount > 0 || !agreements.improvements.isEmpty
        else { return nil }
        (lastName, lastDay) = (last.names.last ?? "", last.day)
        var counts = days.releases.map { Line($0.name) }
        var before = Line("before \(first.names.first ?? "")")
        var since = Line("since \(lastName)")
        var undated = 0
        func add(_ arrival: ReleaseDays.Arrival?, _ change: (inout Line) -> Void) {
            switch arrival {
            case .before: change(&before)
            case .within(let place): change(&counts[place])
            case .after, nil: change(&since)
            }
        }
        let items = histories.items
        for item in 0..<items.count where items.finishedAt[item] == Instant.missing && items.cancelledAt[item] == Instant.missing {
            guard let arrival = days.arrival(of: item, items, reportedOn: items.cameIn(item, zone)) else {
                undated += 1
                continue
            }
            add(arrival) { line in
                line.items += 1
                if items.kind[item].isBug { line.bugs += 1 }
            }
        }
        for improvement in agreements.improvements {
            let day = improvement.listing?.notedOn ?? zone.day(atSeconds: improvement.notedAt)
            if improvement.isInDebtRegister {
                add(days.arrival(on: day)) { $0.debts += 1 }
            } else if case .noted = improvement.state {
                add(days.arrival(on: day)) { $0.notes += 1 }
            }
        }
        lines = (counts.reversed() + [before]).filter { $0.items + $0.debts + $0.notes > 0 }
        (self.since, undatedCount, hasItems) = (since, undated, items.totalCount > 0)
    }
}

extension ItemHistories {
    /// The day an item was reported or requested; of a board without such days, the first one that it was seen.
    fileprivate func cameIn(_ item: Int, _ zone: ZoneTable) -> CalendarDay? {
        requestedAt[item] != Instant.missing ? zone.day(Instant(rawValue: requestedAt[item])) : firstDay(of: item, zone)
    }
}
