package import HoneFacts
import HoneMetrics

extension Improvement {
    /// As a turn of build, measure and learn; nil for what is no bet on the product, and while nobody has promised it.
    ///
    /// The hypothesis is stated when it is frozen, built when people get it. What would count as success was fixed before the data
    /// where the last terms were frozen by then. First data are known of measures of the product alone.
    package func loop(_ measurements: MeasurementHistories, _ zone: ZoneTable) -> LoopHistories.Loop? {
        guard shape?.isExperiment == true else { return nil }
        let versions: [CommittedImprovement.Version]
        var decided: DecidedImprovement?
        switch state {
        case .committed(let committed): versions = committed.versions
        case .inForce(let now): versions = now.committed.versions
        case .decided(let now): (versions, decided) = (now.inForce?.committed.versions ?? [], now)
        default: return nil
        }
        let frozen = versions.map { zone.day(atSeconds: $0.frozenAt) }
        let since = measured?.since
        let firstData = since.flatMap { firstMeasurement(from: $0, measurements, zone) }
        let line = frozen.last.map { line in (firstData ?? since).map { line <= $0 } ?? true }
        return LoopHistories.Loop(
            name: title, statedOn: frozen.first ?? zone.day(atSeconds: notedAt), builtOn: since, firstDataOn: firstData,
            decidedOn: decided.map { zone.day(atSeconds: $0.grounds.decidedAt) }, decision: decided.flatMap { Self.learned($0.answer) },
            hasThresholdBeforeData: line ?? false)
    }

    /// The day of the first measurement since people got it.
    private func firstMeasurement(from day: CalendarDay, _ measurements: MeasurementHistories, _ zone: ZoneTable) -> CalendarDay? {
        guard let measure = terms?.measure, measure.metric == ProductMeasures().definition.id else { return nil }
        // A part is the name, with the unit behind it where there is one.
        let rows = (0..<measurements.count).filter {
            measure.part == measurements.name[$0] || measure.part.hasPrefix(measurements.name[$0] + " (")
        }
        return rows.map { zone.day(Instant(rawValue: measurements.measuredAt[$0])) }.filter { $0 >= day }.min()
    }

    /// Nil where nothing was measured, so that nothing was learned.
    private static func learned(_ answer: ImprovementAnswer) -> LoopHistories.Loop.Decision? {
        switch answer {
        case .keep: .persevere
        case .adapt: .pivot
        case .drop: .stop
        case .unmeasured: nil
        }
    }
}
