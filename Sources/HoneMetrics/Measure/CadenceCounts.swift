import HoneFacts
internal import HoneStatistics

/// Events of a window in cells of a sprint, or of two weeks where nobody works in sprints, laid back from the window's end. Work comes in
/// bursts, most often one a sprint, so that sprints are alike where weeks are not; and a cell that the window cut would hold a whole burst
/// or none, from week to week.
struct CadenceCounts {
    /// All events of the window, those of days that are not known whole too.
    private(set) var count = 0
    /// The last cell first.
    private var counts: [Int]
    /// Weeks in each cell; the first days may be less than one.
    private let exposures: [Double]
    private let window, known: Window
    private let cadence: Int

    /// - Parameter end: the day from which on nothing is known, as it is still to come or was not read.
    /// - Returns: nil where no day of the window is known.
    /// - Complexity: O(cells).
    init?(_ window: Window, _ interpretation: Interpretation, until end: CalendarDay? = nil) {
        known = Window(from: window.from, to: min(window.to, end ?? window.to))
        let (length, cadence) = (known.length, interpretation.cadenceDays)
        guard length > 0 else { return nil }
        (self.window, self.cadence) = (window, cadence)
        exposures = stride(from: 0, to: length, by: cadence).map { Double(min(cadence, length - $0)) / 7 }
        counts = [Int](repeating: 0, count: exposures.count)
    }

    /// Days outside of the window are not counted.
    mutating func add(_ day: CalendarDay) {
        if window.contains(day) { count += 1 }
        if known.contains(day) { counts[(known.to - day - 1) / cadence] += 1 }
    }

    /// Counts and exposures of the cells from the first on in which anything came, here or in another count of the same window: what was
    /// before may be of before the record.
    private func recorded(beside other: CadenceCounts) -> (counts: [Int], exposures: [Double]) {
        let end = counts.indices.last { counts[$0] > 0 || other.counts[$0] > 0 }.map { $0 + 1 } ?? 0
        return (Array(counts[..<end]), Array(exposures[..<end]))
    }

    /// The interval of the number over some exposure, wider where cells differ by more than chance.
    func interval(over exposure: Double, level: Double) -> Interval? {
        let (counts, exposures) = recorded(beside: self)
        let dispersion = CountedEvents(counts.map(Double.init), over: exposures)?.dispersion ?? 1
        return CountedEvents.interval(count, over: exposure, dispersion, level: level)
    }

    /// The interval of this number over another's: exact for two Poisson counts, and wider where cells differ by more than chance.
    func ratioInterval(over other: CadenceCounts, level: Double) -> Interval? {
        let exact = PoissonRate.exactRatio((count, 1), (other.count, 1), level: level)
        let bursts = OverdispersedRatio(recorded(beside: other), other.recorded(beside: self))
        guard let exact, let bursts, bursts.dispersion > 1, var wider = bursts.interval(level: level) else { return exact }
        // Of a handful of events the logarithm is too sure of itself.
        (wider.lower, wider.upper) = (min(wider.lower, exact.lower), max(wider.upper, exact.upper))
        return wider
    }
}
