package import HoneFacts
package import HoneLoop
import HoneStatistics

/// The same change in many groups, in words: the middle of the groups first. Groups stand in the order of their names, not of effects.
package struct GroupedComparisonAnswer {
    let comparison: GroupedComparison
    private let day: CalendarDay?
    private let blanks: Int
    private let sizes: EffectSizeText

    /// - Parameter day: of the change; nil for monthly data, where it was in month 0.
    package init(_ comparison: GroupedComparison, actionOn day: CalendarDay?, blanks: Int) {
        self.comparison = comparison
        self.day = day
        self.blanks = blanks
        sizes = EffectSizeText(comparison.terms)
    }

    package func answer(width: Int) -> Answer {
        Answer(sentence: sentence, facts: facts, chart: chart(width: width - 2), remarks: remarks)
    }

    private var unit: String { comparison.isMonthly ? "month" : "week" }
    private var since: String { day.map(DayText.day) ?? "month 0" }

    private var sentence: String {
        let label = comparison.isMonthly ? "Monthly data. " : ""
        guard let pooled = comparison.pooled else {
            return
                "\(label)Too little data: none of \(CountText.counted(comparison.groups.count, "group")) has enough on both sides of \(since)."
        }
        let way = pooled.median < 0 ? "lower" : "higher"
        return
            "\(label)Since \(since) the level was \(way) in the middle of \(CountText.counted(pooled.groups, "group")): \(text(pooled)). "
            + "There is no control series, and other causes are possible."
    }

    private var facts: [(label: String, text: String)] {
        let all = comparison.groups.count
        let short = comparison.count(.tooLittleData)
        var facts = [("groups", "\(all): \(all - short) read, \(short) with too little data")]
        let words: [Effect] = [.better, .worse, .noMeaningfulChange, .undetermined]
        facts.append(("each for itself", words.map { "\($0.rawValue) \(comparison.count($0))" }.joined(separator: ", ")))
        if let plain = comparison.plain { facts.append(("plain means", "after against before, without a model: \(text(plain))")) }
        if let trend = comparison.trendBefore { facts.append(("before the change", "a \(unit): \(text(trend))")) }
        facts.append(("agreed to matter", "\(comparison.terms.better.rawValue) is better, by \(sizes.agreed) or more"))
        facts.append(("method", method))
        return facts
    }

    private var method: String {
        let design = comparison.terms.design
        let gap = design.gapWeeks == 0 ? "none left out" : design.gapWeeks == 1 ? "its own left out" : "\(design.gapWeeks) left out"
        return
            "level shift over \(unit)ly values, \(design.afterWeeks) \(unit)s after the change, \(gap); the median over groups, "
            + "its limits by drawing groups"
    }

    private var remarks: [String] {
        var remarks = ["A group needs 12 \(unit)s before, 8 values on each side, and values in 6 of the last 12 \(unit)s before."]
        if comparison.readGroups.contains(where: { $0.reading.past == nil }) {
            remarks.append("Where fewer than 20 earlier \(unit)s can be read, a group is not checked against its own past.")
        }
        if blanks > 0 { remarks.append("Left out: \(CountText.counted(blanks, "row")) with a blank cell.") }
        return remarks
    }

    /// Months or weeks as the middle of the groups, then each group that could be read.
    private func chart(width: Int) -> [String] {
        let shown = comparison.moments.suffix(max(0, width - 1))
        guard !shown.isEmpty else { return [] }
        // Distances are turned into amounts from 0 up, because a spark line begins there.
        let levels = shown.map { $0.distance.flatMap { comparison.level($0) } }
        let spark = SparkText.text(levels)
        let split = spark.index(spark.startIndex, offsetBy: shown.count { $0.number < comparison.action })
        return [
            String(spark[..<split]) + "│" + String(spark[split...]),
            "the middle of the groups against their own level before; │ is \(since)", "",
        ] + table(width: width)
    }

    private func table(width: Int) -> [String] {
        TextTable(
            headers: ["group", "before", "after", "effect", "size, 90 % interval"],
            rows: zip(comparison.readGroups, GroupLabel.labels(comparison.readGroups.map(\.name))).map { group, label in
                let size = group.reading.size.map { "\(sizes.end($0.value)) (\(sizes.end($0.lower)) to \(sizes.end($0.upper)))" }
                return [
                    label, String(group.reading.before.items), String(group.reading.after.items), group.reading.effect.rawValue, size ?? "",
                ]
            }, width: width, numeric: [1, 2]
        ).lines
    }

    private func text(_ pool: GroupPool) -> String {
        guard let size = comparison.size(pool.median) else { return "unknown" }
        let ends = pool.interval.flatMap { interval in
            comparison.size(interval.lower).flatMap { lower in
                comparison.size(interval.upper).map { " (\(sizes.end(lower)) to \(sizes.end($0)), 95 % interval)" }
            }
        }
        return sizes.size(size) + (ends ?? "")
    }
}

extension GroupedComparison {
    /// What a distance from the own level before is as an amount: a factor, or points above the lowest.
    fileprivate func level(_ distance: Double) -> Double? {
        guard terms.kind == .shares else { return size(distance) }
        return distance - (moments.compactMap(\.distance).min() ?? 0)
    }
}

/// Names of groups as they are shown: of `owner/name` only the name, because the owner may be a person.
package enum GroupLabel {
    package static func labels(_ names: [String]) -> [String] {
        var seen: [String: Int] = [:]
        return names.map { name in
            let label = name.split(separator: "/").last.map(String.init) ?? name
            let count = (seen[label] ?? 0) + 1
            seen[label] = count
            return count == 1 ? label : "\(label) (\(count))"
        }
    }
}
