package import HoneFacts
internal import HoneStatistics

/// Where a plan stands at the instant of a level: what its baseline planned up to then, what of it is done, what was spent.
///
/// A line counts for its whole budget or not at all (0/100), in what was planned as in what was done: a large line is cut into
/// milestones with budgets of their own before the work begins.
struct PlanStanding {
    /// Rows of the lines that count.
    private(set) var lines: [Int] = []
    private(set) var excluded: [(line: Int, reason: String)] = []
    private(set) var earned: HoneStatistics.EarnedValue?
    private(set) var schedule: HoneStatistics.EarnedSchedule?
    /// What the whole plan costs at the rate of the lines whose cost is known: lines that are done without one are in its budget.
    private(set) var forecast: HoneStatistics.EarnedValue?
    let day: CalendarDay
    /// As it was held against its baseline then.
    let plan: PlanHistories
    private let context: MeasureContext
    /// Whether anybody says what was spent.
    private(set) var knowsCost = false

    /// Why a line that is done is in no number of cost: nobody says what was spent on it.
    static let noCost = "no-cost"
    static let noPlan = "No plan has been read: add a source with fact: plan_line to hone.yaml, or hone import csv --fact plan_line."

    /// - Parameters:
    ///   - plan: held against the baseline that was in force at the instant of the level.
    ///   - needsCost: leaves out lines that are done and of which nobody says what was spent.
    ///   - isCounted: which rows of the plan, as it was then, are looked at.
    /// - Complexity: O(statements).
    init(
        _ plan: PlanHistories, _ context: MeasureContext, needsCost: Bool, only isCounted: (PlanHistories, Int) -> Bool = { _, _ in true }
    ) {
        let plan = plan.asOf(context.levelSeconds, context.interpretation)
        self.plan = plan
        self.context = context
        let level = context.interpretation.zone.day(atSeconds: context.levelSeconds)
        // What was done since the cost was last said was not free: both are of the day on which it was said.
        day = needsCost ? plan.costKnownOn(by: level, context.interpretation.zone) ?? level : level
        var (whole, planned, done, spent, withoutCost) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for line in 0..<plan.count where context.selects(line, plan) && isCounted(plan, line) {
            let isSettled = !plan.baselines.isEmpty && plan.isInBaseline[line]
            guard isSettled || plan.statements(of: line).first.map({ isBy($0.statedAt, orAlways: true) }) == true else { continue }
            let cost = cost(of: line, on: day)
            if cost != nil { knowsCost = true }
            let isDone = finishedOn(line) != nil
            if let reason = plan.reasonAgainst(line) ?? (needsCost && isDone && cost == nil ? Self.noCost : nil) {
                excluded.append((line, reason))
                if reason == Self.noCost { withoutCost += plan.budget[line] ?? 0 }
                continue
            }
            let budget = plan.budget[line] ?? 0
            lines.append(line)
            whole += budget
            if isBy(plan.plannedFinishAt[line]) { planned += budget }
            if isDone { done += budget }
            spent += cost ?? 0
        }
        guard !lines.isEmpty else { return }
        earned = HoneStatistics.EarnedValue(budgetAtCompletion: whole, plannedValue: planned, earnedValue: done, actualCost: spent)
        forecast = HoneStatistics.EarnedValue(
            budgetAtCompletion: whole + withoutCost, plannedValue: planned, earnedValue: done, actualCost: spent)
        schedule = weekly(earnedValue: done, dueValue: planned, isDone: done == whole)
    }

    /// Whether a raw instant lies on the day of the level or before.
    private func isBy(_ raw: Int64, orAlways: Bool = false) -> Bool { isBy(raw, day, orAlways: orAlways) }

    private func isBy(_ raw: Int64, _ day: CalendarDay, orAlways: Bool = false) -> Bool {
        raw == Instant.missing ? orAlways : context.day(raw) <= day
    }

    /// The day a line was done, up to the level.
    func finishedOn(_ line: Int) -> CalendarDay? { plan.doneOn(line, by: day, context.interpretation.zone) }

    /// What was last said up to a day of the cost of a line.
    func cost(of line: Int, on day: CalendarDay) -> Double? {
        plan.statements(of: line).last { $0.cost != nil && isBy($0.statedAt, day, orAlways: true) }?.cost
    }

    /// The baseline in weeks since its start, and where the work done stands on it.
    private func weekly(earnedValue: Double, dueValue: Double, isDone: Bool) -> HoneStatistics.EarnedSchedule? {
        let due = lines.map { (day: context.day(plan.plannedFinishAt[$0]), budget: plan.budget[$0] ?? 0) }
        let starts = lines.map { plan.plannedStartAt[$0] }.filter { $0 != Instant.missing }.map(context.day) + due.map(\.day)
        guard let start = starts.min(), let end = due.map(\.day).max() else { return nil }
        var planned = [Double](repeating: 0, count: (end - start) / 7 + 2)
        for line in due { planned[(line.day - start) / 7 + 1] += line.budget }
        for week in planned.indices.dropFirst() { planned[week] += planned[week - 1] }
        // What is done does not get later any more.
        let last = isDone ? lines.compactMap(finishedOn).max() ?? day : day
        return HoneStatistics.EarnedSchedule(
            planned: planned, earnedValue: earnedValue, actualTime: Double(max(0, last - start + 1)) / 7, dueValue: dueValue)
    }

    /// A measurement of one number of the plan, with a row a line.
    static func measure(
        _ histories: Histories, _ context: MeasureContext, of subject: MeasuredRows.Subject = .planWork, unit: MetricUnit,
        needsCost: Bool = false,
        parts: (PlanStanding) -> [(String, MetricUnit, Double?)] = { _ in [] }, number: (PlanStanding) -> Double?
    ) -> Measurement {
        guard histories.plan.count > 0 else { return .unavailable(noPlan) }
        let standing = PlanStanding(histories.plan, context, needsCost: needsCost)
        if needsCost, !histories.plan.statements.contains(where: { $0.cost != nil }) {
            return .unavailable("No source says what was spent on a line of the plan: map cost.")
        }
        func rows(_ unit: MetricUnit, _ value: Double?) -> MeasuredRows {
            var rows = MeasuredRows(subject, unit: unit, summary: .whole(value))
            for line in standing.lines { rows.keep(line, endDay: standing.day, value: standing.plan.budget[line] ?? 0) }
            for row in standing.excluded { rows.exclude(row.line, endDay: standing.day, reason: row.reason) }
            return rows
        }
        var measured = rows(unit, needsCost && !standing.knowsCost ? nil : number(standing))
        measured.parts = parts(standing).map { ($0.0, rows($0.1, $0.2)) }
        return .rows(measured)
    }
}

extension PlanHistories {
    /// The day a line was done, up to a day: whenever that was said.
    package func doneOn(_ line: Int, by day: CalendarDay, _ zone: ZoneTable) -> CalendarDay? {
        statements(of: line).map(\.finishedAt).filter { $0 != Instant.missing }.map { zone.day(Instant(rawValue: $0)) }
            .filter { $0 <= day }.max()
    }

    /// The last day up to a day for which somebody says what was spent; nil where no statement with a cost has a day. What is said on one
    /// day and tells of later finishes is of the last of them.
    fileprivate func costKnownOn(by day: CalendarDay, _ zone: ZoneTable) -> CalendarDay? {
        func days(_ raw: [Int64]) -> [CalendarDay] { raw.filter { $0 != Instant.missing }.map { zone.day(Instant(rawValue: $0)) } }
        let said = Dictionary(grouping: statements.filter { $0.statedAt != Instant.missing }, by: \.statedAt)
        return said.compactMap { statedAt, together -> CalendarDay? in
            guard let first = days([statedAt]).first, first <= day, together.contains(where: { $0.cost != nil }) else { return nil }
            return min(day, days(together.map(\.finishedAt)).max().map { max($0, first) } ?? first)
        }.max()
    }

    /// Why a line cannot count, in one word; nil where it can.
    package func reasonAgainst(_ line: Int) -> String? {
        if !isInBaseline[line] { return "not-in-baseline" }
        if isDisputed[line] { return "baseline-disputed" }
        guard let budget = budget[line], budget >= 0 else { return "no-budget" }
        return plannedFinishAt[line] == Instant.missing ? "no-planned-finish" : nil
    }
}

extension MeasureContext {
    /// Whether a line of a plan is one of those that are asked for.
    func selects(_ line: Int, _ plan: PlanHistories) -> Bool {
        (options.kinds?.contains(plan.kind[line]) ?? true) && (options.types?.contains(plan.type[line].lowercased()) ?? true)
    }
}

extension Histories {
    /// Whether any source brings a plan.
    var hasPlan: Bool { plan.count > 0 }
}

extension ExampleFacts {
    /// The plan of the schedule's examples: four lines of 250, 500 of which were to be done by 2026-03-15. One of these is done and
    /// one that was not due; 450 is spent.
    static let examplePlan = ExampleFacts.plan([
        ("A", "feature", "2026-03-01", "2026-03-02", "2026-03-08", "250", "", ""),
        ("B", "feature", "2026-03-01", "2026-03-02", "2026-03-15", "250", "", ""),
        ("C", "feature", "2026-03-01", "2026-03-09", "2026-03-22", "150", "", ""),
        ("D", "tool", "2026-03-01", "2026-03-16", "2026-03-29", "350", "", ""),
        ("A", "feature", "2026-03-15", "2026-03-02", "2026-03-09", "250", "2026-03-09", "300"),
        ("B", "feature", "2026-03-15", "2026-03-02", "2026-03-19", "250", "", "50"),
        ("C", "feature", "2026-03-15", "2026-03-09", "2026-03-13", "150", "2026-03-13", "100"),
    ])

    /// Of the plan that ends on 2026-03-15.
    static func planned(_ text: String, _ expected: Double) -> WorkedExample {
        WorkedExample(text, .examplePlan, from: "2026-03-02", to: "2026-03-16", expected: expected, n: 4)
    }
}
