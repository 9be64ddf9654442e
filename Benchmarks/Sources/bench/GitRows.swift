import Measurement

/// P1, P2, P3 and P14 of one repository.
struct GitRows {
    let work: GitWork
    let options: Options
    let ring: Contest.Ring

    private var suffix: String { ", \(work.name), \(work.totals.commits) commits" }

    func rows() throws -> [TableRow] {
        var rows: [TableRow] = []
        if options.wants("P1", "P14") { rows += historyRows() }
        if options.wants("P2") { rows.append(try namesRow()) }
        if options.wants("P3") { rows += try newRows() }
        return rows
    }

    private func historyRows() -> [TableRow] {
        let (peer, alone) = ("git log --numstat", "hone sync, one core")
        var subjects = [work.sync("hone sync")]
        if options.wants("P1") { subjects.append(work.log(peer, ["--numstat", "-M"])) }
        if options.wants("P14") { subjects.append(work.sync(alone, isOnOneCore: true, mostRounds: 2)) }
        let found = Outcome.measured(subjects, budget: work.budget)
        let cpu = Contest(id: "P1", work: "full sync, CPU" + suffix, ship: .atMost(1.2), goal: .atMost(0.40), ours: { $0.parts[0] })
        let page = Contest(id: "P1", work: "full sync and scorecard, CPU" + suffix, ship: .atMost(1.2), goal: .atMost(0.40))
        let wall = Contest(
            id: "P1", work: "full sync, wall" + suffix, ship: .atMost(0.65), goal: .atMost(0.22), isWall: true, ours: { $0.parts[0] },
            quantity: \.wallSeconds)
        let threads = Contest(
            id: "P14", work: "sync, all cores over one" + suffix, ship: .atMost(0.75), goal: .atMost(0.60), isWall: true,
            ours: { $0.parts[0] }, peers: { $0.parts[0] }, quantity: \.wallSeconds)
        let rows = options.wants("P1") ? [cpu, page, wall].map { $0.row(found["hone sync"], peer, found[peer], in: ring) } : []
        return rows + (options.wants("P14") ? [threads.row(found["hone sync"], "hone, one core", found[alone], in: ring)] : [])
    }

    private func namesRow() throws -> TableRow {
        let peer = "git log --raw -r"
        let found = Outcome.measured([work.names("hone sync --names-only"), try work.rawLog(peer)], budget: work.budget)
        let contest = Contest(id: "P2", work: "files touched, no line counts, CPU" + suffix, ship: .atMost(1), goal: .atMost(0.7))
        return contest.row(found["hone sync --names-only"], peer, found[peer], in: ring)
    }

    private func newRows() throws -> [TableRow] {
        let peer = "git log base..HEAD"
        let found = Outcome.measured(
            [
                try work.newCommits("hone new commits"), work.nothingNew("hone nothing new"),
                work.log(peer, ["--numstat", "-M"], onlyNew: true),
            ], budget: work.budget)
        let new = Contest(
            id: "P3", work: "\(work.newCommits) new commits to scorecard, wall, \(work.name)", ship: .atMost(1.5), goal: .atMost(0.8),
            isWall: true, quantity: \.wallSeconds)
        let nothing = Contest(
            id: "P3", work: "sync with nothing new, wall, \(work.name)", scale: .milliseconds, goal: .atMost(15), isWall: true,
            quantity: { $0.wallSeconds * 1_000 })
        return [
            new.row(found["hone new commits"], peer, found[peer], in: ring), nothing.row(found["hone nothing new"], in: ring),
        ]
    }
}
