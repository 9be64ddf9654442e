package import HoneFacts
package import HoneMetrics
package import HoneStatistics

extension DatedRows {
    /// The dated values behind a metric: what its weekly values are made of.
    ///
    /// - Parameter covered: the days that the evidence is known to cover.
    /// - Returns: nil for numbers that are no sum over dated rows: levels at one instant, ratios, values of all histories together.
    package init?(_ rows: MeasuredRows, covered: Window) {
        guard let kind = Self.kind(of: rows) else { return nil }
        let kept = rows.keptPositions.filter { covered.contains(rows.endDay[$0]) }
        let isKindShare = rows.summary == .improvementShare
        let leftOut =
            rows.leftOut(in: covered) + (isKindShare ? kept.filter { rows.value[$0] < 0 }.map { (rows.endDay[$0], "unclassified") } : [])
        switch (kind, rows.summary) {
        case (.shares, .improvementShare):
            let known = kept.filter { rows.value[$0] >= 0 }
            self.init(
                days: known.map { rows.endDay[$0] },
                values: .shares(successes: known.map { Int(rows.value[$0]) }, trials: known.map { _ in 1 }), covered: covered,
                leftOut: leftOut)
        case (.shares, _):
            self.init(
                days: kept.map { rows.endDay[$0] },
                values: .shares(successes: kept.map { rows.value[$0] == 1 ? 1 : 0 }, trials: kept.map { _ in 1 }), covered: covered,
                leftOut: leftOut)
        case (.durations, _):
            self.init(
                days: kept.map { rows.endDay[$0] }, values: .durations(kept.map { max(0, rows.value[$0]) }, smallestUnit: nil),
                covered: covered, leftOut: leftOut)
        case (.counts, _):
            // A week before the first item on record may be one that an export no longer tells of: it is no week without any. The week of
            // the first itself would be there for that one alone. A repository tells of all its weeks.
            let first = rows.subject == .items ? kept.lazy.map { rows.endDay[$0] }.min().map { min($0 + 1, covered.to) } : nil
            self.init(
                days: kept.map { rows.endDay[$0] }, values: .counts(kept.map { _ in 1 }),
                covered: Window(from: max(covered.from, first ?? covered.from), to: covered.to), leftOut: leftOut)
        }
    }

    /// The scale on which the weekly values of a metric are compared; nil where it has none.
    package static func kind(of rows: MeasuredRows) -> WeeklySeries.Kind? {
        switch rows.summary {
        case .days, .hours: .durations
        case .count, .perWeek, .daysPerWeek: .counts
        case .share, .improvementShare: .shares
        // Values that somebody measured on a day: amounts, as durations are.
        case .whole: rows.subject == .measurements ? .durations : nil
        case .ratio, .perRow, .level, .levelDays, .levelHours, .levelShare, .percentile, .rateRatio, .survival, .doneWithin,
            .improvementMet:
            nil
        }
    }
}

extension MeasuredRows {
    /// The rows that ended in a window and have no value, with the reason of each. Complexity: O(rows).
    fileprivate func leftOut(in window: Window) -> [(day: CalendarDay, reason: String)] {
        (0..<count).filter { window.contains(endDay[$0]) }.compactMap { position in
            exclusion[position].map { (endDay[position], $0) }
        }
    }
}

/// The evidence that effects are read from.
package struct EffectEvidence: Sendable {
    package let histories: Histories
    package let interpretation: Interpretation
    package let product: Product
    /// Seconds since 1970.
    package let now: Int64
    /// The days that the evidence covers, today left out: it is not over.
    package let covered: Window
    /// The days of the oldest and the newest measure of the product.
    private let measuredDays: (first: CalendarDay, last: CalendarDay)?

    package init(_ histories: Histories, _ interpretation: Interpretation, _ product: Product, now: Int64) {
        (self.histories, self.interpretation, self.product, self.now) = (histories, interpretation, product, now)
        let page = PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now)
        let today = interpretation.zone.day(atSeconds: now)
        // Where nothing has ended for more than a week, the evidence may have ended itself: its silence is not known to be silence.
        // And what nobody has read since is not known at all.
        let read = interpretation.zone.day(atSeconds: histories.known(until: now))
        let end = page.lastDay.flatMap { $0 + 8 < read ? $0 + 1 : nil } ?? read
        covered = Window(from: min(page.firstDay ?? end, end), to: end)
        let measured = histories.measurements.measuredAt.filter { $0 != Instant.missing }.map {
            interpretation.zone.day(Instant(rawValue: $0))
        }.filter { $0 <= today }
        measuredDays = measured.min().flatMap { first in measured.max().map { (first, $0) } }
    }

    private init(_ other: EffectEvidence, before day: CalendarDay) {
        (histories, interpretation, product) = (other.histories, other.interpretation, other.product)
        now = other.interpretation.zone.startOfDay(day)
        covered = Window(from: min(other.covered.from, day), to: min(other.covered.to, day))
        measuredDays = other.measuredDays
    }

    /// As it stood when a day began: what ended on it or later counts for nothing.
    package func before(_ day: CalendarDay) -> EffectEvidence { EffectEvidence(self, before: day) }

    /// The days that the evidence of a metric covers: measures of the product go on where nothing is finished, and the other way.
    package func covered(by metric: String) -> Window {
        guard metric == ProductMeasures().definition.id, let days = measuredDays else { return covered(by: Catalogue.metric(metric)) }
        let read = interpretation.zone.day(atSeconds: histories.known(until: now, of: .measurements))
        let end = days.last + 8 < read ? days.last + 1 : read
        return Window(from: min(days.first, end), to: end)
    }

    /// The days up to which the sources were read that the metric stands on: another source may have been read since.
    private func covered(by metric: (any Metric)?) -> Window {
        let nothing = MeasureContext(interpretation: interpretation, window: Window(from: covered.to, to: covered.to), now: now)
        guard let metric, case .rows(let rows) = metric.measure(histories, nothing.over(nothing.window)) else { return covered }
        let end = min(covered.to, interpretation.zone.day(atSeconds: histories.known(until: now, of: rows.subject)))
        return Window(from: min(covered.from, end), to: end)
    }

    package var today: CalendarDay { interpretation.zone.day(atSeconds: now) }

    /// The rows of a metric, or of one part of it, over everything that is covered.
    /// - Throws: `Refusal` where there are none, or none that can be compared week by week.
    package func rows(_ metric: String, part: String) throws(Refusal) -> MeasuredRows {
        guard let known = Catalogue.metric(metric) else {
            throw Refusal(Catalogue.absence(of: metric))
        }
        let context = MeasureContext(interpretation: interpretation, window: covered(by: metric), now: now)
        switch known.measure(histories, context) {
        case .unavailable(let reason): throw Refusal("\(known.definition.name) cannot be measured here. \(reason)")
        case .rows(let rows):
            guard !part.isEmpty else { return try comparable(rows, known.definition.name) }
            let names = rows.parts.map(\.name).filter { !$0.hasSuffix(", before the window") }
            let name = part.lowercased()
            let found = rows.parts.first { $0.name.lowercased() == name || $0.name.lowercased().hasPrefix(name + " (") }
            guard let found else {
                let there = names.isEmpty ? "It has no parts." : "There are: \(names.joined(separator: ", "))."
                throw Refusal("\(known.definition.name) has no part '\(part)'. \(there)")
            }
            return try comparable(found.rows, found.name)
        }
    }

    private func comparable(_ rows: MeasuredRows, _ name: String) throws(Refusal) -> MeasuredRows {
        guard DatedRows.kind(of: rows) == nil else { return rows }
        let why =
            rows.summary == .ratio || rows.summary == .perRow
            ? "is a quotient of two sums, and a few large things make a week of it, so weeks cannot be compared yet"
            : "is one number at one time, without a value for each thing that ended, so weeks cannot be compared"
        let others = measurable.prefix(3)
        let advice =
            others.isEmpty
            ? "No metric of times, shares or counts can be measured here yet; hone doctor says what they need."
            : "Take a metric of times, shares or counts; here such as \(others.joined(separator: ", "))."
        throw Refusal("\(name) \(why). \(advice)")
    }

    /// Metrics that people take most, those of them that this product has evidence for.
    var measurable: [String] {
        let context = MeasureContext(interpretation: interpretation, window: covered, now: now)
        func rows(_ metric: some Metric) -> MeasuredRows? {
            if case .rows(let rows) = metric.measure(histories, context) { rows } else { nil }
        }
        let usual: [any Metric] = [CycleTime(), ReopenRate(), Throughput(), ChangeLeadTime(), ChangeOpenTime(), ReleaseFrequency()]
        let known = usual.filter { rows($0)?.keptPositions.isEmpty == false }.map(\.definition.id)
        guard known.isEmpty else { return known }
        let prototype = rows(StageTime())?.parts.first { $0.name == "group: prototype" && !$0.rows.keptPositions.isEmpty }
        return prototype.map { ["stage-time --part \"\($0.name)\""] } ?? []
    }

    /// What single values of a number are counted in; empty where nobody says, and for counts.
    package func unit(of measure: EffectMeasure) -> String {
        switch Catalogue.metric(measure.metric)?.definition.unit {
        case .hours, .workHours: return "h"
        case .days: return "d"
        case .workingDays: return "working days"
        case .own:
            let measurements = histories.measurements
            // Without a part it is the only measure that there is.
            let last = (0..<measurements.count).last {
                measure.part.isEmpty || measurements.name[$0].lowercased() == measure.part.lowercased()
            }
            return last.map { measurements.unit[$0] } ?? ""
        default: return ""
        }
    }

    /// Nil where the weekly values cannot be made.
    /// - Parameter day: of an action; what lies before the last change of life cycle in front of it is no history of it.
    package func record(_ measure: EffectMeasure, actionOn day: CalendarDay? = nil) -> WeeklyRecord? {
        guard let rows = try? rows(measure.metric, part: measure.part), DatedRows.kind(of: rows) == measure.kind else { return nil }
        let record = DatedRows(rows, covered: covered(by: measure.metric)).flatMap { WeeklyRecord($0) }
        guard let day, let change = product.lifeCycleChanges(until: day + -1).last else { return record }
        return record?.since(change)
    }
}
