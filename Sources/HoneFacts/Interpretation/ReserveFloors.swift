/// The shares of improvement work that a team has reserved, each from a day on: an iteration is judged by the one it began with.
package struct ReserveFloors: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        package let from: CalendarDay
        /// 0...1, of finished items; nil where capacity is counted in another unit.
        package let floor: Double?

        package init(_ floor: Double?, from: CalendarDay) { (self.floor, self.from) = (floor, from) }
    }

    /// 0...1, before the first step.
    private let usual: Double
    private let steps: [Step]

    /// - Parameter steps: ascending, at most one a day; which of two agreements holds was settled before.
    package init(_ usual: Double, steps: [Step] = []) { (self.usual, self.steps) = (usual, steps) }

    /// Nil where the reserve of that day is counted in another unit than items.
    package func floor(on day: CalendarDay) -> Double? { steps.last { $0.from <= day }.map(\.floor) ?? usual }
}
