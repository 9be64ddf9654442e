package import HoneFacts
import HoneMetrics
import HoneStatistics

/// What a product that learns by bets has learned over a year: how long a turn of build, measure and learn takes, how many of them
/// taught something, and what is still open.
package struct LearningSentences: Sendable {
    private let loops: LoopHistories
    private let time: Observation
    private let rate: Observation
    private let window: Window
    private let today: CalendarDay

    /// - Parameter last: the last day of the year that is looked at.
    package init(_ histories: Histories, _ interpretation: Interpretation, until last: CalendarDay, now: Int64) {
        window = Window(from: last + -363, to: last + 1)
        let context = MeasureContext(interpretation: interpretation, window: window, now: now)
        loops = histories.loops
        time = observe(BuildMeasureLearn(), histories, context)
        rate = observe(ValidatedLearningRate(), histories, context)
        today = last
    }

    package var all: [String] { loops.count == 0 ? [nothing] : [cycle, learned, course, open].compactMap(\.self) }

    private var nothing: String { "No bet is on record yet, so no loop of build, measure and learn." }

    /// `3 loops were decided in the 52 weeks to 1 Mar 2026, each within 47 d: build up to 27 d, measure up to 2 d, learn up to 18 d.`
    private var cycle: String {
        guard time.n > 0 else { return "No loop of build, measure and learn was decided in the \(DayText.window(window))." }
        let parts = time.parts.prefix(3).filter { $0.observation.n > 0 }.map { "\($0.name) \(Self.spread($0.observation))" }
        let behind = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
        let verb = time.n == 1 ? "was" : "were"
        return
            "\(count(time.n)) \(verb) decided in the \(DayText.window(window)), from hypothesis to decision \(Self.spread(time))\(behind)."
    }

    /// By a success line that could have been missed.
    private var learned: String? {
        guard let known = rate.numerator, rate.n > 0 else { return nil }
        let range = rate.interval.map { " (\(ValueText.range($0.lower, $0.upper, unit: .share)))" } ?? ""
        return "\(ValueText.short(known)) of \(rate.n) by a success line that was fixed before the data\(range)."
    }

    /// Nobody learns to stop who never stops.
    private var course: String? {
        guard let changed = rate.parts.first?.observation, let number = changed.numerator, changed.n > 0 else { return nil }
        if rate.flags["always-persevered"] != nil { return "Every one was kept: no bet has taught anybody to stop yet." }
        return "\(ValueText.short(number)) of \(changed.n) changed course (pivot or stop)."
    }

    private var open: String? {
        let ages = loops.loops.filter { $0.statedOn <= today && ($0.decidedOn.map { $0 > today } ?? true) }.map { today - $0.statedOn }
        guard let oldest = ages.max() else { return nil }
        return ages.count == 1
            ? "1 loop is open, stated \(oldest) d ago." : "\(ages.count) loops are open, the oldest stated \(oldest) d ago."
    }

    /// Below eleven, the range only.
    private static func spread(_ observation: Observation) -> String {
        func text(_ value: Double?) -> String { ValueText.text(value, unit: .days) }
        if observation.isSmallSample { return "up to \(text(observation.percentiles?.p95))" }
        return "half within \(text(observation.value)), 85 % within \(text(observation.percentiles?.p85))"
    }

    private func count(_ number: Int) -> String { "\(ValueText.grouped(number)) loop\(number == 1 ? "" : "s")" }
}
