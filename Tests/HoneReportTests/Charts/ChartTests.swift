import HoneFacts
import Testing

@testable import HoneMetrics
@testable import HoneReport

@Suite struct ChartTests {
    @Test func `natural limits are those of the NIST example`() throws {
        let limits = try #require(NaturalLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]))
        #expect(abs(limits.mean - 50.81) < 0.001)
        #expect(abs(limits.upper - 55.805) < 0.001)
        #expect(abs(limits.lower - 45.815) < 0.001)
    }

    @Test func `five values have no limits, and a range never spans a gap`() {
        #expect(NaturalLimits([1, 2, 3, nil, 4, 5]) == nil)
        #expect(NaturalLimits([1, 1, 1, nil, 9, 9, 9])?.upper == 5)
    }

    @Test func `a gap breaks the line and is marked`() {
        let svg = Sparkline(name: "x", values: [1, 2, nil, 4, 5], counts: [], unit: .days, end: CalendarDay(number: 0)).node.rendered
        #expect(svg.components(of: "class=\"gap\"") == 1)
        #expect(svg.components(of: "class=\"last\"") == 1)
        #expect(svg.contains("M7 ") && svg.components(of: "M") >= 3)
        #expect(svg.contains("1 d, 2 d, none, 4 d, 5 d"))
    }

    @Test func `a lower limit below zero is no line`() {
        let wild = Sparkline(name: "x", values: [1, 9, 1, 9, 1, 9], counts: [], unit: .days, end: CalendarDay(number: 0)).node.rendered
        let calm = Sparkline(name: "x", values: [9, 9.1, 9, 9.1, 9, 9.1], counts: [], unit: .days, end: CalendarDay(number: 0)).node
            .rendered
        #expect(wild.components(of: "stroke-dasharray=\"3 2\"") == 1)
        #expect(calm.components(of: "stroke-dasharray=\"3 2\"") == 2)
    }

    @Test(arguments: [[], [nil], [0], [0, 0, 0, 0, 0, 0, 0, 0], [1e9, nil, 3]] as [[Double?]])
    func `any series can be drawn`(values: [Double?]) {
        let day = CalendarDay(number: 20_000)
        let counts = values.map { $0 == nil ? 0 : 1 }
        let small = Sparkline(name: "x", values: values, counts: counts, unit: .hours, end: CalendarDay(number: 0)).node.rendered
        let large = TrendChart(name: "x", values: values, counts: counts, unit: .hours, end: day).node.rendered
        for svg in [small, large] {
            #expect(TagBalance(svg).problems.isEmpty)
            #expect(!svg.contains("nan") && !svg.contains("inf"))
        }
    }

    @Test func `every chart has a title, a description, its n and its unit`() {
        let weeks = WeeklyColumns(noun: "items finished", weeks: Sample.weeks.map { ($0.0, $0.1) }, window: Sample.window).node.rendered
        let strip = DistributionStrip(name: "Lead time", percentiles: .init(p50: 1, p85: 2, p95: 3), unit: .days, n: 40).node.rendered
        let bars = ShareBars(title: "Share", rows: [.init(label: "a", share: 0.07, style: .solid)], floor: 0.1, whole: "57 finished").node
            .rendered
        for svg in [weeks, strip, bars] {
            #expect(svg.contains("<title>") && svg.contains("<desc>") && svg.contains("role=\"img\""))
        }
        #expect(weeks.contains("these 12 weeks: 128") && weeks.contains("items finished a week"))
        #expect(strip.contains("85 % within 2 d") && strip.contains("n 40"))
        #expect(bars.contains("reserve 10 %") && bars.contains("7 %") && bars.contains("57 finished"))
    }

    @Test(arguments: [(0.0, 1.0), (7, 10), (11, 20), (20, 20), (21, 50), (180, 200), (0.3, 0.5)])
    func `axes end on a round number`(value: Double, end: Double) {
        #expect(abs(Scale.rounded(up: value) - end) < 1e-9)
    }
}

extension String {
    /// How often a text occurs.
    func components(of text: String) -> Int { ranges(of: text).count }
}
