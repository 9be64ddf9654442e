package import HoneFacts
package import HoneStatistics

/// Hours in the stages, of the items that were finished on one day together: those that go together share their luck, so a day is the
/// case by which stages are compared.
package struct HoursByDay {
    private let size: Int
    /// Where the hours of a day begin in `hours`.
    private var places: [CalendarDay: Int] = [:]
    private var hours: [Double] = []

    /// - Parameter size: how many stages there are.
    package init(size: Int) { self.size = size }

    /// - Parameter hours: of one item in each stage.
    @inline(__always)
    package mutating func add(on day: CalendarDay, _ hours: (Int) -> Double) {
        let place = place(of: day)
        for stage in 0..<size { self.hours[place + stage] += hours(stage) }
    }

    private mutating func place(of day: CalendarDay) -> Int {
        if let place = places[day] { return place }
        let place = hours.count
        places[day] = place
        hours.append(contentsOf: repeatElement(0, count: size))
        return place
    }

    /// Complexity: O(days log days + days x stages squared).
    package var sums: LargestSum {
        var sums = LargestSum(size: size)
        for (_, place) in places.sorted(by: { $0.key < $1.key }) { sums.add(Array(hours[place..<place + size])) }
        return sums
    }
}
