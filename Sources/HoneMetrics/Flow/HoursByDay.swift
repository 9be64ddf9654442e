package import HoneFacts
package import HoneStatistics

/// Hours in the stages, of the items that were finished on one day together: those that go together share their luck, so a day is the
/// case by which stages are compared.
package struct HoursByDay {
    private let size: Int
    private var days: [CalendarDay: [Double]] = [:]

    /// - Parameter size: how many stages there are.
    package init(size: Int) { self.size = size }

    /// - Parameter hours: of one item, as many as there are stages.
    package mutating func add(_ hours: [Double], on day: CalendarDay) {
        days[day] = days[day].map { zip($0, hours).map(+) } ?? hours
    }

    /// Complexity: O(days log days + days x stages squared).
    package var sums: LargestSum {
        var sums = LargestSum(size: size)
        for (_, hours) in days.sorted(by: { $0.key < $1.key }) { sums.add(hours) }
        return sums
    }
}
