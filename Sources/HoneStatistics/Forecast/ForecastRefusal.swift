/// Why there is no forecast.
public enum ForecastRefusal: Error, Sendable, Hashable {
    /// There is no day to draw from, or no team to join.
    case empty
    /// A day, counted from 0, has fewer than no completions.
    case negative(day: Int)
    /// No day has a completion, so nothing is ever done.
    case allZero
    /// The history has fewer days than its kind of drawing needs.
    case fewDays(found: Int, needed: Int)
    /// Fewer days of the history have a completion than are needed.
    case fewDaysWithCompletion(found: Int, needed: Int)
    /// The remaining work is no range of items from 0 up, or its split rate is no positive finite number.
    case work
    /// The horizon is no number of days from 0 (how many) or 1 (when) up, or is beyond ten years.
    case horizon(days: Int)
    /// A simulation needs at least one trial.
    case trials(Int)
    /// A confidence does not lie strictly between 0 and 1.
    case confidence
    /// What would have to be counted is beyond `limit`; an exact answer may still be simulated.
    case tooLarge(limit: Int)
}
