package import HoneFacts
package import HoneMetrics

/// What each release brought, and beside it how able the team was while it was made: two sides, one axis of time.
package struct ReleasesPicture: Sendable {
    /// A number of the capability side, the same metric in every row.
    package struct Column: Sendable {
        package var metric: String
        package var name: String
        package var unit: MetricUnit
        /// Whether the 85th percentile of a distribution is shown.
        package var isPercentile: Bool
    }

    /// A number that no row can have.
    package struct Gap: Sendable, Equatable {
        package var metric: String
        package var name: String
        package var reason: String
    }

    package var product: String
    package var zone: String
    package var today: CalendarDay
    package var source: ReleaseDays.Source
    /// Newest first.
    package var rows: [ReleaseRow]
    /// Days with a release, those that are not shown among them.
    package var releaseCount: Int
    package var columns: [Column]
    package var gaps: [Gap]
    /// Nil where no release is known.
    package var inherited: InheritedItems?
    /// Finished items of which no source says a release, where sources say it of others.
    package var unreleasedItemCount = 0
}

/// One release: all that came out on its day.
package struct ReleaseRow: Sendable {
    /// What of the product came out with it.
    package struct Brought: Sendable, Equatable {
        /// Changes on the default branch that no release before it had; of a tracker's version, those merged in its days. Nil where
        /// no change was read.
        package var changes: Int?
        /// Finished items by kind; nil where no item was read.
        package var items: [WorkKind: Int]?

        package init(changes: Int?, items: [WorkKind: Int]?) { (self.changes, self.items) = (changes, items) }

        package var itemCount: Int? { items.map { $0.values.reduce(0, +) } }
    }

    package var names: [String]
    /// From the release before it, exclusive, to its own day, inclusive.
    package var window: Window
    /// Whether no release is known before it: its days begin with the history.
    package var isFirst: Bool
    package var brought: Brought
    /// Whether its items are known to be in it; else they were finished in its days.
    package var isBroughtKnown: Bool
    /// One a column of the picture.
    package var capability: [Observation]

    package init(
        names: [String], window: Window, isFirst: Bool = false, brought: Brought, isBroughtKnown: Bool = true, capability: [Observation]
    ) {
        (self.names, self.window, self.isFirst, self.brought) = (names, window, isFirst, brought)
        (self.isBroughtKnown, self.capability) = (isBroughtKnown, capability)
    }

    package var releasedOn: CalendarDay { window.to + -1 }
}
