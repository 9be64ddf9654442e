package import HoneFacts
import HoneMetrics

/// Measures releases over their own days, all of those that are asked for in one walk. Pure: the same inputs give the same picture.
package struct ReleasesBuilder {
    package let days: ReleaseDays
    private let product: Product
    private let interpretation: Interpretation
    private let histories: Histories
    private let agreements: Agreements
    /// Seconds since 1970.
    private let now: Int64

    package init(product: Product, interpretation: Interpretation, histories: Histories, agreements: Agreements, now: Int64) {
        (self.product, self.interpretation, self.histories) = (product, interpretation, histories)
        (self.agreements, self.now) = (agreements, now)
        days = ReleaseDays(histories, interpretation.zone, now: now)
    }

    /// The numbers that CAPABILITY shows by quarter, and how good it was. None of them is a level. How often something is released is
    /// left out: within the days of one release it would say their number again.
    private static let chosen: [any Metric] = [
        LeadTime(), CycleTime(), Throughput(), ChangeLeadTime(), ImprovementShare(), ReopenRate(), ChangeFailRate(),
        EscapedDefectsPerRelease(), Rework(),
    ]

    /// - Parameter last: so many of the newest.
    package func picture(last count: Int) -> ReleasesPicture {
        picture(of: max(0, days.releases.count - max(1, count))..<days.releases.count)
    }

    /// One release; nil where none has the name.
    package func picture(of name: String) -> ReleasesPicture? { days.place(of: name).map { picture(of: $0..<$0 + 1) } }

    /// - Complexity: that of each metric, and O(rows of it) for all releases together.
    private func picture(of places: Range<Int>) -> ReleasesPicture {
        let page = PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now)
        let windows = Array(days.windows(from: page.firstDay)[places])
        var (columns, gaps): ([ReleasesPicture.Column], [ReleasesPicture.Gap]) = ([], [])
        var measured = [[Observation]](repeating: [], count: windows.count)
        for (metric, result) in observations(over: windows) {
            let definition = metric.definition
            switch result {
            case .failure(let gap): gaps.append(.init(metric: definition.id, name: definition.name, reason: gap.reason))
            case .success(let observations):
                let isPercentile = observations.contains { $0.percentiles != nil }
                columns.append(
                    .init(
                        metric: definition.id, name: definition.name + (isPercentile ? " p85" : ""),
                        unit: observations.first?.unit ?? definition.unit, isPercentile: isPercentile))
                for row in windows.indices { measured[row].append(observations[row]) }
            }
        }
        let brought = BroughtByRelease(days, places, windows, histories, interpretation.zone)
        let rows = windows.indices.map { row in
            ReleaseRow(
                names: days.releases[places.lowerBound + row].names, window: windows[row], isFirst: places.lowerBound + row == 0,
                brought: brought.rows[row], isBroughtKnown: brought.isKnown, capability: measured[row])
        }
        return ReleasesPicture(
            product: product.name, zone: interpretation.zone.name, today: interpretation.zone.day(atSeconds: now), source: days.source,
            rows: rows.reversed(), releaseCount: days.releases.count, columns: columns, gaps: gaps,
            inherited: InheritedItems(days, histories, agreements, interpretation.zone), unreleasedItemCount: brought.unreleasedItemCount)
    }

    private struct NotThere: Error { let reason: String }

    /// What each metric that concerns the product gives in each window, or why it gives nothing in any.
    private func observations(over windows: [Window]) -> [(metric: any Metric, result: Result<[Observation], NotThere>)] {
        guard let first = windows.first, let last = windows.last else { return [] }
        let span = Window(from: first.from, to: last.to)
        let context = MeasureContext(interpretation: interpretation, window: span, now: now).over(span, histories.items)
        return Self.chosen.filter { $0.concerns(histories) }.map { metric in
            switch metric.measure(histories, context) {
            case .unavailable(let reason): return (metric, .failure(NotThere(reason: reason)))
            case .rows(let rows):
                let observations = observe(metric.definition, rows, over: windows, context)
                let isEmpty = rows.summary != .count && observations.allSatisfy { $0.eligible == 0 }
                return (metric, isEmpty ? .failure(NotThere(reason: Self.nothing)) : .success(observations))
            }
        }
    }

    private static let nothing = "Nothing that it counts ended in these days."
}
