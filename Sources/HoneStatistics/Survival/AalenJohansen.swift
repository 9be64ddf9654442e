#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How things end when they can end in several ways, such as done or cancelled, and some are still open.
///
/// The incidence of a way to end is the share that has ended so by each duration. The incidences and the share still open
/// add up to 1, which one curve for each way, the others taken as open, would not.
///
/// Source: O. O. Aalen and S. Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; for independent ends as
/// J. D. Kalbfleisch and R. L. Prentice (2002), 8.2, doi:10.1002/9781118032985.
public struct AalenJohansen: Sendable, Hashable {
    /// The distinct durations, ascending.
    public let times: [Double]

    /// Things known to last at least as long as each of ``times``.
    public let atRisk: [Int]

    /// Ends after exactly each of ``times``: `[cause][time]`.
    public let events: [[Int]]

    /// The share that lasts longer than each of ``times``.
    public let survival: [Double]

    /// The share that has ended in each way by each of ``times``: `[cause][time]`.
    public let incidence: [[Double]]

    /// Estimates the incidences.
    ///
    /// Refuses (answers `nil` for) an empty list, lists of different lengths, durations that are negative or not finite, and
    /// causes outside 0..<causes.
    ///
    /// - Parameters:
    ///   - durations: how long each thing took, or its age where it is open; any order and unit, zero or more.
    ///   - cause: in which way each ended, counted from 0; `nil` for what is still open.
    ///   - causes: how many ways to end there are, one or more.
    /// - Complexity: O(n log n + t · c), n things, t distinct durations, c causes.
    public init?(durations: [Double], cause: [Int?], causes: Int) {
        guard !durations.isEmpty, durations.count == cause.count, durations.allSatisfy({ $0 >= 0 && $0.isFinite }), causes > 0,
            cause.allSatisfy({ $0.map { (0..<causes).contains($0) } ?? true })
        else { return nil }
        let order = durations.indices.sorted { durations[$0] < durations[$1] }
        var (times, atRisk, survival) = ([Double](), [Int](), [Double]())
        var events = [[Int]](repeating: [], count: causes)
        var incidence = [[Double]](repeating: [], count: causes)
        var open = 1.0
        var reached = [Double](repeating: 0, count: causes)
        var start = 0
        while start < order.count {
            let time = durations[order[start]]
            let remaining = order.count - start
            var ended = [Int](repeating: 0, count: causes)
            while start < order.count, durations[order[start]] == time {
                if let way = cause[order[start]] { ended[way] += 1 }
                start += 1
            }
            for way in 0..<causes {
                reached[way] += open * Double(ended[way]) / Double(remaining)
                events[way].append(ended[way])
                incidence[way].append(reached[way])
            }
            open *= Double(remaining - ended.reduce(0, +)) / Double(remaining)
            times.append(time)
            atRisk.append(remaining)
            survival.append(open)
        }
        self.times = times
        self.atRisk = atRisk
        self.events = events
        self.survival = survival
        self.incidence = incidence
    }

    /// The share that has ended in one way by `time`.
    ///
    /// - Parameters:
    ///   - cause: counted from 0.
    ///   - time: a duration, zero or more.
    /// - Returns: a share in 0...1; `nil` for a cause or time out of range, and beyond the longest duration when something
    ///   is still open then.
    /// - Complexity: O(log n).
    public func incidence(of cause: Int, by time: Double) -> Double? {
        place(of: cause, by: time).map { $0 < 0 ? 0 : incidence[cause][$0] }
    }

    /// The standard error of ``incidence(of:by:)`` by the delta method.
    ///
    /// - Parameters:
    ///   - cause: counted from 0.
    ///   - time: a duration, zero or more.
    /// - Returns: zero or more, or `nil` where the incidence is.
    /// - Complexity: O(t · c), t distinct durations, c causes.
    ///
    /// Source: E. Marubini and M. G. Valsecchi (1995), Analysing Survival Data from Clinical Trials and Observational
    /// Studies, 10.3; compared by A. Allignol, M. Schumacher and J. Beyersmann (2010), doi:10.1002/bimj.200900039.
    public func standardError(of cause: Int, by time: Double) -> Double? {
        guard let last = place(of: cause, by: time) else { return nil }
        guard last >= 0 else { return 0 }
        let end = incidence[cause][last]
        var sum = CompensatedSum()
        for index in 0...last {
            let n = Double(atRisk[index])
            let all = Double(events.reduce(0) { $0 + $1[index] })
            let here = Double(events[cause][index])
            let before = index > 0 ? survival[index - 1] : 1
            let rest = end - incidence[cause][index]
            if all > 0, all < n { sum.add(rest * rest * all / n / (n - all)) }
            sum.add(before * before * here / n / n * (n - here) / n)
            sum.add(-2 * rest * before * here / n / n)
        }
        return max(0, sum.value).squareRoot()
    }

    /// The interval for ``incidence(of:by:)`` on the scale of ln(-ln F), which stays within 0...1.
    ///
    /// - Parameters:
    ///   - cause: counted from 0.
    ///   - time: a duration, zero or more.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval of method `aalen-johansen-log-log`, without width where the incidence is 0 or 1; `nil` where
    ///   the incidence is or for a level out of range.
    /// - Complexity: that of ``standardError(of:by:)``.
    public func interval(of cause: Int, by time: Double, level: Double) -> Interval? {
        guard let share = incidence(of: cause, by: time), let error = standardError(of: cause, by: time),
            let z = Normal.criticalValue(level: level)
        else { return nil }
        var ends = (lower: share, upper: share)
        if share > 0, share < 1 {
            let depth = -log(share)
            let factor = exp(z * error / (share * depth))
            ends = (exp(-depth * factor), exp(-depth / factor))
        }
        return Interval(level: level, lower: ends.lower, upper: ends.upper, method: "aalen-johansen-log-log")
    }

    /// The last step at or before `time`, -1 before the first.
    private func place(of cause: Int, by time: Double) -> Int? {
        guard incidence.indices.contains(cause), time >= 0, let last = times.last,
            time <= last || survival.last == 0
        else { return nil }
        var low = 0
        var high = times.count
        while low < high {
            let middle = low + (high - low) / 2
            if times[middle] > time { high = middle } else { low = middle + 1 }
        }
        return low - 1
    }
}
