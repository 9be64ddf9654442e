import HoneFacts
import HoneStatistics

/// Many more items closed on the last working day of iterations or months than on other working days.
///
/// The counts of single days are wilder than Poisson's, so the spread of the other days is taken into account as well. A last day is
/// compared with other days of its weekday: a team that releases each Friday closes much on the Fridays that end an iteration, too. And it
/// is compared with the other days on which anything was closed, as a team may release every second Friday.
///
/// Source: Przyborowski and Wilenski, Biometrika 31(3/4), 1940, 313-323 (exact test of two Poisson rates);
/// McCullagh and Nelder, Generalized Linear Models, 1989, 6.2 (over-dispersion).
enum BulkClosing {
    static func sign(_ histories: Histories, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let dates = ItemDates(items)
        var closings = [Int](repeating: 0, count: max(0, context.window.length))
        for item in context.over(context.window).candidates(items) {
            let (finishedAt, cancelledAt) = (dates.finishedAt[item], dates.cancelledAt[item])
            let end = finishedAt != NumberReader.missing ? finishedAt : cancelledAt
            guard end != NumberReader.missing, case let day = context.day(end), context.window.contains(day) else { continue }
            closings[day - context.window.from] += 1
        }
        let signs = [(Period.iteration, "iterations"), (.month, "months")].compactMap { period, name in
            sign(closings, lastDays: lastDays(of: period, context), context, name)
        }
        return signs.min { ($0.probability ?? 1) < ($1.probability ?? 1) }
    }

    /// The last working day of each whole period of the window.
    private static func lastDays(of period: Period, _ context: MeasureContext) -> Set<CalendarDay> {
        let whole = period.windows(in: context.window, context.interpretation).filter { !$0.isPartial }
        return Set(
            whole.compactMap { period in
                (1...7).lazy.map { period.window.to + -$0 }.first {
                    period.window.contains($0) && context.interpretation.calendar.isWorkingDay($0)
                }
            })
    }

    /// - Parameter closings: of each day of the window.
    private static func sign(
        _ closings: [Int], lastDays: Set<CalendarDay>, _ context: MeasureContext, _ name: String
    ) -> Sign? {
        let isWorking = context.interpretation.calendar.isWorkingDay
        let others = (0..<max(0, context.window.length)).map { context.window.from + $0 }.filter {
            isWorking($0) && !lastDays.contains($0)
        }
        guard lastDays.count >= 2, others.count >= 20 else { return nil }
        func count(_ day: CalendarDay) -> Int { closings[day - context.window.from] }
        let atEnd = lastDays.reduce(0) { $0 + count($1) }
        let perDay = others.map { Double(count($0)) }
        let usual = perDay.reduce(0, +)
        // A team that releases every second Friday closes as much on all of these: its ends of months are days like others.
        let (busy, busyEnds) = (perDay.count { $0 > 0 }, lastDays.count { count($0) > 0 })
        // One burst on the end of one month is no habit.
        guard busyEnds >= 2, busy < 3 || Double(atEnd) / Double(max(1, busyEnds)) >= 2 * usual / Double(busy) else { return nil }
        guard let weights = weights(others, perDay, of: Set(lastDays.map(\.weekday))) else { return nil }
        let shares = others.map { weights[$0.weekday] ?? 1 }
        let (ends, days) = (lastDays.sorted().reduce(0) { $0 + (weights[$1.weekday] ?? 1) }, shares.reduce(0, +))
        let mean = usual / days
        let expected = mean * ends
        guard atEnd >= Observation.smallSample, Double(atEnd) >= 2 * expected,
            let exact = PoissonRate.exactTest((atEnd, ends), (Int(usual), days))
        else { return nil }
        let spread = zip(perDay, shares).reduce(0) { $0 + ($1.0 - mean * $1.1) * ($1.0 - mean * $1.1) / (mean * $1.1) }
        let dispersion = mean > 0 ? max(1, spread / Double(others.count - 1)) : 1
        let error = (dispersion * max(expected, 1) * (1 + ends / days)).squareRoot()
        let probability = max(exact, Normal.cumulative(-(Double(atEnd) - expected) / error))
        guard probability < Sign.significance else { return nil }
        return Sign(
            .bulkClosing, count: atEnd, of: closings.reduce(0, +), expected: expected, probability: probability,
            "\(atEnd) items were closed on the last working days of \(lastDays.count) \(name); as many other days of the same weekdays saw about \(Int(expected.rounded())).",
            metrics: ["throughput", "cycle-time", "say-do", "legacy-bug-count", "arrival-balance"])
    }

    /// How many usual days a day of each weekday is worth, drawn to 1 as if one more had been seen; nil where one of the weekdays that
    /// are asked for has too few other days to tell.
    private static func weights(_ others: [CalendarDay], _ counts: [Double], of asked: Set<Int>) -> [Int: Double]? {
        let usual = counts.reduce(0, +) / Double(others.count)
        var (sums, days) = ([Int: Double](), [Int: Int]())
        for (day, count) in zip(others, counts) {
            sums[day.weekday, default: 0] += count
            days[day.weekday, default: 0] += 1
        }
        guard asked.allSatisfy({ days[$0, default: 0] >= 3 }) else { return nil }
        guard usual > 0 else { return [:] }
        return days.reduce(into: [:]) { $0[$1.key] = (sums[$1.key, default: 0] + usual) / (Double($1.value + 1) * usual) }
    }
}
