import HoneFacts
import HoneStatistics

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    /// Two releases of many: one with several tags, one with numbers that are too few or none.
    static let releases: ReleasesPicture = {
        var lead = times("lead-time", n: 42, 12, 31, 58, mean: 17.4)
        lead.window = days("2026-10-01", "2026-11-17")
        let few = times("lead-time", n: 7, 9, 44, 61, mean: 18)
        var finished = count("throughput", 42)
        finished.window = lead.window
        var hidden = observation("improvement-share", n: 7)
        hidden.interval = Interval(level: 1, lower: 0.1, upper: 0.6, method: "unclassified")
        let escaped = observation("escaped-defects-per-release", n: 0) {
            $0.eligible = 1
            $0.excluded = ["provisional": 1]
        }
        let found = observation("escaped-defects-per-release", n: 1) { $0.value = 3 }
        let empty = observation("throughput", n: 0) { $0.eligible = 0 }
        return ReleasesPicture(
            product: "Alloy", zone: "Europe/Zurich", today: today, source: .tags,
            rows: [
                ReleaseRow(
                    names: ["shop-v2.1", "search-v0.9", "v2.1"], window: lead.window,
                    brought: .init(changes: 1_204, items: [.feature: 30, .bug: 9, .unclassified: 3]),
                    capability: [lead, finished, share("improvement-share", 5, of: 42, 0.05, 0.25), escaped]),
                ReleaseRow(
                    names: ["v2.0", "a", "b", "c", "d"], window: days("2026-09-28", "2026-10-01"), isFirst: true,
                    brought: .init(changes: 0, items: [:]), capability: [few, empty, hidden, found]),
            ], releaseCount: 37,
            columns: [
                .init(metric: "lead-time", name: "Lead time p85", unit: .days, isPercentile: true),
                .init(metric: "throughput", name: "Throughput", unit: .items, isPercentile: false),
                .init(metric: "improvement-share", name: "Improvement share", unit: .share, isPercentile: false),
                .init(metric: "escaped-defects-per-release", name: "Escaped defects per release", unit: .count, isPercentile: false),
            ],
            gaps: [
                .init(metric: "cycle-time", name: "Cycle time", reason: "No item says when work on it began."),
                .init(metric: "rework", name: "Rework", reason: "No line is counted."),
                .init(metric: "reopen-rate", name: "Reopen rate", reason: "No item says when work on it began."),
            ],
            inherited: inherited)
    }()

    /// As a product without tags and versions has it.
    static let noReleases = ReleasesPicture(
        product: "Alloy", zone: "UTC", today: today, source: .versions, rows: [], releaseCount: 0, columns: [], gaps: [])

    private static let inherited = InheritedItems(
        lines: [.init("v2.1", items: 4, bugs: 1, debts: 1)] + (1...12).map { .init("v1.\(13 - $0)", items: $0, bugs: $0 % 2) }
            + [.init("before v1.0", items: 5, bugs: 5, notes: 1)],
        lastName: "v2.1", lastDay: CalendarDay(iso: "2026-11-16") ?? today, since: .init("since v2.1", items: 2), undatedCount: 3)

    private static func days(_ from: String, _ to: String) -> Window {
        Window(from: CalendarDay(iso: from) ?? today, to: CalendarDay(iso: to) ?? today)
    }
}
