import HoneFacts
import Testing

@testable import HoneMetrics

/// Days that nobody has read are not days without work.
@Suite struct UnreadDaysTests {
    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

    /// One item a week was finished until the tracker was last read, on Tuesday the 3rd; the repository was read on.
    private static func histories() throws -> Histories {
        let facts = ExampleFacts.items([
            ("A", "feature", "2026-02-02", "2026-02-02", "2026-02-17"), ("B", "feature", "2026-02-02", "2026-02-02", "2026-03-02"),
        ])
        var histories = fold(facts.tables, Interpretation(), now: try #require(Instant(iso: "2026-04-01T12:00:00Z")).seconds)
        histories.readings = ReadingTimes(others: Instant(iso: "2026-03-03T12:00:00Z")?.seconds, repositories: histories.now)
        return histories
    }

    private static func observed(_ metric: some Metric, _ from: String, _ to: String, _ options: MetricOptions = MetricOptions()) throws
        -> Observation
    {
        let histories = try histories()
        let window = Window(from: try day(from), to: try day(to))
        return observe(
            metric, histories, MeasureContext(interpretation: Interpretation(), window: window, options: options, now: histories.now))
    }

    @Test func `a window that was read has its number, one that was not has none, and one between says so`() throws {
        let read = try Self.observed(Throughput(), "2026-02-02", "2026-03-04")
        #expect(read.value == 2 && read.unread == nil)
        let partly = try Self.observed(Throughput(), "2026-02-02", "2026-03-16")
        #expect(partly.value == 2 && partly.unread?.since.description == "2026-03-03" && partly.unread?.count == 12)
        #expect(partly.unread?.isTooMany == true)
        let slightly = try Self.observed(Throughput(), "2026-02-02", "2026-03-06")
        #expect(slightly.unread?.count == 2 && slightly.unread?.isTooMany == false)
        for metric in [Throughput(), WorkInProgress()] as [any Metric] {
            let unread = try Self.observed(metric, "2026-03-09", "2026-03-23")
            #expect(
                unread.value == nil && unread.unavailableReason?.hasPrefix("Nothing was read of it since 2026-03-03, so 14 days") == true)
        }
    }

    /// What is still to come is not unread: today is not over.
    @Test func `days to come are not over, and not unread`() throws {
        var histories = try Self.histories()
        histories.readings = ReadingTimes(others: histories.now)
        let window = Window(from: try Self.day("2026-03-23"), to: try Self.day("2026-04-20"))
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: histories.now)
        let running = observe(Throughput(), histories, context)
        #expect(running.unread == nil && running.isNotOver && running.value == 0)
    }

    @Test func `a month that is not over is unread as soon as most of its days so far are`() throws {
        var options = MetricOptions()
        options.grouping = .month
        let histories = try Self.histories()
        let window = Window(from: try Self.day("2026-02-01"), to: try Self.day("2026-05-01"))
        let now = try #require(Instant(iso: "2026-04-14T12:00:00Z")).seconds
        let context = MeasureContext(interpretation: Interpretation(), window: window, options: options, now: now)
        #expect(observe(Throughput(), histories, context).parts.map(\.observation.value) == [1, nil, nil])
    }

    @Test func `a month that nobody read has no number beside those that somebody did`() throws {
        var options = MetricOptions()
        options.grouping = .month
        let all = try Self.observed(Throughput(), "2026-02-01", "2026-04-01", options)
        #expect(all.parts.map(\.observation.value) == [1, nil])
        #expect(all.value == 2 && all.unread?.isMost == false)
    }

    @Test func `a sheet of other numbers that is kept up does not stand for the tracker`() throws {
        var histories = try Self.histories()
        let (tracker, today) = (try #require(Instant(iso: "2026-03-03T12:00:00Z")).seconds, histories.now)
        histories.readings = ReadingTimes([
            SourceCursor(origin: "csv:board.csv", position: "", readAt: tracker, families: [.item, .transition]),
            SourceCursor(origin: "csv:sales.csv", position: "", readAt: today, families: [.measurement]),
        ])
        #expect(histories.known(until: today, of: .items) == tracker)
        #expect(histories.known(until: today, of: .measurements) == today)
        // Nobody ever brought a deployment: whoever was read last could have.
        #expect(histories.known(until: today, of: .deployments) == today)
    }

    @Test func `commits are known where the repository was read`() throws {
        let histories = try Self.histories()
        let window = Window(from: try Self.day("2026-03-09"), to: try Self.day("2026-03-23"))
        func unread(_ subject: MeasuredRows.Subject) -> UnreadDays? {
            UnreadDays(histories, subject, window, Interpretation(), now: histories.now)
        }
        #expect(unread(.commits) == nil && unread(.releases) == nil && unread(.actions) == nil && unread(.items)?.isMost == true)
    }
}
