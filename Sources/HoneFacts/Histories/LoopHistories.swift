/// Turns of build, measure and learn: a hypothesis, what was built for it, its first data, and what was decided. They come from
/// decisions, not from facts.
package struct LoopHistories: Sendable, Equatable {
    package struct Loop: Sendable, Equatable {
        package enum Decision: String, Sendable {
            case persevere, pivot, stop
        }

        package var name: String
        package var statedOn: CalendarDay
        package var builtOn: CalendarDay?
        package var firstDataOn: CalendarDay?
        /// Nil while it is open.
        package var decidedOn: CalendarDay?
        /// Nil where it ended without a decision.
        package var decision: Decision?
        /// Whether what would count as success was fixed before the first data.
        package var hasThresholdBeforeData: Bool

        package init(
            name: String, statedOn: CalendarDay, builtOn: CalendarDay? = nil, firstDataOn: CalendarDay? = nil,
            decidedOn: CalendarDay? = nil, decision: Decision? = nil, hasThresholdBeforeData: Bool = false
        ) {
            (self.name, self.statedOn, self.builtOn, self.firstDataOn) = (name, statedOn, builtOn, firstDataOn)
            (self.decidedOn, self.decision, self.hasThresholdBeforeData) = (decidedOn, decision, hasThresholdBeforeData)
        }
    }

    package let loops: [Loop]
    package var count: Int { loops.count }

    package init(_ loops: [Loop] = []) {
        self.loops = loops
    }
}
