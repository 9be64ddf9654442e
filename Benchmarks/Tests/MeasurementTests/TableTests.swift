import Testing

@testable import Measurement

struct TableTests {
    private let row = TableRow(
        id: "P4", work: "durable ingest, 6.02M events from CSV", ours: Usage(cpuSeconds: 0.61, wallSeconds: 0.4, peakMebibytes: 140),
        peerName: "Parquet by polars", peer: Usage(cpuSeconds: 2.3, wallSeconds: 1.7, peakMebibytes: 900),
        value: RatioSummary(values: [3.7, 3.8, 4.1]), scale: .times, ship: .atLeast(2), goal: .atLeast(4), verdict: .shipHolds, load: 0.3)

    @Test func `a row is two lines, ours above the peer's`() {
        let lines = Table(rows: [row]).text.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[2].contains("0.610     0.400     140  3.8x                ship >= 2.0x    ship holds"))
        #expect(lines[3].contains("from CSV "))
        #expect(lines[3].contains("2.300     1.700     900  [3.7x..4.1x]        goal >= 4.0x    load 0.3"))
        #expect(lines.allSatisfy { $0.count <= 140 })
    }

    @Test func `what was not judged says why below`() {
        let missing = TableRow(id: "P2", work: "names only", verdict: .notYet("no such sync"))
        let table = Table(rows: [missing])
        #expect(table.remarks == ["P2 names only: not yet: no such sync"])
        #expect(table.markdown.hasSuffix("- P2 names only: not yet: no such sync"))
    }

    @Test func `Markdown has one line a row`() {
        let line = Table(rows: [row]).markdown.split(separator: "\n")[2]
        #expect(
            line == "| P4 | durable ingest, 6.02M events from CSV | 0.610, 0.400, 140 | Parquet by polars | 2.300, 1.700, 900 "
                + "| 3.8x [3.7x..4.1x] | >= 2.0x | >= 4.0x | ship holds | 0.3 |")
    }

    @Test func `long words are not cut`() {
        #expect(Table.wrapped("one two incomprehensibilities", width: 8) == ["one two", "incomprehensibilities"])
    }
}

struct VerdictTests {
    @Test func `the lines are judged at full size only`() {
        #expect(Verdict(of: 1.2, ship: .atMost(1.2), goal: .atMost(0.4), isFullSize: true) == .shipHolds)
        #expect(Verdict(of: 0.4, ship: .atMost(1.2), goal: .atMost(0.4), isFullSize: true) == .goalHolds)
        #expect(Verdict(of: 1.21, ship: .atMost(1.2), goal: .atMost(0.4), isFullSize: true) == .missed)
        #expect(Verdict(of: 1.9, ship: .atLeast(2), goal: nil, isFullSize: false) == .would(hold: false))
    }

    @Test func `a goal without a line is held or missed, and asked for neither a right answer holds`() {
        #expect(Verdict(of: 15, ship: nil, goal: .atMost(15), isFullSize: true) == .goalHolds)
        #expect(Verdict(of: 16, ship: nil, goal: .atMost(15), isFullSize: true) == .goalMissed)
        #expect(Verdict(of: 16, ship: nil, goal: .atMost(15), isFullSize: false) == .would(hold: false))
        #expect(Verdict(of: 16, ship: nil, goal: nil, isFullSize: true) == .shipHolds)
    }

    @Test func `only a missed line and a wrong answer fail`() {
        #expect(Verdict.missed.isFailure && Verdict.wrong("").isFailure)
        #expect(
            !Verdict.notMeasured("").isFailure && !Verdict.notYet("").isFailure && !Verdict.goalMissed.isFailure
                && !Verdict.would(hold: false).isFailure)
    }
}

struct InstructionCountsTests {
    private let recorded = InstructionCounts(text: "# of Swift 6.3\nsync\t1000\nscorecard\t2000\n")

    @Test func `two per cent more is allowed`() {
        #expect(recorded.change(of: "sync", to: 1_020) == .same)
        #expect(recorded.change(of: "sync", to: 1_030) == .grown(0.03))
        #expect(recorded.change(of: "sync", to: 900) == .shrunk(0.1))
        #expect(recorded.change(of: "import", to: 900) == .new)
    }

    @Test func `what is written is read`() {
        #expect(InstructionCounts(text: recorded.text) == recorded)
    }
}
