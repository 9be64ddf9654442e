package import HoneFacts
import HoneMetrics
package import HoneStatistics

/// From idea to working product: where the time goes, what goes on and what drops out, now and a year ago. A plain value.
package struct LoopPicture: Sendable {
    package var product: String
    /// For example `Scrum, sprints of 14 days`.
    package var lifeCycle: String
    package var zone: String
    package var today: CalendarDay
    /// Set when the evidence ends long before today and the window ends with it.
    package var evidenceEndsOn: CalendarDay?
    package var source: Source
    package var now: LoopStrip
    /// The same window 364 days earlier; nil where too few went through then.
    package var yearAgo: LoopStrip?
    /// The window a year ago, and how many went through in it.
    package var yearAgoWindow: Window
    package var yearAgoCount: Int
    /// How well the sources join.
    package var coverage: [Joins.Coverage]
    /// Phases, gates and the improvement lane; nil where the product is not phased.
    package var phased: PhasedPicture? = nil
    /// Which stages improvements touch; nil where nobody has said of any.
    package var improvements: ImprovementCoverage? = nil

    /// What the stages are read from.
    package enum Source: Sendable, Equatable {
        /// Transitions between the stages of hone.yaml.
        case stages
        /// Dates of items, joined with changes, commits and releases.
        case dates
        /// A git history alone.
        case git
        /// Nothing: the sentence says why.
        case nothing(String)

        /// A stable word for programs.
        package var id: String {
            switch self {
            case .stages: "stages"
            case .dates: "dates"
            case .git: "git"
            case .nothing: "nothing"
            }
        }
    }
}

/// The stages of one window, in order.
package struct LoopStrip: Sendable {
    package var window: Window
    package var stages: [LoopStage]
    /// Finished items (from git alone: released changes) that the shares of time stand on, of all that finished.
    package var n: Int
    package var of: Int
    /// Why the others are left out, by reason.
    package var excluded: [String: Int]
    /// Finished items that came back to a stage, and those that skipped one; nil where visits are not known.
    package var reentered: Int?
    package var skipped: Int?
    package var beforeStart: BeforeStart?

    /// Hours of the stages between start and done, by the day on which items were finished.
    package var hours: LargestSum

    /// The largest part of the time between start and done, or some of which cannot be told which is larger; nil where that time is not
    /// known.
    package var bottleneck: LeadingStages? {
        let steps = stages.filter { $0.side == .team && $0.n > 0 }
        guard steps.count > 1 || steps.contains(where: { !$0.isDefault }), !isHardlyKnown else { return nil }
        return LeadingStages(hours, stages.filter { $0.side == .team }.map(\.name))
    }

    /// Whether the times are those of a few that may be unlike all the others.
    package var isHardlyKnown: Bool { n < Observation.smallSample && 2 * n < of }

    /// Hours of all finished items in the stages between start and done: not those that a reopened one had spent in done.
    package var teamHours: Double { hours { _ in true } }

    /// Share of the time between start and done that was waiting; nil where nothing tells waiting from work.
    package var waitingShare: Double? {
        guard teamHours > 0, stages.contains(where: { $0.side == .team && $0.kind == .wait && !$0.isDefault }) else { return nil }
        return hours { $0.isWaiting } / teamHours
    }

    /// Share of the time between start and done that a stage took.
    package func teamShare(of stage: LoopStage) -> Double? {
        stage.side == .team && teamHours > 0 ? stage.totalHours / teamHours : nil
    }

    private func hours(_ isCounted: (LoopStage) -> Bool) -> Double {
        stages.reduce(0) { $0 + ($1.side == .team && isCounted($1) ? $1.totalHours : 0) }
    }
}
