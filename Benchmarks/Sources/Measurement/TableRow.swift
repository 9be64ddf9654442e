/// One line of PERFORMANCE as it was measured.
package struct TableRow: Sendable {
    package var id: String
    package var work: String
    package var ours: Usage?
    package var peerName: String
    package var peer: Usage?
    package var value: RatioSummary?
    package var scale: Scale
    package var ship: Limit?
    package var goal: Limit?
    package var verdict: Verdict
    /// Load average of the last minute when the row was done.
    package var load: Double?
    /// What a reader must know beside the figures.
    package var note: String?

    package init(
        id: String, work: String, ours: Usage? = nil, peerName: String = "", peer: Usage? = nil, value: RatioSummary? = nil,
        scale: Scale = .share, ship: Limit? = nil, goal: Limit? = nil, verdict: Verdict, load: Double? = nil, note: String? = nil
    ) {
        self.id = id
        self.work = work
        self.ours = ours
        self.peerName = peerName
        self.peer = peer
        self.value = value
        self.scale = scale
        self.ship = ship
        self.goal = goal
        self.verdict = verdict
        self.load = load
        self.note = note
    }

    /// The median; an answer that was wrong has no figures.
    package var valueText: String { value.map { scale.text($0.median) } ?? "" }

    package var rangeText: String { value.map { "[\(scale.text($0.least))..\(scale.text($0.most))]" } ?? "" }

    /// The sentences below the table.
    package var remarks: [String] {
        [verdict.reason.map { "\(verdict.word): \($0)" }, note].compactMap { $0 }.map { "\(id) \(work): \($0)" }
    }
}
