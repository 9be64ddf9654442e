import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneReport

@Suite struct MetricsChartTests {
    @Test func `many points are counted in cells, and stay small`() throws {
        let few = try #require(ScatterChart(Sample.cycleTimes(2_000)).drawing).rendered
        let many = try #require(ScatterChart(Sample.cycleTimes(60_000)).drawing).rendered
        #expect(few.contains("class=\"points\"") && !few.contains("class=\"cells\""))
        #expect(many.contains("class=\"cells\"") && !many.contains("class=\"points\""))
        #expect(few.utf8.count < 60_000 && many.utf8.count < 60_000, "\(few.utf8.count) and \(many.utf8.count) bytes")
    }

    @Test func `the few that took long are marked and counted, not left out`() throws {
        let times = Sample.cycleTimes(400)
        let svg = try #require(ScatterChart(times).drawing).rendered
        let percentiles = try #require(times.percentiles)
        #expect((times.values.max() ?? 0) > percentiles.p95 * 1.6)
        #expect(svg.contains("class=\"beyond\"") && svg.contains("above"))
    }

    @Test func `what may be expected is a line, and a sentence counts who kept to it`() throws {
        var times = Sample.cycleTimes(400)
        #expect(try !#require(ScatterChart(times).drawing).rendered.contains("expected:"))
        times.expected = ServiceLevel(percent: 85, days: 7)
        let within = times.values.count { $0 <= 7 }
        let svg = try #require(ScatterChart(times).drawing).rendered
        #expect(svg.contains("expected: 85 % within 7 days"))
        let share = ValueText.percent(Double(within) / 400)
        #expect(ScatterChart(times).sentence.hasSuffix("The expectation is 85 % within 7 days: \(share) % were (\(within))."))
        // One far above everything has no place in the drawing, and is still said.
        times.expected = ServiceLevel(percent: 85, days: 3_000)
        #expect(try !#require(ScatterChart(times).drawing).rendered.contains("expected:"))
        #expect(ScatterChart(times).sentence.contains("100 % were (400)."))
    }

    @Test func `every value is in one bin of the histogram`() throws {
        for count in [11, 128, 3_000] {
            let times = Sample.cycleTimes(count)
            let bins = try #require(HistogramChart(times).bins)
            #expect(bins.counts.reduce(bins.beyond, +) == count)
            #expect(bins.counts.count <= 50)
        }
    }

    @Test func `whole days fill bins that end on them`() throws {
        let days = [Int](repeating: 1, count: 6) + [Int](repeating: 3, count: 6)
        let times = FinishedTimes(
            name: "Cycle time", noun: "items", unit: .days, window: Sample.window, days: days.map { Sample.window.from + $0 },
            values: days.map(Double.init))
        let bins = try #require(HistogramChart(times).bins)
        #expect(bins.counts == [6, 0, 6] && bins.width == 1)
        #expect(bins.range(0) == "1 days" || bins.range(0) == "1 day")
    }

    @Test func `limits are computed anew behind a divider, and a week outside of them is marked`() throws {
        let model = Sample.weeksWithDivider
        let svg = try #require(ProcessLimitsChart(model).drawing).rendered
        #expect(svg.components(of: "class=\"band\"") == 2)
        #expect(svg.components(of: "class=\"signal\"") == 1)
        #expect(svg.contains("Kanban, "))
        #expect(ProcessLimitsChart(model).sentence.contains("1 week stands out"))
    }

    @Test func `the reserve is a line in steps where it was agreed anew, and each height is said`() throws {
        let model = Sample.sprints
        let (first, second) = (model.periods[0].from, model.periods[16].from)
        let chart = ShareByPeriodChart(model)
        let svg = try #require(chart.drawing).rendered
        #expect(svg.contains("reserve 15 %") && svg.contains("before 10 %"))
        #expect(svg.contains("The reserve: from \(first) 10 %; from \(second) 15 %."))
        // Of 23 whole sprints with a share, 16 % and 22 % always reach it, and 12 % before the sixteenth sprint alone.
        let met = model.met
        let shares = model.periods.filter { !$0.isPartial }.compactMap { period in
            period.share.map { ($0, period.from < second ? 0.1 : 0.15) }
        }
        #expect(met.of == shares.count && met.count == shares.count { $0.0 >= $0.1 })
        #expect(
            chart.sentence.hasPrefix(
                "The reserve, 10 % and from \(DayText.day(second)) on 15 %, was met in \(met.count) of \(met.of) sprints"))
        var one = model
        for index in one.periods.indices { one.periods[index].floor = 0.1 }
        #expect(ShareByPeriodChart(one).sentence.hasPrefix("The reserve of 10 % was met in"))
        #expect(try #require(ShareByPeriodChart(one).drawing).rendered.components(of: "stroke-dasharray=\"3 2\"") == 1)
    }

    @Test func `too little gives a sentence and no frame`() {
        let day = Sample.window.from
        let charts: [any Chart] = [
            ScatterChart(Sample.cycleTimes(3)), HistogramChart(Sample.cycleTimes(0)),
            CumulativeFlowChart(CumulativeFlow(stages: [], days: [], reached: [], atBeginning: 0)),
            AgingChart(AgingWork(stages: [], day: day, finishedCount: 0)),
            ProcessLimitsChart(WeeklySeriesOfCounts(noun: "items", firstMonday: day, counts: [1, 2])),
            StageTimesChart(StageTimes(stages: [], window: Sample.window)),
            ShareByPeriodChart(ShareByPeriod(word: "sprint", periods: [])),
            HotspotsChart(Hotspots(files: [], rest: (0, 0), filesWithHalf: nil, window: Sample.window)),
            DefectFunnelChart(DefectFunnel(phases: [], count: 0)),
            ForecastFanChart(ForecastFan(from: day, past: [], atLeast: [], sampleDays: 0, scores: nil, checkedWeeks: 4)),
            EarnedValueChart(EarnedValuePlan(unit: "hours", days: [], planned: [], earned: [], spent: [], budget: 0)),
        ]
        for chart in charts {
            #expect(chart.drawing == nil, "\(chart.title)")
            #expect(chart.sentence.hasSuffix(".") && chart.sentence.count > 20)
            #expect(chart.node.rendered.hasPrefix("<p"))
        }
    }

    @Test func `boxes of a treemap are as large as their values and fill the whole`() {
        let values = [6.0, 6, 4, 3, 2, 2, 1]
        // The example of the paper: 6 by 4.
        let boxes = Treemap(values, in: .init(x: 0, y: 0, width: 6, height: 4)).boxes
        #expect(boxes.count == values.count)
        for (box, value) in zip(boxes, values) { #expect(abs(box.width * box.height - value) < 1e-9) }
        #expect(abs(boxes[0].width - 3) < 1e-9 && abs(boxes[0].height - 2) < 1e-9)
        #expect(abs(boxes[2].width - 12.0 / 7) < 1e-9, "the third begins the row above the rest")
        #expect(boxes.allSatisfy { $0.x >= -1e-9 && $0.y >= -1e-9 && $0.x + $0.width <= 6 + 1e-9 && $0.y + $0.height <= 4 + 1e-9 })
    }

    @Test func `labels are moved apart, in their order, and stay inside`() {
        let places = Plot.apart([50, 51, 52, 149, 150], gap: 10, within: 20...150)
        #expect(places == [50, 60, 70, 140, 150])
        let crowded = Plot.apart([150, 150, 150], gap: 10, within: 20...150)
        #expect(crowded == [130, 140, 150])
    }

    @Test(
        arguments: [(0.0, [0, 1]), (3, [0, 1, 2, 3]), (9, [0, 5, 10]), (100, [0, 50, 100]), (0.4, [0, 0.1, 0.2, 0.3, 0.4])]
            as [(Double, [Double])])
    func `an axis has round numbers from 0 on`(largest: Double, values: [Double]) {
        #expect(zip(Ticks(upTo: largest).values, values).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(Ticks(upTo: largest).values.count == values.count)
    }

    @Test(arguments: [14, 84, 182, 364, 1_100, 4_000])
    func `days of any window have two to seven marks in it`(length: Int) {
        let window = Window(from: Sample.window.from, to: Sample.window.from + length)
        let ticks = DayTicks(window).ticks
        #expect((2...7).contains(ticks.count), "\(ticks.count)")
        #expect(ticks.allSatisfy { window.contains($0.day) })
    }

    @Test func `a trend is told with its slope, and none is said to be none`() {
        let capability = Sample.capability
        let sentences = zip(capability.trends, capability.probabilities).map { CapabilityWords.sentence($0, probability: $1) }
        #expect(sentences[0].contains("falls by 3.") && sentences[0].contains(" d each year") && sentences[0].contains("15 quarters"))
        #expect(sentences[1].contains("no trend can be told in 15 quarters"))
        #expect(!sentences.joined().contains("p 0)"))
    }

    @Test func `a forecast says how often its like came true`() throws {
        let fan = try #require(Sample.forecast)
        let score = try #require(fan.scores?.first { $0.confidence == 0.85 })
        #expect(ForecastFanChart(fan).sentence.contains("Of \(score.weeks) past forecasts said with 85 %, \(score.cameTrue) came true"))
    }

    @Test func `breaks are dated dividers, and their words do not meet`() throws {
        let window = Sample.window
        let marks = [
            Break(day: window.from + 40, label: "KPI v2"), Break(day: window.from + 44, label: "Kanban"),
            Break(day: window.from + -3, label: "before"), Break(day: window.to, label: "behind"),
        ]
        let plot = Plot()
        #expect(Dividers(marks, in: window, plot).height == 24 && Dividers([], in: window, plot).height == 0)
        let svg = try #require(ScatterChart(Sample.cycleTimes(40), breaks: marks).drawing).rendered
        #expect(svg.contains("KPI v2, ") && svg.contains("Kanban, ") && !svg.contains("before, ") && !svg.contains("behind, "))
        let charts: [any Chart] = [
            CumulativeFlowChart(Sample.cumulativeFlow, breaks: marks), ProcessLimitsChart(Sample.weeksWithDivider, breaks: marks),
            ShareByPeriodChart(Sample.sprints, breaks: marks), EarnedValueChart(Sample.earnedValue, breaks: marks),
        ]
        for chart in charts { #expect(try #require(chart.drawing).rendered.contains("KPI v2, "), "\(chart.title)") }
    }
}
