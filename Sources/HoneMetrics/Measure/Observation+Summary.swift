import HoneFacts
import HoneStatistics

extension Observation {
    /// Level of the intervals that observations carry.
    static let intervalLevel = 0.95

    /// Turns rows into n, exclusions, flags, value and interval.
    mutating func summarise(_ rows: MeasuredRows, _ positions: [Int], _ context: MeasureContext) {
        if let kept = count(rows, positions) { evaluate(rows, kept, context) }
    }

    /// Turns rows into n, exclusions and flags.
    /// - Returns: the positions of the rows that are kept; nil where too few people stand behind them for a value.
    /// - Complexity: O(positions).
    @discardableResult
    mutating func count(_ rows: MeasuredRows, _ positions: [Int]) -> [Int]? {
        source = rows.source
        eligible = positions.count
        let kept = rows.exclusion.isAlwaysNone ? positions : positions.filter(rows.exclusion.isNone)
        n = kept.count
        excluded = rows.exclusions(at: positions)
        for (labels, count) in rows.flags.counts(at: kept) { for flag in labels { flags[flag, default: 0] += count } }
        for mark in rows.marks { flags[mark, default: 0] += 1 }
        guard let team = rows.team, n > 0 else { return kept }
        switch team.size(of: rows, kept) {
        case .tooFew:
            unavailableReason = team.refusal
            return nil
        case .notKnown: flags[Team.notKnown] = n
        case .enough: break
        }
        return kept
    }

    private mutating func evaluate(_ rows: MeasuredRows, _ kept: [Int], _ context: MeasureContext) {
        switch rows.summary {
        case .days, .levelDays: distribution(kept.map { rows.value[$0] }, isWhole: true)
        case .hours, .levelHours: distribution(kept.map { rows.value[$0] }, isWhole: false)
        case .level: value = Double(n)
        case .count:
            (value, isCountOfWindow) = (Double(n), true)
            interval = counted(kept, rows, context)?.interval(over: 1, level: Self.intervalLevel)
            // What is counted is whole.
            interval?.lower.round(.down)
            interval?.upper.round(.up)
        case .whole(let number):
            value = number
            interval = rows.interval
        case .perRow:
            let counts = CountedEvents(kept.map { rows.value[$0] }, over: kept.map { rows.weight($0) })
            numerator = counts?.events
            denominator = counts?.exposure
            value = counts?.rate
            interval = counts?.interval(level: Self.intervalLevel)
        case .share, .levelShare: share(kept.map { rows.value[$0] })
        case .percentile(let percent): percentile(kept.map { rows.value[$0] }, percent)
        case .rateRatio:
            rateRatio(
                counted(kept.filter { rows.value[$0] == 1 }, rows, context), counted(kept.filter { rows.value[$0] != 1 }, rows, context))
        case .survival: survival(kept.map { rows.value[$0] }, isOver: kept.map { rows.weight($0) == 1 })
        case .doneWithin(let days):
            done(within: days, kept.map { rows.value[$0] }, isOver: kept.map { rows.weight($0) == 1 })
        case .improvementMet:
            improvementMet(kept.map { rows.value[$0] }, days: kept.map { rows.endDay[$0] }, context.interpretation)
        case .ratio: ratio(kept.map { rows.value[$0] }, kept.map { rows.weight($0) })
        case .improvementShare:
            improvementShare(
                kept.map { rows.value[$0] }, iterations: kept.map { context.interpretation.iteration(of: rows.endDay[$0]) },
                floor: context.interpretation.classifiedFloor)
        case .daysPerWeek:
            let days = Share(n, of: readDays)
            value = days.flatMap(\.value).map { 7 * $0 }
            interval = days?.wilson(level: Self.intervalLevel).map {
                Interval(level: $0.level, lower: 7 * $0.lower, upper: 7 * $0.upper, method: $0.method)
            }
        case .perWeek:
            let weeks = Double(readDays) / 7
            value = weeks > 0 ? Double(n) / weeks : nil
            interval = counted(kept, rows, context)?.interval(over: weeks, level: Self.intervalLevel)
        }
    }

    /// Days of the window without those that are over and that nobody has read.
    private var readDays: Int { window.length - (unread?.count ?? 0) }

    private func counted(_ positions: [Int], _ rows: MeasuredRows, _ context: MeasureContext) -> CadenceCounts? {
        let tomorrow = context.interpretation.zone.day(atSeconds: context.now) + 1
        var events = CadenceCounts(window, context.interpretation, until: min(tomorrow, unread?.since ?? tomorrow))
        for position in positions { events?.add(rows.endDay[position]) }
        return events
    }

    private mutating func distribution(_ values: [Double], isWhole: Bool) {
        let sorted = Ascending.values(values)
        guard let p50 = Quantile.nearestRank(sorted: sorted, percent: 50), let p85 = Quantile.nearestRank(sorted: sorted, percent: 85),
            let p95 = Quantile.nearestRank(sorted: sorted, percent: 95)
        else { return }
        percentiles = Percentiles(
            p50: p50, p85: p85, p95: p95, p85Interval: Self.interval(of: 85, sorted), p95Interval: Self.interval(of: 95, sorted))
        mean = sorted.reduce(0, +) / Double(sorted.count)
        value = isWhole ? p50 : Quantile.median(sorted: sorted)
        interval = MedianInterval.orderStatistics(sorted: sorted, level: Self.intervalLevel)?.interval
    }

    private mutating func share(_ values: [Double]) {
        guard !values.isEmpty else { return }
        let successes = values.reduce(0, +)
        numerator = successes
        denominator = Double(values.count)
        value = successes / Double(values.count)
        interval = Proportion.wilson(successes: Int(successes), of: values.count, level: Self.intervalLevel)
    }

    private mutating func ratio(_ values: [Double], _ weights: [Double]) {
        guard let ratio = RatioByIteration(numerators: values, denominators: weights) else { return }
        numerator = values.reduce(0, +)
        denominator = weights.reduce(0, +)
        value = ratio.ratio
        interval = ratio.clippedInterval(level: Self.intervalLevel)
        // What is no share, such as changes of scope over what was promised, may pass 1.
        if ratio.ratio > 1, var open = ratio.interval(level: Self.intervalLevel) {
            open.lower = max(0, open.lower)
            interval = open
        }
    }

    private mutating func improvementShare(_ values: [Double], iterations: [Int], floor: Double) {
        guard !values.isEmpty else { return }
        let total = Double(values.count)
        let improvement = Double(values.count { $0 == 1 })
        let unclassified = Double(values.count { $0 < 0 })
        numerator = improvement
        denominator = total
        if (total - unclassified) / total < floor {
            interval = Interval(
                level: 1, lower: improvement / total, upper: (improvement + unclassified) / total, method: "unclassified")
            return
        }
        value = improvement / total
        var sums: [Int: (improvement: Double, all: Double)] = [:]
        for (position, iteration) in iterations.enumerated() {
            sums[iteration, default: (0, 0)].all += 1
            if values[position] == 1 { sums[iteration, default: (0, 0)].improvement += 1 }
        }
        let ordered = sums.sorted { $0.key < $1.key }.map(\.value)
        let byIteration = RatioByIteration(numerators: ordered.map(\.improvement), denominators: ordered.map(\.all))
        // Where every iteration has none, or nothing else, they do not differ, and their spread says nothing of chance.
        let isAlike = improvement == 0 || improvement == total
        interval =
            (isAlike ? nil : byIteration?.clippedInterval(level: Self.intervalLevel))
            ?? Proportion.wilson(successes: Int(improvement), of: values.count, level: Self.intervalLevel)
    }
}
