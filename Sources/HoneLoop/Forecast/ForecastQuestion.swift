package import HoneFacts
package import HoneStatistics

/// What a forecast is asked, and how the days to come are drawn.
package struct ForecastQuestion: Sendable {
    package enum Kind: Sendable, Equatable {
        /// When so many items are done.
        case when(items: ClosedRange<Int>)
        /// How many items are done by a day, that day included.
        case howMany(until: CalendarDay)
    }

    package enum Method: String, Sendable, CaseIterable {
        case exact, simulated
    }

    package let kind: Kind
    /// Items that one of today's becomes before it is done.
    package var splitRate: ClosedRange<Double> = 1...1
    package var drawing = DayDrawing.days
    /// Nil: exact where there is an exact answer.
    package var method: Method?
    package var seed = Self.usualSeed

    package static let usualSeed: UInt64 = 1

    package init(_ kind: Kind) {
        self.kind = kind
    }

    /// Whether only a simulation answers it: unsure scope, splitting, whole weeks.
    package var needsSimulation: Bool {
        if method == .simulated || drawing == .weeks || splitRate != 1...1 { return true }
        if case .when(let items) = kind { return items.lowerBound != items.upperBound }
        return false
    }
}
