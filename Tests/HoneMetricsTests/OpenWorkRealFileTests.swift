import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Where 7digital's board export lies beside the project.
private enum BoardExport {
    static let file = FlowOracle.file.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("real/teams/7digital/7digital-2009-04_2011-04.csv")
    static let isPresent = FileManager.default.fileExists(atPath: file.path)
}

/// 7digital's board export against scripts/verify/open-work, which is written apart from the product.
@Suite(.enabled(if: BoardExport.isPresent, "7digital does not lie in ../shared/data/real"))
struct OpenWorkRealFileTests {
    struct Case: CustomTestStringConvertible {
        let from: String
        let to: String
        let law: [String: Double]
        let arrivals: Double
        let departures: Double
        let lives: Int
        let median: Double
        let done: [Int: Double]
        let limits: [Double]
        let open: (beyond: Double, all: Int)
        let level: (days: Int, kept: Double, all: Double)
        var testDescription: String { "\(from) to \(to)" }
    }

    static let cases = [
        Case(
            from: "2010-01-01", to: "2010-07-01",
            law: [
                "average work in progress": 24.066298342541437, "throughput": 15.430939226519337,
                "average cycle time": 11.215538847117795, "from items still open": 1.977900552486188, "from items that left unfinished": 0,
                "from the time before the window": -2.6353591160220993, "residual": -0.6574585635359116,
            ], arrivals: 386, departures: 399, lives: 683, median: 4,
            done: [
                7: 0.6077351196616207, 14: 0.7461847208162466, 30: 0.9030383418918614, 60: 0.9843286700153389, 90: 0.9930349644512617,
            ], limits: [5, 13, 22, 44], open: (5, 15), level: (5, 213, 399)),
        Case(
            from: "2009-06-01", to: "2009-09-01",
            law: [
                "average work in progress": 9.228260869565217, "throughput": 8.065217391304348, "average cycle time": 7.933962264150943,
                "from items still open": 0.7065217391304348, "from items that left unfinished": 0,
                "from the time before the window": -0.6195652173913043, "residual": 0.08695652173913043,
            ], arrivals: 109, departures: 106, lives: 120, median: 1,
            done: [7: 0.7277027027027028, 14: 0.8065256045519205, 30: 0.8925142247510669, 60: 0.9892514224751067, 90: 1],
            limits: [1, 5, 17, 41], open: (0, 7), level: (10, 81, 106)),
    ]

    private static func facts() throws -> ExampleFacts {
        func iso(_ text: Substring) -> String { text.split(separator: "/").reversed().joined(separator: "-") }
        let lines = try String(contentsOf: BoardExport.file, encoding: .isoLatin1).split(whereSeparator: \.isNewline).dropFirst()
        return .items(
            lines.enumerated().map { number, line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return ("K\(number)", "feature", "", iso(cells[3]), iso(cells[4]))
            })
    }

    @Test(arguments: cases)
    func `what is open and what was finished is what a second program finds in the same file`(expected: Case) throws {
        let window = Window(from: try #require(CalendarDay(iso: expected.from)), to: try #require(CalendarDay(iso: expected.to)))
        let now = ZoneTable.utc.startOfDay(window.to)
        let histories = fold(try Self.facts().tables, Interpretation(), now: now)
        let options = MetricOptions(serviceLevel: ServiceLevel(percent: 85, days: expected.level.days))
        func shown(_ metric: some Metric) -> Observation {
            observe(
                metric, histories, MeasureContext(interpretation: Interpretation(), window: window, options: options, now: now))
        }
        func agrees(_ value: Double?, _ number: Double) -> Bool { value.map { abs($0 - number) < 1e-9 } ?? false }
        func part(_ observation: Observation, _ name: String) -> Double? {
            observation.parts.first { $0.name == name }?.observation.value
        }
        let law = shown(LittlesLaw())
        for (name, number) in expected.law {
            #expect(agrees(name == "residual" ? law.value : part(law, name), number), "\(name)")
        }
        let balance = shown(ArrivalBalance())
        #expect(balance.numerator == expected.arrivals && balance.denominator == expected.departures)
        let survival = shown(OpenItemsSurvival())
        #expect(survival.n == expected.lives && survival.value == expected.median)
        for (days, share) in expected.done { #expect(agrees(part(survival, "done within \(days) days"), share), "\(days) days") }
        let pace = shown(AgingPace())
        #expect([50, 70, 85, 95].map { part(pace, "Started: p\($0)") } == expected.limits.map { $0 })
        #expect(pace.numerator == expected.open.beyond && pace.n == expected.open.all)
        let level = shown(SLEAttainment())
        #expect(level.numerator == expected.level.kept && level.denominator == expected.level.all)
    }
}
