import HoneFacts
import HoneStatistics

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    /// Every chart there is, with invented numbers that look like life.
    static var metrics: MetricsPicture {
        MetricsPicture(
            product: "Alloy", lifeCycle: "Scrum, sprints of 14 days", zone: "Europe/Berlin", today: today, window: window,
            evidenceEndsOn: nil,
            sections: [
                .init(
                    metric: "cycle-time", title: "Cycle time of each item", content: .scatter(cycleTimes(128)), breaks: breaks,
                    signs: [sign]),
                .init(metric: "cycle-time", title: "How cycle time spreads", content: .histogram(cycleTimes(128))),
                .init(metric: "throughput", title: "Throughput week by week", content: .throughput(weeksWithDivider), breaks: breaks),
                .init(metric: "wip", title: "Cumulative flow", content: .cumulativeFlow(cumulativeFlow)),
                .init(metric: "work-item-age", title: "Age of the work in progress", content: .aging(aging)),
                .init(metric: "stage-time", title: "Time in each stage", content: .stageTimes(stageTimes)),
                .init(
                    metric: "cycle-time", title: "How long started work stays open", content: survival.map { .survival($0) } ?? .missing("")
                ),
                .init(metric: "throughput", title: "Forecast", content: forecast.map { .forecast($0) } ?? .missing("")),
                .init(metric: "improvement-share", title: "Improvement share", content: .improvementShare(sprints)),
                .init(metric: "defect-removal-by-phase", title: "Where defects are found", content: .defects(defects)),
                .init(metric: "code-hotspots", title: "Hotspots of the code", content: .hotspots(hotspots)),
                .init(metric: "", title: "Before and after an improvement", content: .missing("no effect was measured")),
                .init(metric: "earned-value", title: "Earned value", content: .earnedValue(earnedValue)),
                .init(metric: "", title: "Something else", content: .missing("no source brings it")),
            ], capability: capability)
    }

    static var breaks: [Break] {
        [Break(day: window.from + 30, label: "KPI v1"), Break(day: window.from + 37, label: "KPI v2, definition v2")]
    }

    static var sign: Sign {
        Sign(
            .bulkClosing, count: 42, of: 128, expected: 9, probability: 0.0001,
            "42 items were closed on the last working days of 6 iterations; as many other working days saw about 9.",
            metrics: ["cycle-time", "throughput"])
    }

    /// Nothing is known, or too little.
    static var bareMetrics: MetricsPicture {
        var picture = metrics
        picture.evidenceEndsOn = today
        picture.capability = nil
        picture.sections = picture.sections.map { .init(metric: $0.metric, title: $0.title, content: .missing("there is no evidence")) }
        picture.sections[0].content = .scatter(cycleTimes(4))
        return picture
    }

    /// Names that try to be more than names, and longer than their place.
    static var hostileMetrics: MetricsPicture {
        var picture = metrics
        picture.product = "<script>&\""
        var (flow, ages, times, spots) = (cumulativeFlow, aging, stageTimes, hotspots)
        let name = "</svg><script>alert('x')</script> " + String(repeating: "many words ", count: 10)
        (flow.stages[1], ages.stages[1].name, times.stages[0].name, spots.files[0].path) = (name, name, name, name)
        picture.sections[3].content = .cumulativeFlow(flow)
        picture.sections[4].content = .aging(ages)
        picture.sections[5].content = .stageTimes(times)
        picture.sections[10].content = .hotspots(spots)
        return picture
    }

    static var allMetrics: [MetricsPicture] { [metrics, bareMetrics, hostileMetrics] }

    /// A long tail, as times have it.
    static func cycleTimes(_ count: Int) -> FinishedTimes {
        var dice = SplitMix64(seed: 7)
        let pairs = (0..<count).map { _ -> (CalendarDay, Double) in
            let (day, quantile) = (Int(dice.next() % 84), Double(dice.next() % 9_973 + 1) / 9_974)
            return (window.from + day, (1 + 5 * quantile / (1.03 - quantile)).rounded())
        }
        return FinishedTimes(
            name: "Cycle time", noun: "items", unit: .days, window: window, days: pairs.map(\.0), values: pairs.map(\.1))
    }

    static var weeksWithDivider: WeeklySeriesOfCounts {
        let counts = (0..<52).map { $0 < 30 ? [9, 11, 8, 12, 10, 7, 11][$0 % 7] : [13, 15, 12, 16, 14][$0 % 5] }
        var odd = counts
        odd[44] = 1
        return WeeklySeriesOfCounts(
            noun: "items finished", firstMonday: window.to + -364, counts: odd, dividers: [(30, "Kanban")])
    }

    static var cumulativeFlow: CumulativeFlow {
        let days = (0..<84).map { window.from + $0 }
        func reached(_ ahead: Int) -> [Int] { (0..<84).map { ($0 * 3 / 2) + ahead + $0 % 5 / 2 } }
        let lines = [27, 21, 12, 8, 0].map(reached).map { counts in counts.indices.map { counts[...$0].max() ?? 0 } }
        return CumulativeFlow(
            stages: ["Ready", "Doing", "Review queue", "Review", "Done"], days: days, reached: lines, atBeginning: 27, leftOut: 3)
    }

    static var aging: AgingWork {
        AgingWork(
            stages: [
                .init(name: "Ready", ages: [1, 1, 2, 2, 2, 5], pace: .init(p50: 2, p85: 4, p95: 6)),
                .init(name: "Doing", ages: [1, 2, 3, 3, 3, 3, 6, 9, 14, 48], pace: .init(p50: 4, p85: 8, p95: 13)),
                .init(name: "Review queue", ages: [5, 7, 11], pace: .init(p50: 7, p85: 13, p95: 17)),
                .init(name: "Review", ages: [], pace: .init(p50: 7, p85: 13, p95: 18)), .init(name: "Trial", ages: [22], pace: nil),
            ], day: today + -1, finishedCount: 512)
    }

    static var stageTimes: StageTimes {
        StageTimes(
            stages: [
                .init(name: "Backlog", isWaiting: true, hours: .init(p50: 190, p85: 480, p95: 1_900), n: 128),
                .init(name: "Ready", isWaiting: true, hours: .init(p50: 44, p85: 90, p95: 140), n: 128),
                .init(name: "Doing", isWaiting: false, hours: .init(p50: 60, p85: 130, p95: 200), n: 128),
                .init(name: "Review queue", isWaiting: true, hours: .init(p50: 52, p85: 120, p95: 260), n: 119),
                .init(name: "Review", isWaiting: false, hours: .init(p50: 3.5, p85: 9, p95: 20), n: 119),
                .init(name: "Trial", isWaiting: true, hours: nil, n: 7),
            ], window: window)
    }

    static var survival: SurvivalOfWork? {
        let times = cycleTimes(160)
        let isObserved = times.values.indices.map { $0 % 9 != 0 }
        return KaplanMeier(durations: times.values, isObserved: isObserved).map {
            SurvivalOfWork(
                curve: $0, started: Window(from: window.to + -364, to: window.to), n: 160, open: 15, cancelled: 3)
        }
    }

    static var forecast: ForecastFan? {
        try? ForecastFan(history: (0..<420).map { [2, 0, 3, 1, 2, 0, 0, 4, 1, 2][($0 * 7 + $0 / 13) % 10] }, from: today)
    }

    static var sprints: ShareByPeriod {
        let periods = (0..<26).map { number -> ShareByPeriod.Period in
            let from = window.to + -364 + 14 * number
            switch number {
            case 4: return .init(from: from, share: nil, n: 0, floor: 0.1)
            case 9: return .init(from: from, share: nil, range: 0.05...0.4, n: 12, floor: 0.1)
            case 25: return .init(from: from, share: 0.2, n: 5, isPartial: true, floor: 0.15)
            default:
                return .init(
                    from: from, share: [0, 0.07, 0.12, 0.16, 0.04, 0.22][number % 6], n: 14, floor: number < 16 ? 0.1 : 0.15)
            }
        }
        return ShareByPeriod(word: "sprint", periods: periods)
    }

    static var defects: DefectFunnel {
        DefectFunnel(
            phases: [
                .init(name: "design review", found: 21, present: 30), .init(name: "code review", found: 64, present: 121),
                .init(name: "unit test", found: 38, present: 66), .init(name: "system test", found: 17, present: 28),
                .init(name: "production", found: 11, present: 11, isAfterRelease: true),
            ], count: 151, excluded: ["phase-not-said": 8])
    }

    static var hotspots: Hotspots {
        let names = [
            "Checkout", "Basket", "Prices", "SearchIndex", "Session", "Mail", "Router", "Invoice", "Tax", "Import", "Login", "Audit",
        ]
        let files = names.enumerated().map { Hotspots.File(path: "src/shop/\($1)Service.swift", heat: 9_000 / Double($0 + 1)) }
        return Hotspots(files: files, rest: (88, 4_200), filesWithHalf: 4, window: window)
    }

    static var earnedValue: EarnedValuePlan {
        EarnedValuePlan(
            unit: "hours", days: (0...12).map { window.from + 14 * $0 },
            planned: [0, 40, 110, 200, 300, 410, 520, 630, 740, 840, 920, 970, 1_000], earned: [0, 35, 90, 160, 240, 330, 400],
            spent: [0, 42, 110, 200, 290, 380, 450], budget: 1_000)
    }

    static var capability: Capability {
        let quarters = Capability.quarters(from: HoneFacts.CalendarDay(iso: "2023-01-01") ?? today, before: today)
        func trend(_ id: String, _ name: String, _ unit: MetricUnit, _ value: (Int) -> Double) -> Capability.Trend {
            let past = quarters.indices.map { index -> HistoryPoint in
                let value = value(index) + [0.9, -1.2, 0.4, 0, -0.7][index % 5]
                return HistoryPoint(n: 60 + index, value: value, p85: unit == .days ? value : nil)
            }
            return .init(metric: id, name: name, unit: unit, quarters: quarters, past: past, isPercentile: unit == .days)
        }
        return Capability([
            trend("lead-time", "Lead time p85", .days) { 38 - 0.8 * Double($0) },
            trend("cycle-time", "Cycle time p85", .days) { 12 + Double($0 % 3) },
            trend("throughput", "Throughput", .items) { 120 + Double($0 * 7 % 11) },
        ])
    }
}
