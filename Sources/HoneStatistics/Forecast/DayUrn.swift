/// The days to come as far as the days of a sample tell of them: an urn of days in which each one that is drawn is put back twice.
///
/// After `n` days nobody knows the pace, only how `n` days went. Drawing them evenly takes their mean for the truth, and a forecast
/// that looks far ahead is then too sure of itself. In this urn every way in which the days to come fall on the `n` of the sample is
/// equally likely, so that a pace a little above or below theirs is as likely as `n` days leave it.
///
/// Source: D. B. Rubin (1981), The Bayesian Bootstrap, doi:10.1214/aos/1176345338; D. Blackwell and J. B. MacQueen (1973), Ferguson
/// Distributions via Pólya Urn Schemes, doi:10.1214/aos/1176342372.
struct DayUrn {
    /// Days of the sample, and those of them that brought nothing.
    private let (size, quiet): (Int, Int)
    /// Items of each other day, ascending.
    private let busy: [Int]

    /// The ways of more days are beyond what a number can say.
    private static let mostDays = 128
    /// Up to about a tenth of a second of additions, and 64 MiB.
    private static let (mostAdditions, mostCells) = (1 << 28, 1 << 23)

    /// - Throws: `tooLarge` beyond 128 days.
    init(_ sample: ThroughputSample) throws(ForecastRefusal) {
        guard sample.counts.count <= Self.mostDays else { throw .tooLarge(limit: Self.mostDays) }
        busy = sample.counts.filter { $0 > 0 }.sorted()
        size = sample.counts.count
        quiet = size - busy.count
    }

    /// The probability that fewer than so many items are done within `d` days, at index `d`, up to where it is below a rounding, or
    /// the horizon.
    ///
    /// - Parameter items: 1 or more.
    /// - Throws: `tooLarge`.
    /// - Complexity: O(n · items² + n · d), n the days of the sample.
    func open(items: Int, horizon: Int, rounding: Double) throws(ForecastRefusal) -> [Double] {
        // Every busy day brings something, so that few of them come before the items are done.
        let busyDays = min(horizon, (items - 1) / (busy.first ?? 1))
        let ways = try busyWays(days: busyDays, below: items)
        let sums = (0...busyDays).map { day in ways[day * items..<(day + 1) * items].reduce(0, +) }
        var reach = min(horizon, max(256, 4 * busyDays))
        while true {
            let open = shares(sums, days: reach)
            let end = open.firstIndex { $0 < rounding } ?? reach
            if end < reach || reach == horizon { return Array(open[...end]) }
            reach = min(horizon, 4 * reach)
        }
    }

    /// The probability of exactly `k` items within so many days, at index `k`.
    ///
    /// - Throws: `tooLarge`.
    /// - Complexity: O(n · days² · m), m the most items of a day.
    func counts(days: Int) throws(ForecastRefusal) -> [Double] {
        let width = days * (busy.last ?? 0) + 1
        let ways = try busyWays(days: days, below: width)
        let quietWays = Self.ways(of: quiet, days: days)
        let all = Self.ways(of: size, days: days)[days]
        var probabilities = [Double](repeating: 0, count: width)
        for day in 0...days where quietWays[days - day] > 0 {
            let share = quietWays[days - day] / all
            for items in 0..<width { probabilities[items] += share * ways[day * width + items] }
        }
        return probabilities
    }

    /// In how many ways so many days fall on the busy days of the sample and bring so many items: `below` numbers of items for each
    /// number of days from 0 on.
    private func busyWays(days: Int, below: Int) throws(ForecastRefusal) -> [Double] {
        let cells = (days + 1).multipliedReportingOverflow(by: below)
        guard !cells.overflow, cells.partialValue <= min(Self.mostCells, Self.mostAdditions / max(1, busy.count)) else {
            // Of so many items, or days with an item each.
            throw .tooLarge(limit: Int(Double(min(Self.mostCells, Self.mostAdditions / max(1, busy.count))).squareRoot()))
        }
        var ways = [Double](repeating: 0, count: cells.partialValue)
        ways[0] = 1
        let least = busy.first ?? 1
        ways.withUnsafeMutableBufferPointer { ways in
            // One more day of the sample: with each of its ways all those in which it is drawn once more.
            for count in busy where count < below {
                for day in 0..<days {
                    let (from, to) = (day * below, (day + 1) * below + count)
                    // So many busy days bring so much at least.
                    for items in stride(from: day * least, to: below - count, by: 1) { ways[to + items] += ways[from + items] }
                }
            }
        }
        return ways
    }

    /// The share of all ways in which the sums of ways with so many busy days remain, by days.
    private func shares(_ sums: [Double], days: Int) -> [Double] {
        var open = sums.prefix(days + 1) + [Double](repeating: 0, count: max(0, days + 1 - sums.count))
        for _ in 0..<quiet {
            for day in stride(from: 1, through: days, by: 1) { open[day] += open[day - 1] }
        }
        return zip(open, Self.ways(of: size, days: days)).map { $0 / $1 }
    }

    /// In how many ways so many days fall on `kinds` of days, by days: the binomial coefficients of `kinds - 1 + days` over `days`.
    private static func ways(of kinds: Int, days: Int) -> [Double] {
        var ways = [1.0]
        for day in stride(from: 1, through: days, by: 1) {
            ways.append(kinds == 0 ? 0 : ways[day - 1] * Double(kinds - 1 + day) / Double(day))
        }
        return ways
    }
}
