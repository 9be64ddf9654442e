package import HoneFacts
import HoneMetrics
import HoneStatistics

/// A share period by period, beside the floor that was set for it.
package struct ShareByPeriod: Sendable {
    package struct Period: Sendable {
        package var from: CalendarDay
        /// 0...1; nil where too little is classified, or nothing was finished.
        package var share: Double?
        /// What it can be, where it is not known.
        package var range: ClosedRange<Double>?
        package var n: Int
        /// Whether the window cuts it off.
        package var isPartial: Bool

        package init(from: CalendarDay, share: Double?, range: ClosedRange<Double>? = nil, n: Int, isPartial: Bool = false) {
            (self.from, self.share, self.range, self.n, self.isPartial) = (from, share, range, n, isPartial)
        }
    }

    /// For example `sprint`.
    package var word: String
    package var periods: [Period]
    /// 0...1.
    package var floor: Double
    /// What ended in these periods and is in no share, by reason.
    package var excluded: [String: Int]

    package init(word: String, periods: [Period], floor: Double, excluded: [String: Int] = [:]) {
        (self.word, self.periods, self.floor, self.excluded) = (word, periods, floor, excluded)
    }

    /// Whole periods with a known share: how many of them reach the floor.
    package var met: (count: Int, of: Int) {
        let known = periods.filter { !$0.isPartial }.compactMap(\.share)
        return (known.count { $0 >= floor }, known.count)
    }
}

extension MetricsBuilder {
    var improvementShare: MetricsPicture.Content {
        let reserve = agreements.reserveRecord.reserve(on: zone.day(atSeconds: now))
        guard reserve.unit == .items else {
            return .missing("the reserve is agreed in \(reserve.unit.rawValue), and this chart counts items: hone reserve show has it")
        }
        var options = MetricOptions()
        options.grouping = .iteration
        let observation = observe(ImprovementShare(), histories, context(year, options))
        if let reason = observation.unavailableReason { return .missing(Self.asPart(reason)) }
        let known = observation.parts.drop { $0.observation.n == 0 }
        let periods = known.map { part in
            let observation = part.observation
            let range = observation.value == nil ? observation.interval.map { $0.lower...max($0.lower, $0.upper) } : nil
            return ShareByPeriod.Period(
                from: observation.window.from, share: observation.value, range: range, n: observation.n, isPartial: observation.isPartial)
        }
        guard periods.count(where: { $0.n > 0 }) >= 2 else { return .missing("fewer than two iterations with finished items are known") }
        let word = product.lifeCycle(on: zone.day(atSeconds: now)).iteration
        return .improvementShare(
            ShareByPeriod(word: word, periods: periods, floor: reserve.floor, excluded: observation.excluded))
    }
}
