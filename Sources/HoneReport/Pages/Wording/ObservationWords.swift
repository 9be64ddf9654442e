import HoneFacts
import HoneLoop
package import HoneMetrics
import HoneStatistics

/// One observation in words: the answer first, then everything a number needs. Terminal, Markdown and page say the same.
package struct ObservationWords {
    let observation: Observation
    /// The metric's own definition, where it is known.
    let definition: MetricDefinition?

    package init(_ observation: Observation, _ definition: MetricDefinition? = nil) {
        self.observation = observation
        self.definition = definition
    }

    /// The answer in a sentence. Undefined says so and never prints 0.
    package var answer: String {
        if let reason = observation.unavailableReason { return reason }
        if isRangeOnly, let percentiles = observation.percentiles {
            return "Up to \(text(percentiles.p95)). Too few for percentiles: n is \(observation.n), below \(Observation.smallSample)."
        }
        if let percentiles = observation.shownPercentiles {
            return "Half within \(text(percentiles.p50)), 85 % within \(text(percentiles.p85)), 95 % within \(text(percentiles.p95))."
        }
        guard let value = observation.value else {
            if let interval = observation.interval {
                return
                    "Somewhere in \(ValueText.range(interval.lower, interval.upper, unit: observation.unit)): \(interval.method == "day-not-known" ? "of some nobody says on which day they were done" : "too few items have a known kind for one number")."
            }
            return observation.undefinedReason ?? "Undefined."
        }
        let count = observation.denominator == nil ? " in all" : " on average"
        let noun = observation.unit == .items ? (value == 1 ? " item" : " items") : observation.unit == .count ? count : ""
        return "\(text(value))\(noun)\(fraction)."
    }

    /// `(4 of 46)` where it is the things themselves that are counted, and not their hours or lines.
    private var fraction: String {
        guard let numerator = observation.numerator, let denominator = observation.denominator, denominator == Double(observation.n) else {
            return ""
        }
        return " (\(ValueText.short(numerator)) \(observation.unit == .share ? "of" : "in") \(ValueText.short(denominator)))"
    }

    /// Below eleven, pages show the range only.
    var isRangeOnly: Bool { observation.isSmallSample && observation.percentiles != nil }

    /// The value a table cell shows.
    var short: String {
        guard observation.isAvailable else { return "none" }
        if isRangeOnly { return "up to \(text(observation.percentiles?.p95))" }
        if observation.value == nil, let interval = observation.interval {
            return ValueText.range(interval.lower, interval.upper, unit: observation.unit)
        }
        return text(observation.value)
    }

    func text(_ value: Double?) -> String { ValueText.text(value, unit: observation.unit) }

    /// What stands behind the answer, label by label.
    package var facts: [(label: String, text: String)] {
        var facts = [
            ("from, to", "\(observation.events.start) → \(observation.events.end)"),
            ("window", DayText.span(observation.window) + (observation.isNotOver ? ", not over yet" : "") + unread),
        ]
        guard observation.isAvailable else { return facts }
        facts.append(("n", "\(ValueText.grouped(observation.n)) of \(ValueText.grouped(observation.eligible)) eligible"))
        if !observation.excluded.isEmpty { facts.append(("left out", Self.counted(observation.excluded, CodeWords.exclusion))) }
        if !observation.flags.isEmpty { facts.append(("noted", Self.listed(observation.flags, CodeWords.flag))) }
        if let mean = observation.mean, !isRangeOnly { facts.append(("mean", text(mean))) }
        if let interval = observation.interval, !isRangeOnly {
            let range = ValueText.range(interval.lower, interval.upper, unit: observation.unit)
            let level = interval.level < 1 ? "\(ValueText.percent(interval.level)) %, " : ""
            facts.append(("interval", "\(range) (\(level)\(CodeWords.method(interval.method)))"))
        }
        if let interval = observation.percentiles?.p85Interval, !isRangeOnly {
            facts.append(
                (
                    "of 85 %",
                    "\(ValueText.range(interval.lower, interval.upper, unit: observation.unit)) (\(ValueText.percent(interval.level)) %)"
                ))
        }
        if let source = observation.source { facts.append(("source", source)) }
        if let signs = SignWords.sentences(observation.signs) { facts.append(("\(SignWords.mark) pattern", signs)) }
        facts.append(("definition", "\(observation.metric), version \(observation.definitionVersion)"))
        return facts
    }

    private var unread: String { observation.unread.map { ", not read since \(DayText.day($0.since))" } ?? "" }

    /// `12: 8 cancelled; 4 no request date`: each history is left out for one reason, so they add up.
    static func counted(_ counts: [String: Int], _ words: (String) -> String) -> String {
        let list = listed(counts, words)
        return counts.count > 1 ? "\(ValueText.grouped(counts.values.reduce(0, +))): \(list)" : list
    }

    /// `21 came back to a stage; 9 skipped a stage`, most frequent first. One history may carry several flags.
    package static func listed(_ counts: [String: Int], _ words: (String) -> String) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(ValueText.grouped($0.value)) \(words($0.key))" }
            .joined(separator: "; ")
    }

    /// The command that prints the same number with the rows behind it.
    package var command: String {
        var command = "hone metric show \(observation.metric) --from \(observation.window.from) --to \(observation.window.to)"
        if observation.unit == .workingDays || observation.options.calendar == .working { command += " --calendar working" }
        if observation.unit == .hours, definition?.unit == .days { command += " --elapsed" }
        let options = observation.options
        for kind in (options.kinds ?? []).sorted() { command += " --kind \(kind.rawValue)" }
        for type in (options.types ?? []).sorted() { command += " --type '\(type)'" }
        if let grouping = options.grouping { command += " --by \(grouping.rawValue)" }
        if let level = options.serviceLevel { command += " --sle \(level.percent)/\(level.days)" }
        if let days = options.stalledAfterDays { command += " --stalled-after \(days)" }
        return command + " --rows"
    }

    /// The parts of the metric, as a table.
    package var parts: (headers: [String], rows: [[String]])? {
        guard !observation.parts.isEmpty else { return nil }
        let hasPercentiles = observation.parts.contains { $0.observation.percentiles != nil }
        let hasExcluded = observation.parts.contains { !$0.observation.excluded.isEmpty }
        // A part without percentiles is no time within which half are over.
        let isAlike = observation.parts.allSatisfy { !$0.observation.isAvailable || $0.observation.percentiles != nil }
        let headers = ["part", hasPercentiles && isAlike ? "half within" : "value"] + (hasPercentiles ? ["85 % within"] : []) + ["n"]
        let rows = observation.parts.map { part in
            let words = ObservationWords(part.observation)
            let p85 = words.isRangeOnly ? "too few" : words.text(part.observation.percentiles?.p85)
            let excluded = hasExcluded ? [Self.counted(part.observation.excluded, CodeWords.exclusion)] : []
            let isRunning = part.observation.isNotOver && observation.options.grouping != nil
            let isUnread = part.observation.unread != nil && part.observation.window != observation.window
            let name =
                part.name + (isRunning ? " (not over yet)" : part.observation.isPartial ? " (cut by the window)" : "")
                + (isUnread ? part.observation.isAvailable ? " (not all read)" : " (not read)" : "")
            return [name, words.short] + (hasPercentiles ? [p85] : []) + [ValueText.grouped(part.observation.n)] + excluded
        }
        return (headers + (hasExcluded ? ["left out"] : []), rows)
    }
}
