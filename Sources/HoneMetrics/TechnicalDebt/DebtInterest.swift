package import HoneFacts
internal import HoneStatistics

/// What working in an area costs more than working elsewhere.
package struct DebtInterest: Metric {
    package init() {}

    /// Fewest items elsewhere that an item is compared with.
    static let fewestMatches = 3

    /// What is said where the limits hold zero.
    static let notShown = "we can't show that it costs us anything"

    package let definition = MetricDefinition(
        id: "debt-interest", version: 1, name: "Debt interest", family: .technicalDebt,
        question: "What does it cost us, week by week, that this part of the code is as it is?",
        formula:
            "for each item finished in the window whose commits touched the area: its hours minus the median hours of the items elsewhere of the same kind, size and quarter, at least \(fewestMatches) of them; size is the changed lines of its commits in powers of four. The middle of these differences is Hodges and Lehmann's, with their exact limits; the value is it times the items a week that touch the area. Hours are time in active stages less blocks; logged hours where no item has stages; never mixed. The area is what debt_areas names, else the folders of the hottest files that hold half of the heat. The limits take the number of items as given and the items as independent",
        unit: .hoursPerWeek, direction: .lower, startEvent: "work begun", endEvent: "item finished",
        needs: "Items with transitions and a stage map, or logged hours; a git history whose commits name them.",
        misuse:
            "A hard area attracts hard items: a match by kind, size and quarter does not make them alike. Where the limits hold zero the answer is \u{22}\(notShown)\u{22}, and that is the answer. Extra defects are not in it. Never a case against who wrote it.",
        guards: ["code-hotspots", "rework", "bug-fix-time"],
        citations: [
            "Cunningham, The WyCash Portfolio Management System, OOPSLA 1992, doi:10.1145/157709.157715: interest",
            "Besker, Martini and Bosch, Software Developer Productivity Loss Due to Technical Debt, JSS 156, 2019, doi:10.1016/j.jss.2019.06.004",
            "Hodges and Lehmann, 1963, doi:10.1214/aoms/1177704172",
        ],
        examples: [DebtInterestExample.example])

    /// Complexity: O(touches + items x log items).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (items, files) = (histories.items, histories.files)
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard let area = DebtArea(histories, context) else {
            return .unavailable("Not available: neither debt_areas nor the tree at HEAD says which part of the code is meant.")
        }
        let hasStages = items.hasTransitions.contains(true) && items.activeSeconds.isFilled
        guard hasStages || items.loggedSeconds.isFilled else {
            return .unavailable("Not available: no item has time in active stages or logged hours.")
        }
        let touching = TouchingItems(histories, area)
        var matched = MatchedItems()
        var excluded: [(item: Int, day: CalendarDay, reason: String)] = []
        for item in context.selected(items) where items.finishedAt[item] != Instant.missing {
            let day = context.day(items.finishedAt[item])
            guard context.window.contains(day) else { continue }
            let hours = hasStages ? (items.hasTransitions[item] ? items.activeSeconds[item] : Instant.missing) : items.loggedSeconds[item]
            if touching.changedLines[item] < 0 {
                excluded.append((item, day, "no-commits"))
            } else if hours == Instant.missing {
                excluded.append((item, day, hasStages ? "no-transitions" : "no-logged-time"))
            } else {
                matched.add(
                    item, day, hours: Double(hours) / 3600, isTouching: touching.isTouching[item], kind: items.kind[item],
                    lines: touching.changedLines[item])
            }
        }
        let differences = matched.differences(fewest: Self.fewestMatches)
        let known = differences.compactMap { $0.hours }
        let perWeek = context.window.length > 0 ? Double(differences.count) * 7 / Double(context.window.length) : 0
        let middle = HodgesLehmann.pseudomedian(known, level: Observation.intervalLevel)
        // Differences that are all zero have no ranks: no difference at all was seen.
        let extra = middle?.estimate ?? (known.isEmpty ? nil : 0)
        var rows = MeasuredRows(.items, unit: .hoursPerWeek, summary: .whole(extra.map { $0 * perWeek }))
        if let middle, middle.coverage >= Observation.intervalLevel - 1e-9 {
            rows.interval = Interval(
                level: Observation.intervalLevel, lower: middle.interval.lower * perWeek, upper: middle.interval.upper * perWeek,
                method: middle.interval.method)
        }
        let isShown = rows.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false
        rows.source = "\(area.words): \(hasStages ? "time in active stages" : "logged time")\(isShown ? "" : "; \(Self.notShown)")"
        for row in differences {
            if let hours = row.hours {
                rows.keep(row.item, endDay: row.day, value: hours)
            } else {
                rows.exclude(row.item, endDay: row.day, reason: "nothing-like-it-elsewhere")
            }
        }
        for row in excluded { rows.exclude(row.item, endDay: row.day, reason: row.reason) }
        return .rows(rows)
    }
}

/// Finished items in groups of one kind, size and quarter.
private struct MatchedItems {
    private struct Group: Hashable {
        let kind: WorkKind
        let size: Int
        let quarter: Int
    }

    private var inside: [(item: Int, day: CalendarDay, hours: Double, group: Group)] = []
    private var elsewhere: [Group: [Double]] = [:]

    mutating func add(_ item: Int, _ day: CalendarDay, hours: Double, isTouching: Bool, kind: WorkKind, lines: Int) {
        let civil = day.civil
        // Powers of four: 0, 1-3, 4-15, 16-63, 64-255 ...
        let size = (Int.bitWidth - lines.leadingZeroBitCount + 1) / 2
        let group = Group(kind: kind, size: size, quarter: civil.year * 4 + (civil.month - 1) / 3)
        if isTouching {
            inside.append((item, day, hours, group))
        } else {
            elsewhere[group, default: []].append(hours)
        }
    }

    /// Hours of each item of the area over those of its like elsewhere; nil where there are too few of its like.
    func differences(fewest: Int) -> [(item: Int, day: CalendarDay, hours: Double?)] {
        let middles = elsewhere.filter { $0.value.count >= fewest }.compactMapValues { Quantile.median(sorted: Ascending.values($0)) }
        return inside.map { row in (row.item, row.day, middles[row.group].map { row.hours - $0 }) }
    }
}
