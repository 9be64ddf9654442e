package import HoneFacts
import HoneMetrics

/// One stage of the loop over a window.
package struct LoopStage: Sendable {
    package var name: String
    /// What it runs between, where nobody mapped stages.
    package var meaning: String
    package var group: Stage.Group
    /// Backlog and wait are waiting; the rest is work.
    package var kind: Stage.Kind
    package var side: Side
    /// Whether it is one of the default parts and not a stage of hone.yaml.
    package var isDefault: Bool
    /// Finished items that were in it, of those that could have been.
    package var n = 0
    package var of = 0
    /// Hours an item spent in it, its visits added up; nil where none did.
    package var median: Double?
    package var p85: Double?
    package var p95: Double?
    /// Hours of all the items that the shares of time stand on.
    package var totalHours = 0.0
    package var visits: Visits?
    package var passage: Passage?

    /// Left of the commitment stage the product side decides; from there on the team works.
    package enum Side: String, Sendable {
        case product, team
    }

    /// Visits of finished items: one that comes back is counted again, one that never came is a skip.
    package struct Visits: Sendable, Equatable {
        package var count: Int
        package var cameBack: Int
        package var skipped: Int
    }

    package var isWaiting: Bool { kind != .active }
    package var isSmallSample: Bool { n < Observation.smallSample }
}

/// What went into a stage during a window, and what had become of it at the window's end.
package struct Passage: Sendable, Equatable {
    /// Fates of the items that entered it; nil where no source says that something dropped out.
    package var fate: Fate?
    /// How often it was left in the window.
    package var leftCount = 0
    package var leftPerWeek = 0.0
    /// In it at the window's end; nil where that is not known.
    package var inIt: Int?

    /// Three ways, which add up to what entered.
    package struct Fate: Sendable, Equatable {
        package var wentOn = 0
        /// Cancelled or returned from it, and never went on.
        package var droppedHere = 0
        package var stillHere = 0

        package var entered: Int { wentOn + droppedHere + stillHere }
        /// Share that has not left it in the direction of the product.
        package var neverLeft: Double? { entered > 0 ? Double(droppedHere + stillHere) / Double(entered) : nil }
    }
}
