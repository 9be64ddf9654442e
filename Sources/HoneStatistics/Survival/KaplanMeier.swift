#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How long things take when some are not over yet: the share still open after each duration.
///
/// A thing that is still open counts as open up to its age and tells nothing more. One whose age equals a duration at
/// which others end was at risk of ending there too. Percentiles over finished things alone are too low while old ones are
/// open; these are not. Every duration is in one unit, which the answers keep.
///
/// Source: E. L. Kaplan and P. Meier (1958), doi:10.1080/01621459.1958.10501452.
public struct KaplanMeier: Sendable, Hashable {
    /// What happens at one duration.
    public struct Step: Sendable, Hashable {
        /// The duration, in the unit given.
        public let time: Double

        /// Things known to last at least this long.
        public let atRisk: Int

        /// Things that end after exactly this long.
        public let events: Int

        /// Things last seen open after exactly this long.
        public let censored: Int

        /// The share that lasts longer than this, in 0...1.
        public let survival: Double

        /// Greenwood's sum of d / (n (n - d)) up to here, the variance of ln(survival); infinite once survival is 0.
        public let logVariance: Double

        /// Greenwood's standard error of ``survival``, or `nil` where that is 0.
        public var standardError: Double? { survival > 0 ? survival * logVariance.squareRoot() : nil }
    }

    /// One step for each distinct duration, ascending.
    public let steps: [Step]

    /// Estimates the curve.
    ///
    /// Refuses (answers `nil` for) an empty list, lists of different lengths, and durations that are negative or not finite.
    ///
    /// - Parameters:
    ///   - durations: how long each thing took, or its age where it is open; any order and unit, zero or more.
    ///   - isObserved: whether the end was seen; false for what is still open.
    /// - Complexity: O(n log n), n things.
    public init?(durations: [Double], isObserved: [Bool]) {
        guard !durations.isEmpty, durations.count == isObserved.count, durations.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        let ended = Ascending.values(zip(durations, isObserved).filter(\.1).map(\.0))
        let open = Ascending.values(zip(durations, isObserved).filter { !$0.1 }.map(\.0))
        var made: [Step] = []
        var (i, j) = (0, 0)
        var survival = 1.0
        var logVariance = 0.0
        while i < ended.count || j < open.count {
            let time = i == ended.count ? open[j] : j == open.count ? ended[i] : min(ended[i], open[j])
            let (firstEnded, firstOpen) = (i, j)
            while i < ended.count, ended[i] == time { i += 1 }
            while j < open.count, open[j] == time { j += 1 }
            let atRisk = durations.count - firstEnded - firstOpen
            let events = i - firstEnded
            survival *= Double(atRisk - events) / Double(atRisk)
            logVariance += events == 0 ? 0 : Double(events) / Double(atRisk) / Double(atRisk - events)
            made.append(
                Step(
                    time: time, atRisk: atRisk, events: events, censored: j - firstOpen, survival: survival,
                    logVariance: logVariance))
        }
        steps = made
    }

    private init(steps: [Step]) {
        self.steps = steps
    }

    /// The share that lasts longer than `time`.
    ///
    /// - Parameter time: a duration, zero or more.
    /// - Returns: a share in 0...1; `nil` for a negative or undefined time, and beyond the longest duration when that one
    ///   is still open, where nothing is known.
    /// - Complexity: O(log n).
    public func survival(at time: Double) -> Double? {
        guard time >= 0, let last = steps.last, time <= last.time || last.survival == 0 else { return nil }
        return step(at: time)?.survival ?? 1
    }

    /// The share that is over within `time`: one less ``survival(at:)``.
    ///
    /// - Parameter time: a duration, zero or more.
    /// - Returns: a share in 0...1, or `nil` where ``survival(at:)`` is.
    /// - Complexity: O(log n).
    public func shareDone(by time: Double) -> Double? {
        survival(at: time).map { 1 - $0 }
    }

    /// The curve of what is still open at an age: P(lasts longer than t | lasts longer than the age) = S(t) / S(age).
    ///
    /// Its ``shareDone(by:)`` is the probability that something of this age is done when it is `time` old, and its
    /// quantiles say how old such a thing becomes. Times still count from the start, not from the age.
    ///
    /// - Parameter age: a duration, zero or more.
    /// - Returns: the curve from that age on, or `nil` when nothing is known to last longer.
    /// - Complexity: O(n).
    public func given(age: Double) -> KaplanMeier? {
        guard let reached = survival(at: age), reached > 0 else { return nil }
        let variance = step(at: age)?.logVariance ?? 0
        let later = steps[firstIndex(after: age)...].map { step in
            Step(
                time: step.time, atRisk: step.atRisk, events: step.events, censored: step.censored,
                survival: step.survival / reached,
                logVariance: step.survival > 0 ? max(0, step.logVariance - variance) : .infinity)
        }
        return later.isEmpty ? nil : KaplanMeier(steps: later)
    }

    /// The last step at or before `time`.
    func step(at time: Double) -> Step? {
        let next = firstIndex(after: time)
        return next > 0 ? steps[next - 1] : nil
    }

    private func firstIndex(after time: Double) -> Int {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = low + (high - low) / 2
            if steps[middle].time > time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension KaplanMeier.Step {
    /// The interval on the scale of ln(-ln S), which stays within 0...1.
    ///
    /// Where nothing has ended yet, and where nothing is left, the method has no width: both ends are 1, or both 0.
    ///
    /// - Parameter level: strictly between 0 and 1.
    /// - Returns: an interval for ``survival`` of method `greenwood-log-log`, or `nil` for a level out of range.
    /// - Complexity: O(1).
    ///
    /// Source: J. D. Kalbfleisch and R. L. Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd edition,
    /// 1.4, doi:10.1002/9781118032985; M. Greenwood (1926) for the variance.
    public func interval(level: Double) -> Interval? {
        guard let z = Normal.criticalValue(level: level) else { return nil }
        var ends = (lower: survival, upper: survival)
        if survival > 0, survival < 1 {
            let hazard = -log(survival)
            let factor = exp(z * logVariance.squareRoot() / hazard)
            ends = (exp(-hazard * factor), exp(-hazard / factor))
        }
        return Interval(level: level, lower: ends.lower, upper: ends.upper, method: "greenwood-log-log")
    }
}
