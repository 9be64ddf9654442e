import HoneFacts
import HoneStatistics

extension Observation {
    mutating func percentile(_ values: [Double], _ percent: Int) {
        let sorted = Ascending.values(values)
        value = Quantile.nearestRank(sorted: sorted, percent: percent)
        guard value != nil else { return }
        mean = sorted.reduce(0, +) / Double(sorted.count)
        interval = Self.interval(of: percent, sorted)
    }

    /// Complexity: O(log n).
    static func interval(of percent: Int, _ sorted: [Double]) -> Interval? {
        let probability = Double(percent) / 100
        var interval = QuantileInterval.orderStatistics(sorted: sorted, probability: probability, level: intervalLevel)?.interval
        // `order-statistics` alone means the median.
        interval?.method = "order-statistics-of-a-percentile"
        return interval
    }

    /// Nil counts are of a window without a day.
    mutating func rateRatio(_ first: CadenceCounts?, _ second: CadenceCounts?) {
        guard let first, let second else { return }
        (numerator, denominator) = (Double(first.count), Double(second.count))
        value = PoissonRate.ratio((first.count, 1), (second.count, 1))
        interval = first.ratioInterval(over: second, level: Self.intervalLevel)
    }

    /// The median of all, open ones included, and a mark where what is finished alone would say something else.
    mutating func survival(_ days: [Double], isOver: [Bool]) {
        guard let curve = KaplanMeier(durations: days, isObserved: isOver) else { return }
        value = curve.time(untilDone: 0.5)
        interval = curve.timeInterval(untilDone: 0.5, level: Self.intervalLevel)
        if let p50 = value, let p85 = curve.time(untilDone: 0.85), let p95 = curve.time(untilDone: 0.95) {
            percentiles = Percentiles(
                p50: p50, p85: p85, p95: p95, p85Interval: curve.timeInterval(untilDone: 0.85, level: Self.intervalLevel),
                p95Interval: curve.timeInterval(untilDone: 0.95, level: Self.intervalLevel))
        }
        let finished = Ascending.values(zip(days, isOver).filter(\.1).map(\.0))
        let differs = [50, 85].contains { percent in
            guard let alone = Quantile.nearestRank(sorted: finished, percent: percent) else { return false }
            guard let all = curve.time(untilDone: Double(percent) / 100) else { return true }
            return abs(all - alone) > Self.survivalTolerance * alone
        }
        if differs { flags[Self.finishedOnlyDiffers, default: 0] += 1 }
    }

    mutating func done(within limit: Double, _ days: [Double], isOver: [Bool]) {
        guard let curve = KaplanMeier(durations: days, isObserved: isOver) else { return }
        value = curve.shareDone(by: limit)
        guard value != nil, let open = curve.steps.last(where: { $0.time <= limit })?.interval(level: Self.intervalLevel) else { return }
        interval = Interval(level: open.level, lower: 1 - open.upper, upper: 1 - open.lower, method: open.method)
        guard open.lower == open.upper else { return }
        // Where all of them were done, or none, the curve's own limits have no width: as if the next one could not be otherwise.
        let done = days.indices.count { isOver[$0] && days[$0] <= limit }
        let known = days.indices.count { isOver[$0] || days[$0] > limit }
        interval = Proportion.wilson(successes: done, of: known, level: Self.intervalLevel) ?? interval
    }

    /// An iteration that the window cuts is not judged, and neither is one of which too little is classified to tell.
    mutating func improvementMet(_ values: [Double], days: [CalendarDay], _ interpretation: Interpretation) {
        var counts: [Int: (improvement: Int, unclassified: Int, all: Int)] = [:]
        for (value, day) in zip(values, days) {
            let iteration = interpretation.iteration(of: day)
            let first = interpretation.firstDay(ofIteration: iteration)
            guard first >= window.from, first + interpretation.iterationDays <= window.to else { continue }
            counts[iteration, default: (0, 0, 0)].all += 1
            if value == 1 { counts[iteration, default: (0, 0, 0)].improvement += 1 }
            if value < 0 { counts[iteration, default: (0, 0, 0)].unclassified += 1 }
        }
        let floored = counts.compactMap { iteration, count in
            interpretation.reserveFloors.floor(on: interpretation.firstDay(ofIteration: iteration)).map { (floor: $0, count: count) }
        }
        let judged = floored.filter { Double($1.all - $1.unclassified) >= interpretation.classifiedFloor * Double($1.all) }
        // Divided, as a share is: 7 of 25 are 28 %, and 0.28 of 25 is a little more than 7.
        let met = judged.count { Double($1.improvement) / Double($1.all) >= $0 }
        guard let share = Share(met, of: judged.count) else { return }
        if floored.count < counts.count { flags["iterations-with-a-floor-in-another-unit"] = counts.count - floored.count }
        if judged.count < floored.count { flags["iterations-too-little-classified"] = floored.count - judged.count }
        (numerator, denominator) = (Double(share.count), Double(share.of))
        // It stands on iterations, not on the items in them.
        (n, eligible, excluded) = (share.of, share.of, [:])
        value = share.value
        interval = share.wilson(level: Self.intervalLevel)
    }

    /// Over which share percentiles of finished items may differ from those of all items without a mark.
    private static let survivalTolerance = 0.1
    static let finishedOnlyDiffers = "finished-only-differs"
}
