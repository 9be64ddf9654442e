package import HoneFacts

extension Histories {
    /// The same facts with what people decided: the baseline that work is held against, what ceremonies raised, and bets.
    package func decided(_ agreements: Agreements, _ interpretation: Interpretation, _ product: Product? = nil) -> Histories {
        guard !agreements.plan.baselines.isEmpty || !agreements.improvements.isEmpty else { return self }
        var next = self
        let (zone, record) = (interpretation.zone, agreements.record)
        let today = zone.day(atSeconds: now)
        next.plan = plan.settled(on: agreements.plan.baselines.map(\.baseline), interpretation)
        next.actions = ActionHistories(
            record.fromCeremonies.map { $0.history(zone, today: today) }, ceremonies: record.days(in: product?.lifeCycle(on: today)))
        next.loops = LoopHistories(record.improvements.compactMap { $0.loop(measurements, zone) })
        return next
    }
}
