package import HoneFacts

/// What a plan says up to a day, as a baseline that people could settle on: of each line the last statement by then.
package struct BaselineProposal: Sendable {
    /// Lines in the order of their keys.
    package private(set) var lines: [PerformanceBaseline.Line] = []
    /// Lines of which two statements of one day say different things, so that nobody knows which is meant.
    package private(set) var disputed: [String] = []

    /// - Parameter day: nil takes all that was said.
    package init(_ plan: PlanHistories, statedBy day: CalendarDay?, zone: ZoneTable) {
        for place in 0..<plan.count {
            let said = plan.statements(of: place).filter { statement in
                guard let day, statement.statedAt != Instant.missing else { return true }
                return zone.day(Instant(rawValue: statement.statedAt)) <= day
            }
            guard let last = said.last else { continue }
            if said.contains(where: { $0.statedAt == last.statedAt && !$0.plansLike(last) }) { disputed.append(plan.key[place]) }
            lines.append(
                PerformanceBaseline.Line(
                    key: plan.key[place], type: plan.statedType[place], phase: plan.statedPhase[place],
                    plannedStartAt: last.plannedStartAt, plannedFinishAt: last.plannedFinishAt, budget: last.budget))
        }
    }

    /// Lines that can count for nothing: without a budget, or a day on which they were to be done.
    package var incomplete: [String] { lines.filter { $0.budget == nil || $0.plannedFinishAt == Instant.missing }.map(\.key) }

    /// How it differs from a baseline, a sentence each, and nothing where it says the same.
    package func differences(from other: PerformanceBaseline) -> [String] {
        let (old, new) = (Set(other.lines.map(\.key)), Set(lines.map(\.key)))
        let before = Dictionary(uniqueKeysWithValues: other.lines.map { ($0.key, $0) })
        let changed = lines.filter { line in before[line.key].map { $0 != line } ?? false }.map(\.key)
        let parts = [("new", new.subtracting(old).sorted()), ("gone", old.subtracting(new).sorted()), ("planned otherwise", changed)]
        return parts.filter { !$0.1.isEmpty }.map { word, keys in
            let shown = keys.prefix(5).joined(separator: ", ") + (keys.count > 5 ? ", …" : "")
            return "\(keys.count) \(keys.count == 1 ? "line is" : "lines are") \(word): \(shown)"
        }
    }
}
