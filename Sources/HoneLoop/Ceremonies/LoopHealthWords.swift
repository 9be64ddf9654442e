internal import HoneFacts

/// Loop health in sentences, with the words of a life cycle.
package struct LoopHealthWords {
    let health: LoopHealth
    let ceremony: String
    let ceremonies: String
    let iteration: String

    package init(_ health: LoopHealth, _ lifeCycle: LifeCycle) {
        self.health = health
        // Each is called what it is, the life cycle's own first; before any was held there is only that one to speak of.
        let held = Set(health.kinds.map { $0.name(in: lifeCycle) })
        let others = held.subtracting([lifeCycle.ceremony]).sorted()
        let names = (others.isEmpty || held.contains(lifeCycle.ceremony) ? [lifeCycle.ceremony] : []) + others
        ceremony = names.joined(separator: " or ")
        ceremonies = names.map { "\($0)s" }.joined(separator: " or ")
        iteration = lifeCycle.iteration
    }

    /// Where improvement lives: `a retrospective about every 14 days (7 of 8 sprints had one), last one 6 d ago`.
    package var rhythm: String {
        let held = health.held
        guard let lastOn = held.lastOn else {
            // A gate that is planned is on record, and was not held.
            let none = "no \(ceremony == LifeCycle.phased.ceremony ? "closed " : "")\(ceremony) is on record yet"
            return missed.isEmpty ? "N\(none.dropFirst())." : missed + none
        }
        let last = "last one \(health.today - lastOn) d ago"
        let iterations =
            held.iterations.flatMap { $0.of == 0 ? nil : " (\($0.count) of \(CountText.counted($0.of, iteration)) had one)" } ?? ""
        guard held.count > 0 else { return missed + "no \(ceremony) in the last \(length)\(iterations), \(last)" }
        guard let gap = held.usualGap else {
            return missed + "\(countHeld) in \(length)\(iterations), \(last)"
        }
        return missed + "a \(ceremony) about every \(ValueText.short(gap)) days\(iterations), \(last)"
    }

    /// Whole weeks, where there are some: days of the running one are counted, and told once it is whole.
    private var length: String {
        let weeks = health.held.window.length / 7
        return weeks < 4 ? DayText.length(health.held.window) : CountText.counted(weeks, "week")
    }

    /// `1 skipped on purpose (release week); 1 gate is past its day; `, in front of what was held; empty where none was.
    private var missed: String {
        let skipped = health.held.skipped.last.map { "\(health.held.skipped.count) skipped on purpose (\($0.reason)); " } ?? ""
        let lapsed = health.lapsedGates
        return skipped
            + (lapsed > 0
                ? "\(CountText.counted(lapsed, "gate")) \(lapsed == 1 ? "is" : "are") past \(lapsed == 1 ? "its" : "their") day; " : "")
    }

    private var countHeld: String { "\(ValueText.grouped(health.held.count)) \(health.held.count == 1 ? ceremony : ceremonies)" }

    /// `from retrospectives: 12 improvements noted, 5 done, 2 dropped, 5 open (oldest 34 d)`; nil where no ceremony noted any.
    package var whatBecameOfThem: String? {
        guard health.held.lastOn != nil, health.followThrough.noted > 0 else { return nil }
        let follow = health.followThrough
        let oldest = follow.openAges.first.map { follow.open == 1 ? " (\($0) d)" : " (oldest \($0) d)" } ?? ""
        return
            "from \(ceremonies): \(CountText.counted(follow.noted, "improvement")) noted, \(follow.done) done, \(follow.dropped.count) dropped, \(follow.open) open\(oldest)"
    }

    /// Label and text, line by line. Nothing is said of what is missing but that it is.
    package var lines: [(label: String, text: String)] {
        let held = health.held
        let follow = health.followThrough
        var lines = [("held", "\(countHeld) in the \(DayText.window(held.window)), \(held.total) ever")]
        if held.datedAfterToday > 0 { lines.append(("later", "\(held.datedAfterToday) dated after today, counted nowhere")) }
        if let came = held.attendance.text { lines.append(("came", came)) }
        if let iterations = held.iterations {
            let text = iterations.of == 0 ? "none is over in this window" : "\(iterations.count) of \(iterations.of) had one"
            lines.append(("whole \(iteration)s", text))
        }
        lines.append(("usual gap", held.usualGap.map { "\(ValueText.short($0)) days (median)" } ?? "too few to say"))
        if let gap = held.longestGap {
            let end = gap.to == health.today && gap.from == held.lastOn ? "today" : DayText.day(gap.to)
            lines.append(("longest gap", "\(CountText.counted(gap.days, "day")), \(DayText.day(gap.from)) to \(end)"))
        }
        for skipped in held.skipped { lines.append(("skipped", "\(DayText.day(skipped.on)), on purpose: \(skipped.reason)")) }
        if held.lapsed > 0 { lines.append(("lapsed", "\(held.lapsed) opened and not closed within \(OpenCeremony.patience) days")) }
        if health.lapsedGates > 0 { lines.append(("gates", "\(health.lapsedGates) planned for a day that is over, and never opened")) }
        if let lastOn = held.lastOn { lines.append(("last one", "\(DayText.day(lastOn)), \(health.today - lastOn) d ago")) }
        lines.append(("noted", CountText.counted(follow.noted, "improvement")))
        guard follow.noted > 0 else { return lines }
        lines.append(("done", "\(follow.done) of the \(follow.completion.of) that were not dropped"))
        lines.append(("done by the next", text(follow.byNextCeremony, of: "after which there was a \(ceremony)")))
        lines.append(("done on time", text(follow.onTime, of: "that are due by now")))
        lines.append(("due day", "\(follow.notYetDue) to come, \(follow.withoutDueDay) without one"))
        lines.append(("open", open))
        lines.append(("listed again", "\(follow.carriedOver)"))
        return lines + dropped
    }

    private var open: String {
        let ages = health.followThrough.openAges
        guard let oldest = ages.first, let youngest = ages.last else { return "0" }
        return oldest == youngest ? "\(ages.count), \(oldest) d old" : "\(ages.count), \(youngest) to \(oldest) d old"
    }

    private var dropped: [(label: String, text: String)] {
        let dropped = health.followThrough.dropped
        guard !dropped.isEmpty else { return [("dropped", "0")] }
        let without = dropped.count { $0.reason.isEmpty }
        return [("dropped", "\(dropped.count)" + (without == 0 ? "" : ", \(without) without a reason"))]
            + dropped.map { ("", "\($0.title): \($0.reason.isEmpty ? "no reason given" : $0.reason)") }
    }

    private func text(_ tally: Tally, of group: String) -> String {
        guard tally.of > 0 else { return "none \(group)" }
        let unknown = tally.unknown == 0 ? "" : "; of \(tally.unknown) nobody says when they were done"
        return "\(tally.count) of the \(tally.of) \(group)\(unknown)"
    }
}
