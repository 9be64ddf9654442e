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

/// Where a state is kept between two runs. Losing it costs time and no number.
package protocol StateKeeping: Sendable {
    /// What was kept last; nil where nothing is, or where it cannot be read.
    func keptState() async throws -> KeptState?

    /// Keeps a state, or nothing, in the place of `base`, which it went on from. Where another run has kept something else by
    /// now, that stays.
    func keep(_ state: KeptState?, insteadOf base: KeptState?) async throws
}
