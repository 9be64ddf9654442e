/// Where a plan stands in time: when the work done by now should have been done.
///
/// Unlike the indices in money it does not end at 1 for work that is late.
///
/// Source: W. Lipke (2003), Schedule is Different, The Measurable News, 31-34; C + (EV - PV_C) / (PV_(C+1) - PV_C). Where the plan
/// rests on the way and all that was due is done, that formula counts the whole rest as earned; here the work is then where it was
/// planned for as long as the rest lasts, and so it is in the middle of a period.
public struct EarnedSchedule: Sendable, Hashable {
    /// ES, in periods since the start of the plan.
    public let earned: Double

    /// AT, periods since the start.
    public let actualTime: Double

    /// How many periods the plan has.
    public let plannedDuration: Double

    /// Finds the place of the earned value on the plan.
    ///
    /// Refuses (answers `nil` for) fewer than two planned values, values that are not finite or fall, an earned value below the
    /// first planned one, and a time that is negative or not finite. More than the whole plan counts as the whole.
    ///
    /// - Parameters:
    ///   - planned: cumulative planned value at the start and after each period, never falling.
    ///   - earnedValue: the budget of the work done up to now, in the unit of `planned`.
    ///   - actualTime: periods since the start, not necessarily whole.
    ///   - dueValue: what was planned up to the very day, where that is known: periods alone tell it at their ends only. Work that has
    ///     earned as much is in time, and work that has earned more is not late.
    /// - Complexity: O(n), n planned values.
    public init?(planned: [Double], earnedValue: Double, actualTime: Double, dueValue: Double? = nil) {
        guard planned.count > 1, let start = planned.first, let whole = planned.last, planned.allSatisfy(\.isFinite),
            zip(planned, planned.dropFirst()).allSatisfy({ $0 <= $1 }), earnedValue >= start, earnedValue.isFinite,
            actualTime >= 0, actualTime.isFinite
        else { return nil }
        // A plan that rests at its end was to be done when it first got there.
        if earnedValue >= whole {
            earned = Double(planned.firstIndex(of: whole) ?? planned.count - 1)
        } else {
            let period = (planned.firstIndex { $0 > earnedValue } ?? 1) - 1
            let place: Double
            if planned[period] == earnedValue, let first = planned.firstIndex(of: earnedValue) {
                place = min(max(actualTime, Double(first)), Double(period))
            } else {
                place = Double(period) + (earnedValue - planned[period]) / (planned[period + 1] - planned[period])
            }
            earned =
                switch dueValue {
                case earnedValue?: actualTime
                case let due? where due < earnedValue: max(place, actualTime)
                default: place
                }
        }
        self.actualTime = actualTime
        plannedDuration = Double(planned.count - 1)
    }

    /// SV(t) = ES - AT, in periods; negative is late.
    ///
    /// - Complexity: O(1).
    public var variance: Double { earned - actualTime }

    /// SPI(t) = ES / AT, or `nil` at the start.
    ///
    /// - Complexity: O(1).
    public var performance: Double? { actualTime > 0 ? earned / actualTime : nil }

    /// IEAC(t) = planned duration / SPI(t), in periods; `nil` while nothing is earned.
    ///
    /// - Complexity: O(1).
    public var estimatedDuration: Double? {
        guard let performance, performance > 0 else { return nil }
        return plannedDuration / performance
    }
}
