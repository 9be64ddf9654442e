package import HoneFacts
package import HoneMetrics

/// One number before and after a day on which something was changed.
package struct BeforeAfterPair: Sendable {
    package var name: String
    package var unit: MetricUnit
    /// What was changed.
    package var change: String
    package var changedOn: CalendarDay
    /// The mean, or median, of each week: its Monday, the value and the sample; nil where nothing was measured.
    package var weeks: [(monday: CalendarDay, value: Double?, n: Int)]
    /// The level on each side, with its interval.
    package var before: Level
    package var after: Level
    /// Where the life cycle became another one.
    package var breaks: [Break]

    package struct Level: Sendable, Equatable {
        package var value: Double
        package var lower: Double
        package var upper: Double
        package var n: Int

        package init(value: Double, lower: Double, upper: Double, n: Int) {
            (self.value, self.lower, self.upper, self.n) = (value, lower, upper, n)
        }
    }

    package init(
        name: String, unit: MetricUnit, change: String, changedOn: CalendarDay, weeks: [(monday: CalendarDay, value: Double?, n: Int)],
        before: Level, after: Level, breaks: [Break] = []
    ) {
        (self.name, self.unit, self.change, self.changedOn) = (name, unit, change, changedOn)
        (self.weeks, self.before, self.after, self.breaks) = (weeks, before, after, breaks)
    }
}
