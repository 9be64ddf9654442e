package import HoneFacts

/// How often working software is released.
package struct ReleaseFrequency: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "release-frequency", version: 2, name: "Release frequency", family: .delivery,
        question: "How often can users get something new from us?",
        formula: "releases with their day in the window / weeks of the window that are read; and the days between one release and the next",
        unit: .perWeek, direction: .higher, startEvent: "window begins", endEvent: "released",
        needs: "Tags in a git history that match releases.pattern; several on one commit are one release.",
        misuse: "Empty releases raise it. A release is not yet use.",
        guards: ["defect-removal-effectiveness", "change-lead-time"],
        citations: ["Interval: Garwood, Biometrika 28, 1936, doi:10.1093/biomet/28.3-4.437"],
        examples: [
            WorkedExample(
                "Two releases in two weeks: one a week; the tag on the same commit does not count twice.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T10:00:00Z"), ("c2", "c1", "2026-03-03T10:00:00Z"), ("c3", "c2", "2026-03-10T10:00:00Z"),
                    ],
                    tags: [
                        ("v1", "c2", "2026-03-03T12:00:00Z"), ("v1-final", "c2", "2026-03-03T13:00:00Z"),
                        ("v2", "c3", "2026-03-10T12:00:00Z"),
                    ]), from: "2026-03-02", to: "2026-03-16", expected: 1, n: 2)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        guard !histories.gitOrigins.isEmpty else {
            return .unavailable("No commit has been read: add a source with git: to hone.yaml, then run hone sync.")
        }
        let releases = histories.git.releases
        guard releases.count > 0 else {
            return .unavailable("No tag is a release: the history has no tags, or none matches releases.pattern in hone.yaml.")
        }
        var rows = MeasuredRows(.releases, unit: .perWeek, summary: .perWeek)
        var gaps = MeasuredRows(.releases, unit: .days, summary: .days)
        var last: [String: CalendarDay] = [:]
        for release in 0..<releases.count {
            let day = context.day(releases.releasedAt[release])
            rows.keep(release, endDay: day, value: 1)
            if let before = last[releases.origin[release]] { gaps.keep(release, endDay: day, value: Double(day - before)) }
            last[releases.origin[release]] = day
        }
        rows.parts = [("days between releases", gaps)]
        return .rows(rows)
    }
}
