package import HoneFacts
internal import HoneStatistics

/// What working in an area costs more than working elsewhere.
package struct DebtInterest: Metric {
    package init() {}

    /// What is said where the limits hold zero.
    static let notShown = "we can't show that it costs us anything"

    package let definition = MetricDefinition(
        id: "debt-interest", version: 2, name: "Debt interest", family: .technicalDebt,
        question: "What does it cost us, week by week, that this part of the code is as it is?",
        formula:
            "extra time + extra bugs, both in hours a week, of items finished in the window that commits name. Extra time: for each item whose commits touched the area, its hours minus the median hours of the items elsewhere of the same kind, size and quarter, at least \(InterestFrame.fewestMatches) of them; the median of these differences times the items a week that touch the area. Extra bugs: bugs that touched the area, less the bugs that would have if the other work there had as many to it as the other work elsewhere, times the median hours of the bugs elsewhere. Size is the changed lines of an item's commits in powers of four. Hours are time in active stages less blocks; logged hours where no item has stages; never mixed. The area is what debt_areas names, else the folders of the hottest files that hold half of the heat. Limits: bootstrap of the weeks in circular blocks of about the cube root of their number, \(InterestFrame.resamples) resamples, seed \(InterestFrame.seed); widened where the value itself lies outside. Without a kind for any item there are no bugs to count, and the extra time stands alone",
        unit: .hoursPerWeek, direction: .lower, startEvent: "work begun", endEvent: "item finished",
        needs:
            "Items with transitions and a stage map, or logged hours; a git history whose commits name them; for extra bugs also kinds of work.",
        misuse:
            "A hard area attracts hard items: a match by kind, size and quarter does not make them alike. Where the limits hold zero the answer is \u{22}\(notShown)\u{22}, and that is the answer. An area that everything touches has nothing to be compared with. Never a case against who wrote it.",
        guards: ["code-hotspots", "rework", "bug-fix-time"],
        citations: [
            "Cunningham, The WyCash Portfolio Management System, OOPSLA 1992, doi:10.1145/157709.157715: interest",
            "Besker, Martini and Bosch, Software Developer Productivity Loss Due to Technical Debt, JSS 156, 2019, doi:10.1016/j.jss.2019.06.004",
            "Limits: Politis and Romano, A circular block-resampling procedure for stationary data, in Exploring the Limits of Bootstrap, 1992; Lahiri, Resampling Methods for Dependent Data, 2003, doi:10.1007/978-1-4757-3803-2",
        ],
        examples: [DebtInterestExample.time, DebtInterestExample.bugs])

    /// Complexity: O(touches + (resamples + 1) x items x log items).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (items, files) = (histories.items, histories.files)
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard let area = DebtArea(histories, context) else {
            return .unavailable("Neither debt_areas nor the tree at HEAD says which part of the code is meant.")
        }
        let hasStages = items.hasTransitions.contains(true) && items.activeSeconds.isFilled
        guard hasStages || items.loggedSeconds.isFilled else {
            return .unavailable("No item has time in active stages or logged hours.")
        }
        let touching = TouchingItems(histories, area)
        var frame = InterestFrame(context.window)
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
                frame.add(
                    item, day, hours: Double(hours) / 3600, isTouching: touching.isTouching[item], kind: items.kind[item],
                    lines: touching.changedLines[item])
            }
        }
        let interest = frame.interest()
        var rows = MeasuredRows(.items, unit: .hoursPerWeek, summary: .whole(interest.whole))
        rows.interval = interest.limits?.whole
        let isShown = rows.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false
        rows.source = "\(area.words): \(hasStages ? "time in active stages" : "logged time")\(isShown ? "" : "; \(Self.notShown)")"
        for row in frame.differences {
            if let hours = row.hours {
                rows.keep(row.item, endDay: row.day, value: hours)
            } else {
                rows.exclude(row.item, endDay: row.day, reason: "nothing-like-it-elsewhere")
            }
        }
        for row in excluded { rows.exclude(row.item, endDay: row.day, reason: row.reason) }
        rows.parts = parts(interest, rows, bugs: frame.bugsInside)
        return .rows(rows)
    }

    /// What the value is made of: the extra time with the items it is from, and the extra bugs with the bugs of the area.
    private func parts(
        _ interest: InterestFrame.Interest, _ whole: MeasuredRows, bugs: [(item: Int, day: CalendarDay, hours: Double)]
    ) -> [(name: String, rows: MeasuredRows)] {
        var time = whole.summarised(as: .whole(interest.time), unit: .hoursPerWeek)
        time.interval = interest.limits?.time
        guard let extra = interest.bugs else { return [("extra time of its items", time)] }
        var rows = MeasuredRows(.items, unit: .hoursPerWeek, summary: .whole(extra.hours))
        rows.interval = interest.limits?.bugs
        for bug in bugs { rows.keep(bug.item, endDay: bug.day, value: bug.hours) }
        let expected = (extra.expected * 10).rounded() / 10
        return [
            ("extra time of its items", time), ("extra bugs: \(bugs.count) where \(expected) were to be expected", rows),
        ]
    }
}
