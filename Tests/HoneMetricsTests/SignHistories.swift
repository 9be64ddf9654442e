import HoneFacts

@testable import HoneMetrics

/// Ordinary histories, and histories with one sign planted in them.
enum SignHistories {
    typealias Item = (key: String, type: String, entered: [String])

    /// A Monday and twelve weeks from it.
    static let window = Window(from: CalendarDay(number: 20_458), to: CalendarDay(number: 20_458 + 84))
    static let interpretation: Interpretation = {
        var board = Interpretation.board
        (board.iterationDays, board.iterationStart) = (14, window.from)
        return board
    }()
    static let now = interpretation.zone.startOfDay(window.to + 7)

    static func context(_ level: ServiceLevel? = ServiceLevel(percent: 85, days: 14)) -> MeasureContext {
        MeasureContext(interpretation: interpretation, window: window, options: MetricOptions(serviceLevel: level), now: now)
    }

    static func histories(_ facts: ExampleFacts) -> Histories { fold(facts.tables, interpretation, now: now) }

    /// A working day at or after a day.
    static func working(_ day: CalendarDay) -> CalendarDay { day.weekday > 5 ? day + (8 - day.weekday) : day }

    static func entry(_ day: CalendarDay, _ minute: Int, _ status: String) -> String {
        "\(Instant(seconds: Int64(day.number) * 86_400 + Int64(minute) * 60)) \(status)"
    }

    /// Work of a team that begins about two items a day and takes one to thirty days for each, most of them few.
    static func ordinary(seed: UInt64, before: Int = 84) -> [Item] {
        var dice = ObservationLawTests.Dice(state: seed)
        var items: [Item] = []
        for offset in -before..<84 {
            let day = window.from + offset
            guard day.weekday <= 5 else { continue }
            for number in 0..<(1 + dice.roll(3)) {
                let days = [dice.roll(30), dice.roll(30), dice.roll(30)].min() ?? 0
                let start = day + -dice.roll(10)
                let (review, done) = (working(day + days / 2), working(day + days))
                let minute = 540 + dice.roll(60)
                items.append(
                    (
                        "K\(offset)-\(number)", ["feature", "bug", "tool"][dice.roll(3)],
                        [
                            entry(start, minute, "Backlog"), entry(day, minute, "Doing"), entry(review, 640 + dice.roll(200), "Review"),
                            entry(done, 900 + dice.roll(180), "Done"),
                        ]
                    ))
            }
        }
        return items
    }

    static func signs(_ facts: ExampleFacts, _ level: ServiceLevel? = ServiceLevel(percent: 85, days: 14)) -> [Sign] {
        SignsOfWindow(histories(facts), context(level)).signs
    }
}
