import HoneFacts

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    /// The first day of a product: nothing is known yet.
    static var bare: Scorecard {
        Scorecard(
            product: "New", lifeCycle: "Kanban", window: .lastWholeWeeks(12, before: CalendarDay(number: 20_157)), zone: "UTC",
            today: today, evidenceEndsOn: CalendarDay(iso: "2025-03-07"),
            evidence: [], workingSoftware: ["Nothing can be said yet: no releases, no merges and no finished items are known."],
            lanes: Goal.Kind.allCases.map { .init(kind: $0, goals: []) }, process: [], flow: [],
            improvement: .init(
                reserveFloor: 0.1, share: unavailable("improvement-share", "There are no work items yet."), met: nil, unansweredNotes: [],
                oldestNoteDays: nil), whereItLives: "Nothing recorded yet.", whetherItPays: "Cannot tell yet.", whichKPI: "none agreed.",
            cannotSay: [])
    }

    /// Texts that try to be more than text.
    static var hostile: Scorecard {
        var card = scorecard
        card.product = "<script>&\""
        card.workingSoftware = ["</style><script>alert('x')</script>", "line\nbreak \u{1b}[31mred \u{202e}turned"]
        card.lanes[0].goals[0].outcome = "a very-long-word-" + String(repeating: "x", count: 200) + " | *star* `tick` [link](x)"
        card.process[0].name = "<b onclick=\"x\">"
        card.cannotSay[0].what = String(repeating: "many words ", count: 40)
        card.improvement.unansweredNotes[0].text = "# <img src=x onerror=alert(1)>"
        return card
    }

    static var all: [Scorecard] { [scorecard, bare, hostile, agreed] }
}
