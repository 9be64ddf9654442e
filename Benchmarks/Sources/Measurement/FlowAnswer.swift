/// The sums on which every engine must agree for one event log.
package struct FlowAnswer: Sendable, Equatable {
    package var rows: Double?
    package var items: Double?
    package var finished: Double?
    package var teamWeeks: Double?
    package var leadSum: Double?
    package var cycleSum: Double?
    package var flowCells: Double?
    package var flowSum: Double?
    package var open: Double?
    package var ageSum: Double?

    /// Agreed for seed 7.
    package static func golden(items: Int) -> FlowAnswer? {
        switch items {
        case 10_000:
            FlowAnswer(
                rows: 60_432, items: 10_000, finished: 9_156, teamWeeks: 4_236, leadSum: 403_882.964, cycleSum: 111_546.704,
                flowCells: 7_665, flowSum: 5_053_318, open: 74, ageSum: 596.125)
        case 1_000_000:
            FlowAnswer(
                rows: 6_022_586, items: 1_000_000, finished: 910_582, teamWeeks: 6_247, leadSum: 777_385.779, cycleSum: 219_142.274,
                flowCells: 7_665, flowSum: 505_882_800, open: 7_692, ageSum: 1_289.354)
        default: nil
        }
    }

    init(
        rows: Double?, items: Double?, finished: Double?, teamWeeks: Double?, leadSum: Double?, cycleSum: Double?, flowCells: Double?,
        flowSum: Double?, open: Double?, ageSum: Double?
    ) {
        self.rows = rows
        self.items = items
        self.finished = finished
        self.teamWeeks = teamWeeks
        self.leadSum = leadSum
        self.cycleSum = cycleSum
        self.flowCells = flowCells
        self.flowSum = flowSum
        self.open = open
        self.ageSum = ageSum
    }

    /// What a peer's phases say; a phase that is missing leaves its sums open.
    package init(phases lines: [PeerLine]) {
        func number(_ name: String, _ phase: String) -> Double? {
            lines.first { $0.phase == phase }.flatMap { PeerLine.number(name, in: $0.check) }
        }
        self.init(
            rows: number("rows", "load"), items: number("items", "items"), finished: number("finished", "items"),
            teamWeeks: number("groups", "throughput"), leadSum: number("sumlead", "percentiles"),
            cycleSum: number("sumcycle", "percentiles"),
            flowCells: number("cells", "cfd"), flowSum: number("sum", "cfd"), open: number("wip", "age"), ageSum: number("sum", "age"))
    }

    /// What `columns` says in one check: rows, items, finished, groups, sumlead, sumcycle, cells, cfdsum, wip, agesum.
    package init(check: String) {
        func number(_ name: String) -> Double? { PeerLine.number(name, in: check) }
        self.init(
            rows: number("rows"), items: number("items"), finished: number("finished"), teamWeeks: number("groups"),
            leadSum: number("sumlead"), cycleSum: number("sumcycle"), flowCells: number("cells"), flowSum: number("cfdsum"),
            open: number("wip"), ageSum: number("agesum"))
    }

    /// The first sum in which this differs from what is expected; a sum that one of them lacks does not differ.
    package func difference(from expected: FlowAnswer) -> String? {
        let sums: [(String, KeyPath<FlowAnswer, Double?>)] = [
            ("rows", \.rows), ("items", \.items), ("finished items", \.finished), ("team weeks", \.teamWeeks),
            ("sum of lead percentiles", \.leadSum), ("sum of cycle percentiles", \.cycleSum), ("flow cells", \.flowCells),
            ("flow sum", \.flowSum), ("open items", \.open), ("sum of age percentiles", \.ageSum),
        ]
        for (name, path) in sums {
            if let mine = self[keyPath: path], let theirs = expected[keyPath: path], abs(mine - theirs) > 0.0015 {
                return "\(name) \(mine), expected \(theirs)"
            }
        }
        return nil
    }

    /// Whether every sum is there.
    package var isComplete: Bool {
        ![rows, items, finished, teamWeeks, leadSum, cycleSum, flowCells, flowSum, open, ageSum].contains(nil)
    }
}
