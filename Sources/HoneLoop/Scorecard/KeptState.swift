package import HoneFacts

/// What one scorecard keeps for the next: how the items stood, and the past windows it measured.
package struct KeptState: Sendable {
    package var fold: KeptFold
    package var points: HistoryPoints

    package init(fold: KeptFold, points: HistoryPoints = HistoryPoints()) {
        self.fold = fold
        self.points = points
    }
}

/// What was kept, brought up to where the log stands now, with the facts of all that is live.
package struct KeptReading: Sendable {
    /// Items that new facts speak of are live, and the points that they can change are gone.
    package var state: KeptState
    /// Of live items only.
    package let facts: FactTables
    package let changes: KeptChanges
    /// How the items of new facts stood before; whole chunks, in which other items stand as well.
    package var settled: [String: SettledItems]
    /// Segments whose live rows are not kept as they are now.
    package let movedSegments: [Int64]

    package init(
        state: KeptState, facts: FactTables, changes: KeptChanges, settled: [String: SettledItems], movedSegments: [Int64]
    ) {
        (self.state, self.facts, self.changes) = (state, facts, changes)
        (self.settled, self.movedSegments) = (settled, movedSegments)
    }
}

/// Where a state is kept between two runs. Losing it costs time and no number.
package protocol StateKeeping: Sendable {
    /// Tells one kept state from another.
    associatedtype Token: Sendable

    /// What was kept, if it can be gone on from. Complexity: O(live facts + new facts), and a look at the names of segments.
    /// - Parameters:
    ///   - digest: of the interpretation and the program.
    ///   - now: seconds since 1970.
    ///   - isCounted: which origins are looked at.
    /// - Returns: `token` is nil where nothing is kept.
    func kept(
        for digest: String, now: Int64, _ zone: ZoneTable, isCounted: @escaping @Sendable (String) -> Bool
    ) async throws -> (token: Token?, reading: KeptReading?)

    /// Keeps a state, or nothing, in the place of what a token tells. Where another run has kept something else by now, that stays.
    /// - Parameters:
    ///   - settled: chunks that changed.
    ///   - movedSegments: segments whose live rows have to be kept anew; nil for all.
    func keep(
        _ state: KeptState?, settled: [String: SettledItems], movedSegments: [Int64]?, insteadOf token: Token?
    ) async throws
}
