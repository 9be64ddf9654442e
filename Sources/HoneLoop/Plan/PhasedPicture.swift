package import HoneFacts
package import HoneMetrics

/// A phased product: its phases with what was planned against what came, their gates, and the improvement lane across all of them.
/// The lane is there with nothing in it, too. A plain value.
package struct PhasedPicture: Sendable {
    /// The day that the numbers stand for.
    package var asOf: CalendarDay
    /// What the plan is held against; nil where nobody settled on a baseline.
    package var baseline: RecordedBaseline?
    /// The day it was set on, and how many of its lines were done by then.
    package var baselineDay: CalendarDay?
    package var doneBeforeBaseline = 0
    /// Nil where no plan was read.
    package var figures: Figures?
    /// In the order of time.
    package var phases: [Phase]
    /// What was learned at the gates, oldest first.
    package var lessons: [Lesson]

    /// Of all work, and of the part of it that is improvement.
    package struct Figures: Sendable, Equatable {
        package var all: PlanFigures
        package var lane: PlanFigures
    }

    package struct Phase: Sendable, Equatable {
        /// Empty for lines that name no phase.
        package var name: String
        /// From its first planned start to its last planned finish; nil where no line of it has a day.
        package var window: Window?
        package var figures: Figures?
        package var gates: [GateLine]
        /// Improvements that touch it.
        package var improvements: Int
    }

    package struct GateLine: Sendable, Equatable {
        package var number: Int
        package var name: String
        /// A stable word: planned, lapsed, open, closed or skipped.
        package var state: String
        package var short: String
        package var standing: String
        package var remark: String?
        package var sentences: String
        package var next: String
    }

    package struct Lesson: Sendable, Equatable {
        package var gate: Int
        package var phase: String
        package var text: String
    }

    /// Phases of a name that improvement touches, by a line of the plan or by an improvement, and those it never did.
    package var touched: [String] { named.filter(isTouched).map(\.name) }
    package var neverTouched: [String] { named.filter { !isTouched($0) }.map(\.name) }

    private var named: [Phase] { phases.filter { !$0.name.isEmpty } }
    private func isTouched(_ phase: Phase) -> Bool { (phase.figures?.lane.n ?? 0) > 0 || phase.improvements > 0 }
}
