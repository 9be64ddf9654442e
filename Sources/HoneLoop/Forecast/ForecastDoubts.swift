import HoneFacts
import HoneStatistics

/// Why the days to come may not be like the days that a forecast draws from, as far as the evidence tells.
struct ForecastDoubts {
    let forecast: Forecast

    /// A sentence each; empty where nothing is left to do or nothing was answered.
    var sentences: [String] {
        guard let ahead, ahead > 0 else { return [] }
        return [beginning, pace, horizon(ahead), holidays(ahead)].compactMap(\.self)
    }

    /// Days up to the answer at 85 %, or up to the day that was asked about.
    private var ahead: Int? {
        switch (forecast.answer, forecast.question.kind) {
        case (.days(let answers), _): answers.first { $0.confidence == 0.85 }?.days
        case (.items, .howMany(let until)): Forecast.days(until: until, from: forecast.today)
        default: nil
        }
    }

    /// A record that begins with the first finish leaves out how long that took (decision 0042).
    private var beginning: String? {
        guard case .history(let counts, let lastDay) = forecast.days, counts.count < ThroughputSample.usualDays,
            let begun = forecast.begunOn
        else { return nil }
        let first = lastDay + (1 - counts.count)
        guard first - begun >= 14 else { return nil }
        return
            "Work is known since \(DayText.day(begun)), and the first finish is of \(DayText.day(first)): the days between are not drawn from. If nothing was finished on them, it takes longer."
    }

    /// The last four weeks against the days before them.
    private var pace: String? {
        guard case .history(let counts, _) = forecast.days else { return nil }
        let drawn = counts.suffix(ThroughputSample.usualDays)
        let (before, lately) = (Array(drawn.dropLast(Self.latelyDays)), Array(drawn.suffix(Self.latelyDays)))
        guard before.count >= Self.latelyDays / 2, Self.differ(before, lately) else { return nil }
        let (then, now) = (before.reduce(0, +), lately.reduce(0, +))
        return
            "The pace changed: \(CountText.counted(now, "item")) in the last \(lately.count) days, \(ValueText.grouped(then)) in the \(before.count) before, and both are drawn from. If it stays so, draw from the last ones alone: --samples FILE."
    }

    private func horizon(_ ahead: Int) -> String? {
        guard ahead > forecast.days.count else { return nil }
        return
            "It looks \(CountText.counted(ahead, "day")) ahead and draws from \(ValueText.grouped(forecast.days.count)): how the pace itself may change in such a time is in no draw, so the true range is wider."
    }

    private func holidays(_ ahead: Int) -> String? {
        guard case .history(_, let lastDay) = forecast.days, let calendar = forecast.calendar else { return nil }
        func count(_ first: CalendarDay, _ days: Int) -> Int {
            (0..<days).count { calendar.weekdays.contains((first + $0).weekday) && !calendar.isWorkingDay(first + $0) }
        }
        let (coming, drawn) = (count(forecast.today + 1, ahead), count(lastDay + (1 - forecast.days.count), forecast.days.count))
        guard coming >= 2, coming * forecast.days.count > 2 * drawn * ahead else { return nil }
        return
            "\(CountText.counted(coming, "holiday")) of hone.yaml \(coming == 1 ? "lies" : "lie") in the days ahead, \(ValueText.grouped(drawn)) in those drawn from: count on less."
    }

    static let latelyDays = 28

    /// Whether two runs of daily counts have different means: normal, with the spread of the days within the runs.
    ///
    /// Source: McCullagh and Nelder, Generalized Linear Models, 1989, 6.2 (over-dispersion).
    static func differ(_ some: [Int], _ others: [Int]) -> Bool {
        func mean(_ counts: [Int]) -> Double { Double(counts.reduce(0, +)) / Double(counts.count) }
        func squares(_ counts: [Int]) -> Double { counts.reduce(0) { $0 + (Double($1) - mean(counts)) * (Double($1) - mean(counts)) } }
        let (count, pooled) = (some.count + others.count, mean(some + others))
        guard count > 2, pooled > 0 else { return false }
        let dispersion = max(1, (squares(some) + squares(others)) / (Double(count - 2) * pooled))
        let error = (dispersion * pooled * (1 / Double(some.count) + 1 / Double(others.count))).squareRoot()
        return 2 * Normal.cumulative(-abs(mean(some) - mean(others)) / error) < 0.01
    }
}
