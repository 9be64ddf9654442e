import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneReport

/// Answers of commands on a terminal: the sentence first, no line wider than asked, nothing behind the last sign.
@Suite struct AnswerTests {
    static let saw = (0..<100).map { Double(($0 * 37) % 11) + ($0 < 60 ? 0 : 9) }

    private func analysis(_ values: [Double], width: Int) throws -> Answer {
        SeriesAnalysisAnswer(try #require(SeriesAnalysis(values)), column: "minutes", blanks: 2).answer(width: width)
    }

    @Test(arguments: [40, 80, 200])
    func `no line is wider than the terminal`(width: Int) throws {
        let text = try analysis(Self.saw, width: width).text(width: width, isStyled: false)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= width && $0.last != " " })
        #expect(text.contains("minutes") && text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("2 blank left out"))
    }

    @Test func `the chart is the recorded one`() throws {
        try Snapshot.expect(try analysis(Self.saw, width: 80).text(width: 80, isStyled: false), is: "series-analysis.txt")
    }

    @Test func `below six values there is a sentence and no line`() throws {
        let answer = try analysis([1, 2, 3], width: 80)
        #expect(answer.sentence == "Too few to judge: 3 values, 6 are needed to draw limits.")
        #expect(!answer.chart.joined().contains("┄"))
    }

    @Test func `equal values have no chart`() throws {
        #expect(try analysis([5, 5, 5, 5, 5, 5, 5], width: 80).chart.isEmpty)
    }

    @Test func `a line below zero is not drawn for numbers that never are`() throws {
        let counts = BehaviourChart(values: [0, 3, 0, 4, 0, 5], limits: ProcessLimits([0, 3, 0, 4, 0, 5]), signs: [], width: 40)
        #expect(counts.lines.count { $0.contains("┄") } == 1)
        let signed = BehaviourChart(values: [-1, 3, 0, 4, 0, 5], limits: ProcessLimits([-1, 3, 0, 4, 0, 5]), signs: [], width: 40)
        #expect(signed.lines.count { $0.contains("┄") } == 2)
    }

    @Test func `JSON has the members of the contract`() throws {
        let json = SeriesAnalysisJSON(try #require(SeriesAnalysis([5, 5, 5, 5, 5, 50]))).json.line
        #expect(json.contains("\"movingRangeMean\":9,\"limits\":{\"lower\":"))
        #expect(json.contains("\"signals\":[{\"index\":5,\"rule\":\"1\"},{\"index\":5,\"rule\":\"4\"}],\"rulesOn\":[\"1\",\"2\",\"3\"]"))
        #expect(json.contains("\"changePoints\":[],\"trend\":{\"slope\":0,"))
        let single = SeriesAnalysisJSON(try #require(SeriesAnalysis([5]))).json.line
        #expect(single.contains("\"n\":1,\"mean\":5,\"movingRangeMean\":null,\"limits\":null"))
    }

    @Test func `a forecast in Markdown has its table, chart and remarks`() {
        let today = CalendarDay(number: 20_000)
        let forecast = Forecast(ForecastQuestion(.when(items: 7...7)), from: .given([1, 2, 3, 4, 5, 6]), today: today)
        let markdown = ForecastAnswer(forecast).answer(width: 80).markdown
        #expect(markdown.hasPrefix("7 items: 85 % likely within 3 days"))
        #expect(markdown.contains("| method | exact:") && markdown.contains("```\n50 %  2 days, by "))
        #expect(markdown.contains("- Never more than 95 %") && markdown.contains("- Not back-tested"))
        #expect(ForecastJSON(forecast).json.line.contains("\"percentiles\":{\"50\":2,\"70\":3,\"85\":3,\"95\":4},\"refused\":null"))
    }

    @Test func `a comparison has the members of the contract`() throws {
        let days = (0..<90).flatMap { week in (0..<3).map { CalendarDay(week: week) + $0 } }
        let amounts = days.enumerated().map { index, day in Double(8 + index * 7 % 5) * (day.week > 70 ? 0.4 : 1) }
        let record = try #require(WeeklyRecord(DatedRows(days: days, values: .durations(amounts, smallestUnit: nil))))
        let terms = try #require(EffectTerms(kind: .durations, better: .lower))
        let comparison = SeriesComparison(record, actionOn: CalendarDay(week: 70), terms: terms)
        let json = SeriesComparisonJSON(comparison).json.line
        #expect(json.hasPrefix("{\"effect\":\"better\",\"sentence\":\"Better: since "))
        for member in [
            "\"before\":{\"n\":156,\"median\":10,", "\"after\":{\"n\":36,\"median\":4,", "\"method\":\"level-shift\"",
            "\"placeboWeeks\":46",
        ] {
            #expect(json.contains(member), "\(member) in \(json)")
        }
        let text = SeriesComparisonAnswer(comparison, blanks: 0).answer(width: 80).text(width: 80, isStyled: false)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("│") && text.contains("lower is better, by 10 % or more"))
    }

    @Test func `a family without a metric says so`() {
        #expect(FamilyAnswer(.schedule, []).answer.sentence.hasPrefix("No metric of the family schedule is in the catalogue yet."))
    }
}
