package import HoneFacts

/// A day from which on a number is read, or meant, in another way: a dated divider in its charts.
package struct Break: Sendable, Equatable {
    package var day: CalendarDay
    /// For example `Kanban` or `KPI v2`.
    package var label: String

    package init(day: CalendarDay, label: String) {
        (self.day, self.label) = (day, label)
    }

    /// Where the life cycle of the product became another one, and where a KPI on the metric was agreed in another version or of
    /// another definition, or ended as nobody reviewed it; ascending.
    /// - Parameters:
    ///   - metric: id; empty for a chart that stands on none.
    ///   - today: what is to change later has changed nothing yet.
    package static func all(
        of metric: String, _ product: Product, _ agreements: Agreements, _ zone: ZoneTable, until today: CalendarDay
    ) -> [Break] {
        let versions = agreements.kpis.filter { $0.metric == metric && !metric.isEmpty }.flatMap { kpi in
            let ratified = kpi.versions.filter { $0.ratifiedAt != nil }
            // Each holds until it expires, or the next one is agreed, or the last is retired.
            let ends = ratified.indices.compactMap { place -> Break? in
                let isLast = place + 1 == ratified.count
                let next = isLast ? (kpi.active == nil ? nil : today + 1) : ratified[place + 1].ratifiedAt.map { zone.day(atSeconds: $0) }
                let day = ratified[place].terms.reviewOn + ActiveKPI.grace
                guard let next, day < next else { return nil }
                return Break(day: day, label: "KPI v\(ratified[place].number) expired")
            }
            return ends
                + ratified.indices.compactMap { place -> Break? in
                    guard let at = ratified[place].ratifiedAt else { return nil }
                    let definition = ratified[place].terms.definitionVersion
                    let isOther = place > 0 && ratified[place - 1].terms.definitionVersion != definition
                    return Break(
                        day: zone.day(atSeconds: at),
                        label: "KPI v\(ratified[place].number)" + (isOther ? ", definition v\(definition)" : ""))
                }
        }
        return (product.lifeCycleChanges(until: today) + versions).sorted { ($0.day, $0.label) < ($1.day, $1.label) }
    }
}

extension Product {
    /// The days from which on its life cycle was another one, ascending; a period that goes on with the same one changes nothing.
    package func lifeCycleChanges(until today: CalendarDay) -> [Break] {
        zip(lifeCycles, lifeCycles.dropFirst()).compactMap { before, period in
            guard let from = period.from, from <= today, period.kind != before.kind else { return nil }
            return Break(day: from, label: period.kind.name)
        }
    }
}
