package import HoneFacts
import HoneMetrics
import HoneStatistics

/// A share period by period, each beside the floor that held when it began.
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
        /// 0...1; nil where what held then counts something else.
        package var floor: Double?

        package init(
            from: CalendarDay, share: Double?, range: ClosedRange<Double>? = nil, n: Int, isPartial: Bool = false, floor: Double?
        ) {
            (self.from, self.share, self.range, self.n, self.isPartial) = (from, share, range, n, isPartial)
            self.floor = floor
        }
    }

    /// For example `sprint`.
    package var word: String
    package var periods: [Period]
    /// What ended in these periods and is in no share, by reason.
    package var excluded: [String: Int]
    /// Whether anybody agreed on the floor that holds now; the usual one holds until then.
    package var isAgreed: Bool

    package init(word: String, periods: [Period], excluded: [String: Int] = [:], isAgreed: Bool = true) {
        (self.word, self.periods, self.excluded, self.isAgreed) = (word, periods, excluded, isAgreed)
    }

    /// Whole periods with a known share and a floor of their own: how many of them reach it, and the items that ended in them.
    package var met: (count: Int, of: Int, n: Int) {
        periods.filter { !$0.isPartial }.reduce(into: (0, 0, 0)) { met, period in
            guard let share = period.share, let floor = period.floor else { return }
            if share >= floor { met.count += 1 }
            met.of += 1
            met.n += period.n
        }
    }

    /// Neighbouring periods with one floor, oldest first: the first of them, and how many they are.
    package var floors: [(floor: Double?, from: CalendarDay, count: Int)] {
        periods.reduce(into: []) { steps, period in
            if let last = steps.last, last.floor == period.floor {
                steps[steps.count - 1].count += 1
            } else {
                steps.append((period.floor, period.from, 1))
            }
        }
    }
}

extension MetricsBuilder {
    var improvementShare: MetricsPicture.Content {
        let record = agreements.reserveRecord
        let reserve = record.reserve(on: zone.day(atSeconds: now))
        guard reserve.unit == .items else {
            return .missing("the reserve is agreed in \(reserve.unit.rawValue), and this chart counts items: hone reserve show has it")
        }
        var options = MetricOptions()
        options.grouping = .iteration
        let observation = observe(ImprovementShare(), histories, context(year, options))
        if let reason = observation.unavailableReason { return .missing(reason.asPart) }
        let known = observation.parts.drop { $0.observation.n == 0 }
        let periods = known.map { part in
            let observation = part.observation
            let range = observation.value == nil ? observation.interval.map { $0.lower...max($0.lower, $0.upper) } : nil
            // One that the window cuts off began before it.
            let iteration = interpretation.iteration(of: observation.window.from)
            let then = record.reserve(on: interpretation.firstDay(ofIteration: iteration))
            return ShareByPeriod.Period(
                from: observation.window.from, share: observation.value, range: range, n: observation.n, isPartial: observation.isPartial,
                floor: then.unit == .items ? then.floor : nil)
        }
        guard periods.count(where: { $0.n > 0 }) >= 2 else { return .missing("fewer than two iterations with finished items are known") }
        let word = product.lifeCycle(on: zone.day(atSeconds: now)).iteration
        return .improvementShare(
            ShareByPeriod(word: word, periods: periods, excluded: observation.excluded, isAgreed: reserve.isAgreed))
    }
}
