/// Work items folded from their facts, as columns. Row `i` of every column is the same item.
///
/// Instants are raw values (`Instant.rawValue`), `Instant.missing` where unknown.
package struct ItemHistories: Sendable {
    package var origin: [String] = []
    package var key: [String] = []
    package var type = TextColumn()
    package var stream = TextColumn()
    package var kind: [WorkKind] = []
    package var title: [String] = []
    package var reason: [String] = []
    package var requestedAt: [Int64] = []
    /// First entry into the commitment stage or any stage right of it.
    package var startedAt: [Int64] = []
    /// Start of the last unbroken stay in a done stage; missing while the item is open, reopened or cancelled.
    package var finishedAt: [Int64] = []
    /// First entry into a done stage, whatever came later.
    package var firstFinishedAt: [Int64] = []
    package var cancelledAt: [Int64] = []
    /// Whether it left a done stage after it first entered one.
    package var isReopened: [Bool] = []
    /// Whether it stands left of the commitment stage again.
    package var isReturned: [Bool] = []
    /// Whether its dates came with transitions, or only as dates in a row.
    package var hasTransitions: [Bool] = []
    /// Whether its tracker itself says when it was closed and opened again.
    package var hasClosings: [Bool] = []
    /// Seconds in active stages between start and finish (or now), less the union of the blocks.
    package var activeSeconds: [Int64] = []
    /// Seconds between start and finish (or the instant it left, or now).
    package var processSeconds: [Int64] = []
    package var blockedSeconds: [Int64] = []
    package var loggedSeconds: [Int64] = []
    package var estimatedSeconds: [Int64] = []
    /// How bad a defect is, and the phases it came from and was found in: the source's own words.
    package var severity: [String] = []
    package var injectedPhase: [String] = []
    package var foundPhase: [String] = []
    /// Versions that the tracker says it is in, joined by U+001F.
    package var versions: [String] = []
    /// Keys it had before, and its tracker's number for it, apart by spaces.
    package var aliases: [String] = []
    /// When a defect was found: `before` or `after` its release; empty where no source says.
    package var found: [String] = []
    /// Visits of item `i` are `visits[visitOffsets[i]..<visitOffsets[i + 1]]`.
    package var visitOffsets: [Int] = [0]
    package var visits: [Visit] = []
    /// The stages that visits speak of: the product's own, then `Requested`, `Started`, `Finished` for items with dates only.
    package var stages: [Stage] = []
    /// Stage codes below this one come from the product's stage map.
    package var mappedStageCount = 0
    package var commitment = 0

    package var count: Int { key.count }

    package func visits(of item: Int) -> ArraySlice<Visit> { visits[visitOffsets[item]..<visitOffsets[item + 1]] }

    /// A stay in one stage. Seconds since 1970; `leftAt` is nil while it lasts.
    package struct Visit: Sendable, Equatable {
        package var stage: Int
        package var enteredAt: Int64
        package var leftAt: Int64?
    }

    /// The stage an item was in at an instant, or nil before it existed. Complexity: O(visits of the item).
    package func stage(of item: Int, atSeconds seconds: Int64) -> Int? {
        var stage: Int?
        for visit in visits(of: item) where visit.enteredAt <= seconds { stage = visit.stage }
        return stage
    }

    /// Whether being in a stage is work in progress.
    package func isInProgress(_ code: Int) -> Bool {
        let kind = stages[code].kind
        guard kind == .wait || kind == .active else { return false }
        return code >= mappedStageCount || code >= commitment
    }
}
