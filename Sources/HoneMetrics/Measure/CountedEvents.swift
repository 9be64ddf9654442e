internal import HoneStatistics

/// Events counted in cells of some exposure: so many a release, so many a thousand lines, so many a sprint.
///
/// The limits are Garwood's for the sum, moved out by the square root of the dispersion between cells where that is above 1:
/// McCullagh and Nelder, Generalized Linear Models, 1989, 6.2.3.
struct CountedEvents {
    let events: Double
    let exposure: Double
    let rate: Double
    /// Pearson's statistic over its degrees of freedom, at least 1.
    let dispersion: Double

    /// Nil where there is no exposure.
    init?(_ counts: [Double], over exposures: [Double]) {
        events = counts.reduce(0, +)
        exposure = exposures.reduce(0, +)
        guard exposure > 0, counts.count == exposures.count else { return nil }
        rate = events / exposure
        var pearson = 0.0
        var cells = 0
        for (count, exposure) in zip(counts, exposures) where exposure > 0 && rate > 0 {
            pearson += (count - rate * exposure) * (count - rate * exposure) / (rate * exposure)
            cells += 1
        }
        dispersion = cells > 1 ? max(1, pearson / Double(cells - 1)) : 1
    }

    func interval(level: Double) -> Interval? { Self.interval(Int(events), over: exposure, dispersion, level: level) }

    /// Of so many events over some exposure.
    static func interval(_ events: Int, over exposure: Double, _ dispersion: Double, level: Double) -> Interval? {
        let exact = PoissonRate.garwood(count: events, exposure: exposure, level: level)
        guard let exact, dispersion > 1 else { return exact }
        let (rate, stretch) = (Double(events) / exposure, dispersion.squareRoot())
        return Interval(
            level: level, lower: max(0, rate - (rate - exact.lower) * stretch), upper: rate + (exact.upper - rate) * stretch,
            method: "garwood-dispersed")
    }
}
