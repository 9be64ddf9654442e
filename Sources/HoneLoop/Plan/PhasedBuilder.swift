package import HoneFacts
import HoneMetrics

/// Builds the picture of a phased product from its plan and its gates. Pure: the same inputs give the same picture.
package struct PhasedBuilder {
    private let plan: PlanHistories
    private let agreements: Agreements
    private let context: MeasureContext
    private let asOf: CalendarDay
    private let today: CalendarDay

    /// - Parameter asOf: the day that the numbers stand for; gates stand as they are today.
    package init(_ histories: Histories, _ interpretation: Interpretation, _ agreements: Agreements, asOf: CalendarDay, now: Int64) {
        let context = MeasureContext(interpretation: interpretation, window: Window(from: asOf, to: asOf + 1), now: now)
        (self.agreements, self.context, self.asOf) = (agreements, context, asOf)
        plan = histories.plan.asOf(context.levelSeconds, interpretation)
        today = interpretation.zone.day(atSeconds: now)
    }

    /// For a page; nil for a product that is not phased today.
    ///
    /// The numbers stand for the last day that was asked for, else for today, or for the end of the evidence where that is long over.
    package init?(
        _ product: Product, _ histories: Histories, _ interpretation: Interpretation, _ agreements: Agreements, asked: Window?,
        page: PageWindow, now: Int64
    ) {
        let today = interpretation.zone.day(atSeconds: now)
        guard product.lifeCycle(on: today) == .phased else { return nil }
        let said = histories.plan.statements.flatMap { [$0.statedAt, $0.finishedAt] }.filter { $0 != Instant.missing }
            .map { interpretation.zone.day(Instant(rawValue: $0)) }
        // What a plan says is done is known up to its last reading; what it planned for the days after would be held against nothing.
        let read = interpretation.zone.day(atSeconds: histories.known(until: now, of: .planWork))
        let lastDay = page.evidenceEndsOn.map { max($0, said.max() ?? $0) } ?? read
        self.init(histories, interpretation, agreements, asOf: min(asked.map { $0.to + -1 } ?? lastDay, today), now: now)
    }

    package var picture: PhasedPicture {
        let baseline = agreements.plan.inForce(at: context.levelSeconds)
        let day = baseline.map { context.interpretation.zone.day(atSeconds: $0.baseline.setAt) }
        return PhasedPicture(
            asOf: asOf, baseline: baseline, baselineDay: day, doneBeforeBaseline: day.map(doneCount) ?? 0,
            figures: figures { _, _ in true }, phases: phases, lessons: lessons)
    }

    /// Lines of the baseline that were done before a day.
    private func doneCount(before day: CalendarDay) -> Int {
        (0..<plan.count).count { line in
            plan.isInBaseline[line]
                && plan.statements(of: line).contains { $0.finishedAt != Instant.missing && context.day($0.finishedAt) < day }
        }
    }

    /// Names of the phases: those of hone.yaml in its order, then others of the plan and of gates in the order of time.
    package var names: [String] {
        let planned = (0..<plan.count).sorted { start($0) < start($1) }.map { plan.phase[$0] }
        let all = context.interpretation.phases + planned + agreements.gates.gates.map(\.phase)
        return all.filter { !$0.isEmpty }.reduce(into: []) { found, name in
            if !found.contains(where: { Self.isSame($0, name) }) { found.append(name) }
        }
    }

    /// Two spellings of one phase.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        func spelled(_ name: String) -> [Substring] { name.lowercased().split { !$0.isLetter && !$0.isNumber } }
        return spelled(one) == spelled(other)
    }

    private var phases: [PhasedPicture.Phase] {
        let coverage = ImprovementCoverage(names, agreements.improvements)
        let hasNameless = (0..<plan.count).contains { plan.phase[$0].isEmpty }
        return (names + (hasNameless ? [""] : [])).map { name in
            PhasedPicture.Phase(
                name: name, window: window(name), figures: figures { plan, line in Self.isSame(plan.phase[line], name) },
                gates: agreements.gates.gates.filter { Self.isSame($0.phase, name) }.map(line),
                improvements: coverage.rows.first { Self.isSame($0.stage, name) }?.total ?? 0)
        }
    }

    private func figures(_ isCounted: (PlanHistories, Int) -> Bool) -> PhasedPicture.Figures? {
        guard plan.count > 0 else { return nil }
        return PhasedPicture.Figures(
            all: PlanFigures(plan, context, only: isCounted),
            lane: PlanFigures(plan, context) { plan, line in plan.kind[line].isImprovement && isCounted(plan, line) })
    }

    private func start(_ line: Int) -> Int64 {
        let days = [plan.plannedStartAt[line], plan.plannedFinishAt[line]].filter { $0 != Instant.missing }
        return days.first ?? .max
    }

    private func window(_ name: String) -> Window? {
        let lines = (0..<plan.count).filter { Self.isSame(plan.phase[$0], name) && plan.isInBaseline[$0] }
        let starts = lines.map(start).filter { $0 != .max }.map(context.day)
        let ends = lines.map { plan.plannedFinishAt[$0] }.filter { $0 != Instant.missing }.map(context.day)
        guard let from = starts.min(), let to = (ends + starts).max() else { return nil }
        return Window(from: from, to: to + 1)
    }

    private func line(_ gate: Gate) -> PhasedPicture.GateLine {
        let words = GateWords(gate, agreements, on: today)
        return PhasedPicture.GateLine(
            number: gate.number, name: gate.name, state: words.state, short: words.short, standing: words.standing, remark: words.remark,
            sentences: words.sentences, next: words.next)
    }

    private var lessons: [PhasedPicture.Lesson] {
        agreements.gates.gates.flatMap { gate in
            gate.closings.flatMap { closing in closing.lessons.map { (closing.closedOn, gate, $0) } }
        }
        .sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map { .init(gate: $0.1.number, phase: $0.1.phase, text: $0.2) }
    }
}
