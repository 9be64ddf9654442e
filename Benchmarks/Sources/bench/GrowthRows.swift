import Measurement

/// P12: how the cost grows with the log; P13: a small log from a cold start.
struct GrowthRows {
    let place: Place
    let peers: Peers
    let budget: Budget
    let options: Options
    let ring: Contest.Ring

    /// A tenth, the whole, and with --full ten times as much.
    /// - Parameter whole: what became of the whole.
    func exponentRow(_ whole: [String: Outcome]) throws -> TableRow {
        let sizes = [options.items / 10, options.items] + (options.isFull ? [options.items * 10] : [])
        var ours: [Double] = []
        var theirs: [Double] = []
        var last: [Usage?] = [nil, nil]
        let work = "exponent of CPU over " + sizes.map { EventRows.count($0) }.joined(separator: ", ") + " items"
        var row = TableRow(
            id: "P12", work: work, peerName: "DuckDB", scale: .exponent, ship: .atMost(1.10), goal: .atMost(1.03),
            verdict: .notMeasured("it was not run"))
        for size in sizes {
            let found = size == options.items ? whole : try outcomes(items: size)
            let mine = found["hone"]
            if case .wrong(let reason)? = mine { row.verdict = .wrong(reason) }
            if case .missing(let missing)? = mine { row.verdict = .notMeasured(missing.reason) }
            if case .stopped? = mine { row.verdict = .notMeasured("hone did not end at \(size) items in the time it was given") }
            last = [Usage.median(of: mine?.samples.map(\.whole) ?? []), Usage.median(of: found["flow duckdb"]?.samples.map(\.whole) ?? [])]
            guard let cpu = last[0]?.cpuSeconds else { return row }
            ours.append(cpu)
            if let cpu = last[1]?.cpuSeconds { theirs.append(cpu) }
        }
        let doubles = sizes.map(Double.init)
        guard let exponent = GrowthExponent.fit(sizes: doubles, costs: ours) else { return row }
        row.ours = last[0]
        row.peer = last[1]
        row.value = RatioSummary(values: [exponent])
        row.load = Machine.load
        row.note = GrowthExponent.fit(sizes: doubles, costs: theirs).map {
            "DuckDB's exponent is \(Scale.exponent.text($0)); figures are of the largest size"
        }
        row.verdict = Verdict(of: exponent, ship: .atMost(1.10), goal: .atMost(1.03), isFullSize: ring.isFullSize)
        return row
    }

    private func outcomes(items: Int) throws -> [String: Outcome] {
        let file = try peers.events(items: items)
        let event = try EventWork(place: place, peers: peers, budget: budget, items: items, engines: ["duckdb"])
        return Outcome.measured(
            [event.hone("hone", file: file, storedRows: event.rows), event.flow("duckdb", file: file)], budget: budget)
    }

    /// The peer of this line, a Python program that reads a tracker over the network, is not run here.
    func coldRow() throws -> TableRow {
        let size = 10_000
        let file = try peers.events(items: size)
        let event = try EventWork(place: place, peers: peers, budget: budget, items: size, engines: ["duckdb"])
        let found = Outcome.measured([event.hone("hone \(size)", file: file, storedRows: event.rows)], budget: budget)
        let contest = Contest(
            id: "P13", work: "10k items, cold command line, wall", scale: .milliseconds, ship: .atMost(105), goal: .atMost(40),
            quantity: { $0.wallSeconds * 1_000 })
        var row = contest.row(found["hone \(size)"], in: .init(canJudgeWall: ring.canJudgeWall, isFullSize: true))
        if row.value != nil {
            row.verdict = .notJudged("jira-agile-metrics (15.7 CPU s when it was measured) is not run here; 105 ms is 150x of that")
        }
        return row
    }
}
