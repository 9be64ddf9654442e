import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

@Suite struct CapabilityTests {
    static let interpretation = Interpretation()
    static let now = (Instant(iso: "2026-11-22T12:00:00Z") ?? Instant(seconds: 0)).seconds

    /// Twelve items a quarter, each finished on the first days of its second month; lead times grow by `step` days a quarter.
    static func histories(quarters: Int, step: Int = 1) -> Histories {
        let first = HandMadeLoop.day("2023-01-01")
        let rows = (0..<quarters).flatMap { quarter in
            (0..<12).map { number -> (key: String, type: String, requested: String, started: String, finished: String) in
                let finished = first.adding(months: 3 * quarter + 1) + number
                let requested = finished + -(9 + step * quarter)
                return ("K\(quarter)-\(number)", "feature", "\(requested)", "\(finished + -4)", "\(finished)")
            }
        }
        return fold(ExampleFacts.items(rows).tables, interpretation, now: now)
    }

    static func capability(_ histories: Histories, points: HistoryPoints = HistoryPoints()) -> Capability? {
        let page = PageWindow(asked: nil, histories: histories, interpretation: interpretation, now: now)
        var builder = CapabilityBuilder(histories, interpretation, page, points, now: now)
        return builder.capability()
    }

    @Test(arguments: Capability.metrics)
    func `each of its metrics is in the catalogue, and one measurement of it serves all quarters`(id: String) throws {
        let metric = try #require(Catalogue.metric(id))
        let histories = Self.histories(quarters: 4)
        let context = MeasureContext(
            interpretation: Self.interpretation, window: Window(from: HandMadeLoop.day("2023-01-01"), to: HandMadeLoop.day("2024-01-01")),
            now: Self.now)
        if case .rows(let rows) = metric.measure(histories, context) { #expect(!rows.summary.isLevel) }
    }

    @Test func `whole calendar quarters only`() {
        func quarters(_ from: String, _ to: String) -> [String] {
            Capability.quarters(from: HandMadeLoop.day(from), before: HandMadeLoop.day(to)).map { "\($0.from) \($0.to)" }
        }
        #expect(quarters("2025-12-31", "2026-06-30") == ["2026-01-01 2026-04-01"])
        #expect(quarters("2026-01-01", "2026-07-01") == ["2026-01-01 2026-04-01", "2026-04-01 2026-07-01"])
        #expect(quarters("2026-01-02", "2026-03-01").isEmpty)
        #expect(Capability.quarters(ofHistoryFrom: HandMadeLoop.day("2024-12-31"), before: HandMadeLoop.day("2026-12-31")).isEmpty)
        #expect(Capability.quarters(ofHistoryFrom: HandMadeLoop.day("2024-12-31"), before: HandMadeLoop.day("2027-01-01")).count == 8)
    }

    @Test func `a lead time that grows by a day each quarter grows by four a year`() throws {
        let capability = try #require(Self.capability(Self.histories(quarters: 14)))
        let lead = try #require(capability.trends.first { $0.metric == "lead-time" })
        // The first item was requested within the first quarter of 2023, which is not whole therefore.
        #expect(lead.quarters.first?.from.description == "2023-04-01")
        #expect(lead.values.prefix(3) == [11, 12, 13])
        #expect(lead.slope == 4 && lead.slopeInterval == 4...4)
        let probability = try #require(lead.probability)
        #expect(probability < 1e-4)
    }

    @Test func `what does not move has no trend`() throws {
        let capability = try #require(Self.capability(Self.histories(quarters: 14)))
        let cycle = try #require(capability.trends.first { $0.metric == "cycle-time" })
        #expect(cycle.slope == 0)
        #expect((cycle.probability ?? 1) > 0.9)
    }

    @Test func `two years need eight whole quarters`() {
        #expect(Self.capability(Self.histories(quarters: 0)) == nil)
        let page = PageWindow(asked: nil, histories: Self.histories(quarters: 1), interpretation: Self.interpretation, now: Self.now)
        // A short history that ended long ago has no eight quarters before its end.
        #expect(page.window.to < HandMadeLoop.day("2024-12-31"))
        #expect(Self.capability(Self.histories(quarters: 1)) == nil)
    }

    @Test func `since when there is history, and how many quarters, is told of every product`() {
        // Items requested nine days before 1 November: Q4 of 2022 is not whole, what began on 1 January 2023 is.
        func history(_ first: String?, _ end: String) -> CapabilityHistory {
            CapabilityHistory(from: first.map(HandMadeLoop.day), before: HandMadeLoop.day(end))
        }
        #expect(history(nil, "2026-11-16") == .none && history(nil, "2026-11-16").missingQuarters == 8)
        #expect(history("2025-08-14", "2026-11-16") == CapabilityHistory(firstDay: HandMadeLoop.day("2025-08-14"), wholeQuarters: 4))
        #expect(history("2025-07-01", "2026-10-01").wholeQuarters == 5 && history("2025-07-01", "2026-09-30").wholeQuarters == 4)
        #expect(history("2016-01-01", "2026-01-01").missingQuarters == 0 && history("2016-01-01", "2026-01-01").wholeQuarters == 40)
        // A date that is still to come is no history.
        #expect(history("2026-11-17", "2026-11-16") == .none)
    }

    @Test func `quarters that are known are not measured again, and say the same`() throws {
        let histories = Self.histories(quarters: 14)
        let measured = try #require(Self.capability(histories))
        let known = try #require(Self.capability(histories, points: HistoryPoints(measured.points)))
        #expect(known.trends.map(\.past) == measured.trends.map(\.past))
        // Points of other facts are believed: that is what keeping them means.
        let other = try #require(Self.capability(Self.histories(quarters: 14, step: 0), points: HistoryPoints(measured.points)))
        #expect(other.trends.map(\.past) == measured.trends.map(\.past))
    }

    @Test func `observing many windows at once is observing each`() {
        let histories = Self.histories(quarters: 14)
        let windows = Capability.quarters(from: HandMadeLoop.day("2022-10-01"), before: HandMadeLoop.day("2026-10-01"))
        let context = MeasureContext(interpretation: Self.interpretation, window: windows[0], now: Self.now)
        guard case .rows(let rows) = LeadTime().measure(histories, context) else {
            Issue.record("nothing measured")
            return
        }
        let together = observe(LeadTime().definition, rows, over: windows, context)
        for (window, observation) in zip(windows, together) {
            let alone = observe(
                LeadTime(), histories, MeasureContext(interpretation: Self.interpretation, window: window, now: Self.now))
            #expect(observation.n == alone.n && observation.percentiles == alone.percentiles && observation.window == alone.window)
            #expect(observation.excluded == alone.excluded && observation.eligible == alone.eligible)
        }
    }

    @Test func `several numbers are adjusted together`() throws {
        let capability = try #require(Self.capability(Self.histories(quarters: 14)))
        let raw = capability.trends.compactMap(\.probability)
        let adjusted = capability.probabilities.compactMap(\.self)
        #expect(raw.count == adjusted.count && zip(raw, adjusted).allSatisfy { $0 <= $1 })
    }
}
