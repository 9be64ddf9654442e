package import HoneFacts

extension Histories {
    /// The same facts with what people decided: the baseline that work is held against, and what they meant to improve.
    package func decided(_ agreements: Agreements, _ interpretation: Interpretation) -> Histories {
        guard !agreements.plan.baselines.isEmpty || !agreements.record.improvements.isEmpty else { return self }
        var next = self
        let today = interpretation.zone.day(atSeconds: now)
        next.plan = plan.settled(on: agreements.plan.baselines.map(\.baseline), interpretation)
        next.actions = ActionHistories(
            agreements.record.improvements.map { $0.history(interpretation.zone, today: today) }, ceremonies: agreements.record.days)
        return next
    }
}
