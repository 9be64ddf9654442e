import HoneStatistics
import Testing

@testable import HoneLoop

/// The six points over tables made by hand.
@Suite struct EffectGateTests {
    private func verdicts(_ gate: EffectGate) -> [EffectGate.Point.Verdict] { gate.points.map(\.verdict) }

    @Test func `a good table holds all six`() {
        let gate = MadeRows.gate()
        #expect(verdicts(gate) == Array(repeating: .holds, count: 6))
        #expect(gate.holds)
    }

    @Test func `one judged series in twenty may exceed ten per cent if its lower limit does not`() {
        // 12 % of 15 windows: Wilson from 3 %.
        #expect(MadeRows.gate(rows: MadeRows.rows(19) + [MadeRows.row("loud", better: 12)]).points[0].verdict == .holds)
        #expect(MadeRows.gate(rows: MadeRows.rows(18) + [MadeRows.row("loud", better: 12)]).points[0].verdict == .fails)
        // 40 % of 15 windows: Wilson from 20 %.
        #expect(MadeRows.gate(rows: MadeRows.rows(19) + [MadeRows.row("louder", worse: 40)]).points[0].verdict == .fails)
    }

    @Test func `a series of nine windows is not judged but named and pooled`() {
        let gate = MadeRows.gate(rows: MadeRows.rows(19) + [MadeRows.row("short", better: 50, windows: 9)])
        #expect(gate.points[0].verdict == .holds)
        #expect(gate.points[0].because.hasPrefix("20 series, 19 judged, 1 too short to judge"))
        // (19 * 3 + 50) / 20 = 5.35 %.
        #expect(gate.points[1].verdict == .fails)
    }

    @Test func `the parts of a whole are pooled as one series, and what they are apart is said`() throws {
        // Parts of 200 weeks each, claimed of at 0, 0 and 15 %: the whole at 5 %. Together (19 * 3 + 5) / 20; apart (19 * 3 + 15) / 22.
        let parts = [0.0, 0, 15].enumerated().map { MadeRows.row("part \($0)", better: $1, of: "whole") }
        let benchmark = EffectBenchmark(rows: MadeRows.rows(19) + parts, simulated: [], seed: 1)
        let pool = try #require(benchmark.pools(.shipped).first { $0.way == .better })
        #expect(pool.series == 20 && abs(pool.mean - 0.031) < 1e-12 && abs(pool.meanOfParts - 0.72 / 22) < 1e-12)
        let gate = MadeRows.gate(rows: MadeRows.rows(19) + parts)
        #expect(gate.points[1].because.hasSuffix("; with each part as a series of its own durations better 3.3 %"))
    }

    @Test func `the mean of a kind and its upper limit both count`() {
        let high = (0..<20).map { MadeRows.row("series \($0)", better: 5.5) }
        #expect(MadeRows.gate(rows: high).points[1].verdict == .fails)
        // A mean of 4.5 % whose upper limit is near 7.
        let wide = (0..<20).map { MadeRows.row("series \($0)", better: $0.isMultiple(of: 2) ? 0 : 9) }
        #expect(MadeRows.gate(rows: wide).points[1].verdict == .fails)
        let shares = MadeRows.rows() + (0..<4).map { MadeRows.row("share \($0)", .shares, worse: 8) }
        #expect(MadeRows.gate(rows: shares).points[1].verdict == .fails)
    }

    @Test func `after the worst of six sprints the dates of all series are one pool`() {
        // 2 of 40 weeks are 5 %, 3 are 7.5 %.
        let two = (0..<20).map { MadeRows.row("series \($0)", afterWorst: (2, 0)) }
        let three = (0..<20).map { MadeRows.row("series \($0)", afterWorst: (0, 3)) }
        #expect(MadeRows.gate(rows: two).points[2].verdict == .holds)
        #expect(MadeRows.gate(rows: three).points[2].verdict == .fails)
    }

    @Test func `easy noise has two standard errors, hard noise ten per cent, all together five`() {
        // 0.05 + 2 * sqrt(0.05 * 0.95 / 1000) = 0.0638
        let easy = MadeRows.cells().map { $0.cell.isUsual ? SimulatedClaims($0.cell, ClaimTally(dates: 1000, better: 63, worse: 30)) : $0 }
        #expect(MadeRows.gate(cells: easy).points[3].verdict == .holds)
        let tooEasy = MadeRows.cells().map {
            $0.cell.label == "AR(1) rho 0.3" ? SimulatedClaims($0.cell, ClaimTally(dates: 1000, better: 64, worse: 30)) : $0
        }
        #expect(MadeRows.gate(cells: tooEasy).points[3].verdict == .fails)
        let hard = MadeRows.cells().map {
            $0.cell.label == "AR(1) rho 0.9" ? SimulatedClaims($0.cell, ClaimTally(dates: 1000, better: 100, worse: 30)) : $0
        }
        #expect(MadeRows.gate(cells: hard).points[3].verdict == .holds)
        #expect(MadeRows.gate(cells: MadeRows.cells(51, 30)).points[3].verdict == .fails)
        #expect(MadeRows.gate(cells: MadeRows.cells(3, 3, of: 100)).points[3].verdict == .notChecked)
    }

    @Test func `controls that pass break the benchmark`() {
        let kind = (0..<20).map { MadeRows.row("series \($0)", controls: 4) }
        #expect(MadeRows.gate(rows: kind).points[4].verdict == .fails)
    }

    @Test func `power may fall by two points and no more`() {
        // Committed is 10, 20 and 40 %; of 200 weeks 16, 36, 76 are two points fewer.
        #expect(MadeRows.gate(rows: (0..<20).map { MadeRows.row("series \($0)", seen: [16, 36, 76]) }).points[5].verdict == .holds)
        #expect(MadeRows.gate(rows: (0..<20).map { MadeRows.row("series \($0)", seen: [20, 35, 80]) }).points[5].verdict == .fails)
        // Tied series and those the committed table lacks say nothing about it.
        let others = MadeRows.rows() + [MadeRows.row("series 3", seen: [0, 0, 0], isTied: true), MadeRows.row("new", seen: [0, 0, 0])]
        #expect(MadeRows.gate(rows: others).points[5].verdict == .holds)
    }

    @Test func `what was not checked does not hold`() {
        let gate = MadeRows.gate(committed: nil)
        #expect(gate.points[5].verdict == .notChecked && !gate.holds)
        #expect(verdicts(MadeRows.gate(rows: [], cells: [], committed: nil)) == Array(repeating: .notChecked, count: 6))
    }
}
