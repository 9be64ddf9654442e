import HoneFacts
internal import HoneStatistics

/// Events of a window by iteration of the product, whole or cut by the window. Work comes in bursts, most often one a sprint, so that
/// iterations are alike where weeks are not.
struct IterationCounts {
    private(set) var counts: [Int]
    /// Weeks of the window in each iteration.
    let exposures: [Double]
    private let window: Window
    private let interpretation: Interpretation
    private let first: Int

    /// Nil for a window without a day. Complexity: O(iterations).
    init?(_ window: Window, _ interpretation: Interpretation) {
        guard window.length > 0 else { return nil }
        (self.window, self.interpretation) = (window, interpretation)
        first = interpretation.iteration(of: window.from)
        let cells = first...interpretation.iteration(of: window.to + -1)
        counts = [Int](repeating: 0, count: cells.count)
        exposures = cells.map { number in
            let begin = interpretation.firstDay(ofIteration: number)
            return Double(min(window.to, begin + interpretation.iterationDays) - max(window.from, begin)) / 7
        }
    }

    /// Days outside of the window are not counted.
    mutating func add(_ day: CalendarDay) {
        if window.contains(day) { counts[interpretation.iteration(of: day) - first] += 1 }
    }

    var count: Int { counts.reduce(0, +) }

    /// The interval of this number over another's: exact for two Poisson counts, and wider where iterations differ by more than chance.
    func ratioInterval(over other: IterationCounts, level: Double) -> Interval? {
        let exact = PoissonRate.exactRatio((count, 1), (other.count, 1), level: level)
        let bursts = OverdispersedRatio((counts, exposures), (other.counts, other.exposures))
        guard let exact, let bursts, bursts.dispersion > 1, var wider = bursts.interval(level: level) else { return exact }
        // Of a handful of events the logarithm is too sure of itself.
        (wider.lower, wider.upper) = (min(wider.lower, exact.lower), max(wider.upper, exact.upper))
        return wider
    }
}
