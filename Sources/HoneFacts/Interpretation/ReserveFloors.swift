/// The shares of improvement work that a team has reserved, each from a day on: an iteration is judged by the one it began with.
package struct ReserveFloors: Sendable, Equatable {
    /// 0...1, before anything else was agreed.
    private let usual: Double
    /// In the order in which they were agreed.
    private var agreed: [(from: CalendarDay, floor: Double)] = []

    package init(_ usual: Double) { self.usual = usual }

    package mutating func agree(_ floor: Double, from day: CalendarDay) { agreed.append((day, floor)) }

    /// Of the agreements that have begun, the one that begins last; of two from one day, the later one.
    package func floor(on day: CalendarDay) -> Double {
        agreed.filter { $0.from <= day }.enumerated().max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element.floor
            ?? usual
    }

    package static func == (left: ReserveFloors, right: ReserveFloors) -> Bool {
        left.usual == right.usual && left.agreed.elementsEqual(right.agreed, by: ==)
    }
}
