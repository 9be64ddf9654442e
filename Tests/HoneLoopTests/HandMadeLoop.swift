import HoneFacts
import HoneMetrics

@testable import HoneLoop

/// Twenty items with stage times written by hand, on the board of the worked examples (the commitment is Ready).
enum HandMadeLoop {
    /// Twelve weeks; every item begins in them, at 9:00 UTC, a day after the one before.
    static let window = Window(from: day("2026-03-02"), to: day("2026-05-25"))
    static let now = (Instant(iso: "2026-05-26T12:00:00Z") ?? Instant(seconds: 0)).seconds

    typealias Steps = [(stage: String, hours: Int)]

    /// Seventeen finished items, one cancelled, one returned, one still in the review queue.
    static var items: [Steps] {
        // Twelve plain ones: 100 hours, 80 of them before Ready; doing and review queue take 14 hours together.
        let plain = (1...12).map { hours in
            [("Backlog", 80), ("Ready", 4), ("Doing", 14 - hours), ("Review queue", hours), ("Review", 2), ("Done", 0)] as Steps
        }
        // Three that come back: doing 3 + 5, review queue 3 + 3, review 1 + 1.
        let again: Steps = [
            ("Backlog", 80), ("Ready", 4), ("Doing", 3), ("Review queue", 3), ("Review", 1), ("Doing", 5), ("Review queue", 3),
            ("Review", 1), ("Done", 0),
        ]
        // Two that skip the review.
        let skipping: Steps = [("Backlog", 80), ("Ready", 4), ("Doing", 16), ("Done", 0)]
        let cancelled: Steps = [("Backlog", 80), ("Ready", 4), ("Doing", 10), ("Cancelled", 0)]
        let returned: Steps = [("Backlog", 80), ("Ready", 4), ("Doing", 5), ("Backlog", 0)]
        let waiting: Steps = [("Backlog", 80), ("Ready", 4), ("Doing", 8), ("Review queue", 0)]
        return plain + [again, again, again, skipping, skipping, cancelled, returned, waiting]
    }

    /// The transitions of items that begin one day after another.
    static func facts(_ items: [Steps] = items, from first: String = "2026-03-02T09:00:00Z", prefix: String = "K") -> ExampleFacts {
        let begin = (Instant(iso: first) ?? Instant(seconds: 0)).seconds
        return .transitions(
            items.enumerated().map { number, steps in
                var at = begin + Int64(number) * 86_400
                let entered = steps.map { step in
                    defer { at += Int64(step.hours) * 3600 }
                    return "\(Instant(seconds: at)) \(step.stage)"
                }
                return ("\(prefix)\(number + 1)", "feature", entered)
            })
    }

    static func picture(
        _ facts: ExampleFacts = facts(), _ interpretation: Interpretation = .board, window: Window? = window, now: Int64 = now
    ) -> LoopPicture {
        LoopBuilder(
            product: Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)]), interpretation: interpretation,
            histories: fold(facts.tables, interpretation, now: now), now: now
        ).picture(window: window)
    }

    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }
}
