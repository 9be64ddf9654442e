import Measurement

/// How a row is made of two outcomes: what is compared, and the lines it must keep.
struct Contest {
    var id: String
    var work: String
    var scale = Scale.share
    /// Nil where PERFORMANCE has only a goal, or nothing but a right answer is asked for.
    var ship: Limit?
    var goal: Limit?
    /// Wall lines are judged only on a machine whose two processes scale.
    var isWall = false
    /// Which of our usages the table shows and the ratio takes.
    var ours: (Sample) -> Usage = \.whole
    var peers: (Sample) -> Usage = \.whole
    /// What is compared of both.
    var quantity: (Usage) -> Double = \.cpuSeconds
    /// Compared instead of a usage, such as bytes.
    var figure: ((Sample) -> Double)?
    var note: String?

    /// What the rows of one run have in common.
    struct Ring {
        let canJudgeWall: Bool
        let isFullSize: Bool
    }

    /// Against a peer, by the ratio of paired rounds.
    func row(_ mine: Outcome?, _ peerName: String, _ peer: Outcome?, in ring: Ring) -> TableRow {
        var row = start(mine, peerName: peerName, peer)
        guard let mine, let peer, isReady(mine, peer, &row, in: ring) else { return row }
        let ownFigures = mine.samples.map { figure?($0) ?? quantity(ours($0)) }
        let peerFigures = peer.samples.map { figure?($0) ?? quantity(peers($0)) }
        // A peer that ran fewer rounds stands with its last one.
        let padded = peerFigures + Array(repeating: peerFigures.last ?? 0, count: max(0, ownFigures.count - peerFigures.count))
        row.value = scale == .times ? RatioSummary(ours: padded, peers: ownFigures) : RatioSummary(ours: ownFigures, peers: padded)
        judge(&row, in: ring)
        return row
    }

    /// Against a line that is an amount of our own, such as milliseconds.
    func row(_ mine: Outcome?, in ring: Ring, peerName: String = "", peer: Outcome? = nil) -> TableRow {
        var row = start(mine, peerName: peerName, peer)
        guard let mine, isReady(mine, nil, &row, in: ring) else { return row }
        row.value = RatioSummary(values: mine.samples.map { figure?($0) ?? quantity(ours($0)) })
        judge(&row, in: ring)
        return row
    }

    private func start(_ mine: Outcome?, peerName: String, _ peer: Outcome?) -> TableRow {
        TableRow(
            id: id, work: work, ours: Usage.median(of: mine?.samples.map(ours) ?? []), peerName: peerName,
            peer: Usage.median(of: peer?.samples.map(peers) ?? []), scale: scale, ship: ship, goal: goal,
            verdict: .notMeasured("it was not run"), load: Machine.load, note: note)
    }

    private func isReady(_ mine: Outcome, _ peer: Outcome?, _ row: inout TableRow, in ring: Ring) -> Bool {
        switch mine {
        case .wrong(let reason): row.verdict = .wrong(reason)
        case .missing(let missing): row.verdict = missing.isOfProduct ? .notYet(missing.reason) : .notMeasured(missing.reason)
        case .stopped(let usage): stop(usage, peer, &row)
        case .measured:
            switch peer {
            case .wrong(let reason)?: row.verdict = .notMeasured("\(row.peerName): \(reason)")
            case .missing(let missing)?: row.verdict = .notMeasured("\(row.peerName): \(missing.reason)")
            case .stopped(let usage)?: bound(mine, by: usage, &row, in: ring)
            case .measured?, nil: return true
            }
        }
        return false
    }

    /// What we did not end in time is missed where even that much time is beyond the line.
    private func stop(_ usage: Usage, _ peer: Outcome?, _ row: inout TableRow) {
        row.ours = usage
        let peerFigure = peer?.samples.last.map { quantity(peers($0)) } ?? 0
        let spent = quantity(usage)
        let value = scale == .times ? peerFigure / max(spent, 1e-9) : spent / max(peerFigure, 1e-9)
        let isBeyond = figure == nil && peerFigure > 0 && ship?.isKept(by: value) == false
        row.verdict = isBeyond ? .missed : .notMeasured("hone did not end in the time it was given")
        row.note = isBeyond ? "hone was stopped after \(Int(usage.wallSeconds)) s" : note
    }

    /// What a peer that did not end in time took until then it would have taken at least: the line holds where even that is enough.
    private func bound(_ mine: Outcome, by usage: Usage, _ row: inout TableRow, in ring: Ring) {
        let spent = quantity(usage)
        var bound = row
        bound.peer = usage
        bound.value = RatioSummary(
            values: mine.samples.map { scale == .times ? spent / max(quantity(ours($0)), 1e-9) : quantity(ours($0)) / max(spent, 1e-9) })
        bound.note = "\(row.peerName) was stopped after \(Int(usage.wallSeconds)) s, so it is at least that far behind"
        judge(&bound, in: ring)
        let isEnough = figure == nil && bound.value.flatMap { value in (ship ?? goal)?.isKept(by: value.median) } == true
        if isEnough { row = bound } else { row.verdict = .notMeasured("\(row.peerName) did not end in the time it was given") }
    }

    private func judge(_ row: inout TableRow, in ring: Ring) {
        guard let value = row.value?.median else {
            row.verdict = .notMeasured("no round was whole")
            return
        }
        if isWall && !ring.canJudgeWall {
            row.verdict = .notJudged("two processes on this machine do less than \(Machine.leastScaling) times the work of one")
        } else {
            row.verdict = Verdict(of: value, ship: ship, goal: goal, isFullSize: ring.isFullSize)
        }
    }
}
