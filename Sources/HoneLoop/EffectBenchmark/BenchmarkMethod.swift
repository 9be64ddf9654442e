import HoneStatistics

/// What is held against each other: the shipped method in all its uses, and three that are widely used and must fail the gate.
package enum BenchmarkMethod: String, Sendable, Hashable, CaseIterable {
    /// One look at 12 weeks: what the gate is about.
    case shipped = "this method"
    /// The same without the guard by the own past of the series.
    case unguarded = "without the own past"
    /// One look at 6 weeks, which people may ask for.
    case sixWeeks = "6 weeks, one look"
    /// An early look at 6 weeks and a final one at 12; counts are looked at once.
    case twoLooks = "6, then 12 weeks"
    case blockBootstrap = "bootstrap, 2-week blocks"
    case neweyWest = "Newey-West"
    case welch = "Welch"

    /// Methods that a benchmark in order shows failing.
    package static let controls: [BenchmarkMethod] = [.blockBootstrap, .neweyWest, .welch]

    /// At which controls claim, whatever they look at.
    static let controlAlpha = 0.05

    /// What a control says about two sides: true where the level went down, false where it went up, nil without a claim.
    func controlClaim(_ sides: (before: [Double], after: [Double]), resamples: Int, seed: UInt64, stream: Int) -> Bool? {
        let tails: (low: Double, high: Double)?
        switch self {
        case .shipped, .unguarded, .sixWeeks, .twoLooks: return nil
        case .blockBootstrap:
            tails = LevelShiftControl.blockBootstrap(
                before: sides.before, after: sides.after, weeks: 2, resamples: resamples, seed: seed, stream: stream)
        case .neweyWest, .welch:
            let test = (self == .welch ? LevelShiftControl.welch : .neweyWest).test(before: sides.before, after: sides.after)
            tails = test.map { ($0.probabilityLow, $0.probabilityHigh) }
        }
        guard let tails else { return nil }
        return tails.low < Self.controlAlpha ? true : tails.high < Self.controlAlpha ? false : nil
    }
}
