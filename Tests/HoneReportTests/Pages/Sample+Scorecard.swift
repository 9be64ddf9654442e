import HoneFacts
import HoneStatistics

@testable import HoneLoop
@testable import HoneMetrics

extension Sample {
    static let observations: [Observation] = flow + quality + delivery

    private static var flow: [Observation] {
        var lead = times("lead-time", n: 128, 12, 31, 58, mean: 17.4)
        lead.eligible = 143
        lead.excluded = ["no-request-date": 4, "cancelled": 11]
        lead.flags = ["started-before-requested": 3]
        var efficiency = share("flow-efficiency", 410, of: 1712, 0.2, 0.28, method: "jackknife-t")
        (efficiency.n, efficiency.eligible) = (119, 119)
        return [
            lead, times("cycle-time", n: 128, 5, 12, 19, mean: 6.8), count("throughput", 128), count("wip", 17),
            times("work-item-age", n: 7, 9, 44, 61, mean: 18), stages,
            efficiency, kinds,
        ]
    }

    private static var kinds: Observation {
        let counts: [(String, Double)] = [("feature", 70), ("bug", 38), ("refactoring", 5), ("tool", 4), ("other", 6), ("unclassified", 5)]
        var kinds = share("flow-distribution", 123, of: 128, 0.91, 0.99)
        for (name, count) in counts {
            kinds.parts.append(.init(name: name, observation: share("flow-distribution", count, of: 128, 0.01, 0.7)))
        }
        return kinds
    }

    private static var stages: Observation {
        let means: [(String, Double, Int)] = [
            ("Ready", 70, 128), ("Doing", 60, 128), ("Review queue", 31, 119), ("Review", 5.5, 119), ("Trial", 20, 7),
        ]
        var stages = times("stage-time", n: 128, 190, 410, 700, mean: 288)
        stages.flags = ["re-entered-stage": 21, "skipped-stage": 9]
        for (name, p50, n) in means {
            var part = times("stage-time", n: n, p50, p50 * 2.6, p50 * 4, mean: p50 * 1.4)
            part.eligible = 128
            if n < 128 { part.excluded = ["never-visited": 128 - n] }
            stages.parts.append(.init(name: name, observation: part))
        }
        return stages
    }

    private static var quality: [Observation] {
        [
            share("reopen-rate", 5, of: 128, 0.017, 0.088), count("legacy-bug-count", 0),
            unavailable(
                "labour-per-bug-fix",
                "No bug carries logged hours, and there are no transitions to bound the time from above."),
            unavailable(
                "defect-removal-effectiveness", "No source says whether a defect was found before or after its release."),
        ]
    }

    private static var delivery: [Observation] {
        let releases = observation("release-frequency", n: 4) {
            $0.value = 4.0 / 12
            $0.interval = Interval(level: 0.95, lower: 0.09, upper: 0.85, method: "garwood")
        }
        return [
            releases, times("change-lead-time", n: 311, 20, 96, 240, mean: 44),
            share("improvement-share", 9, of: 128, 0.028, 0.113, method: "jackknife-t"),
        ]
    }

    static func observed(_ id: String) -> Observation { observations.first { $0.metric == id } ?? count(id, 0) }

    static var scorecard: Scorecard {
        Scorecard(
            product: "Alloy", lifeCycle: "Scrum, sprints of 14 days", window: window, zone: "Europe/Berlin", today: today,
            evidenceEndsOn: nil, evidence: [.init(origin: "git", ageSeconds: 130), .init(origin: "jira", ageSeconds: 3 * 86_400)],
            workingSoftware: [
                "4 releases (3 the 12 weeks before), last one on 2026-11-20",
                "128 items finished; 61 of the 74 started in these 12 weeks are finished",
            ],
            lanes: [
                .init(
                    kind: .run,
                    goals: [
                        .init(
                            number: 1, outcome: "The checkout stays up for sellers", gap: "no process KPI serves this goal",
                            next: "hone decision record not-a-kpi")
                    ]),
                .init(
                    kind: .improve,
                    goals: [
                        .init(
                            number: 2, outcome: "A new seller is live within a day", gap: "no process KPI serves this goal",
                            next: "hone decision record not-a-kpi")
                    ]), .init(kind: .vision, goals: []),
            ], process: rows, capabilityHistory: CapabilityHistory(firstDay: CalendarDay(iso: "2025-03-10"), wholeQuarters: 6),
            flow: [
                "61 % of the mean lead time of 17.4 d is before work starts.",
                "The longest stage is Ready: 98 h of 12 d on average (n 128).",
            ],
            improvement: .init(
                reserveFloor: 0.1, share: observed("improvement-share"), met: (3, 8),
                unansweredNotes: [
                    .init(number: 1, text: "flaky end-to-end tests cost us a rerun on every change", notedAt: 1_793_700_000),
                    .init(number: 2, text: "nobody knows who may approve a schema change", notedAt: 1_794_500_000),
                ], oldestNoteDays: 19), whereItLives: "Nothing recorded yet: no retrospective has been read.",
            whetherItPays: "Cannot tell yet: no improvement has been measured.",
            whichKPI: "none agreed, and no decision against one.",
            cannotSay: [
                .init(
                    what: "labour per bug fix", why: observed("labour-per-bug-fix").unavailableReason ?? "", next: "hone doctor"),
                .init(
                    what: "214 transitions into \"On hold\"", why: "No stage in hone.yaml names this status.", next: "stages in hone.yaml"),
                .init(what: "3 commits dated in the future", why: "A clock was wrong. They count on the date they carry.", next: ""),
            ])
    }

    private static var rows: [Scorecard.ProcessRow] {
        [
            row("Lead time p85", observed("lead-time"), [26, 34, 38, 33, 36, 29, 30, 31], now: "31 d", range: "half within 12 d"),
            row("Cycle time p85", observed("cycle-time"), [19, 18, 16, 17, 15, 13, 12, 12], now: "12 d", range: "half within 5 d"),
            row("Throughput", observed("throughput"), [96, 104, nil, 121, 118, 99, 131, 139], now: "128", range: ""),
            row("Work in progress", observed("wip"), [31, 28, 29, 30, 24, 22, 19, 17], now: "17", range: ""),
            row(
                "Work item age", observed("work-item-age"), [nil, nil, nil, nil, 40, 38, 66, 61], now: "up to 61 d",
                range: "too few for a percentile"),
            row(
                "Flow efficiency", observed("flow-efficiency"), [0.2, 0.22, 0.19, 0.23, 0.24, 0.22, 0.25, 0.24], now: "24 %",
                range: "20-28 %"),
            row("Reopen rate", observed("reopen-rate"), [0.08, 0.02, 0.05, 0.04, 0, 0.03, 0.06, 0.039], now: "3.9 %", range: "1.7-8.8 %"),
            row("Legacy bug count", observed("legacy-bug-count"), [9, 8, 8, 5, 3, 2, 0, 0], now: "0", range: ""),
            row(
                "Change lead time p85", observed("change-lead-time"), [150, 140, 162, 120, 101, 99, 90, 94], now: "4 d",
                range: "half within 20 h"),
            row(
                "Release frequency", observed("release-frequency"), [0.2, 0.2, 0.3, 0.2, 0.4, 0.3, 0.3, 0.33], now: "0.33 a week",
                range: "0.09-0.85 a week"),
        ]
    }
}
