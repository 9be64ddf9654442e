package import HoneFacts

/// Defects that got out with a release.
package struct EscapedDefectsPerRelease: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "escaped-defects-per-release", version: 2, name: "Escaped defects per release", family: .quality,
        question: "How many defects do our users find in what we release?",
        formula:
            "defects found by users within 90 days after a release and before the next one, by the day they were found / releases. Counted on the day of the release, once the 90 days are over or the next release is there. A release that is not yet through is provisional: left out on top, and a part of its own, where what was found so far is divided by the share of defects that earlier releases had shown at that age. Releases are those of git, else the versions of the tracker. Found by users is what a source says was found after the release, in words or by a phase after it. Where no source says who found a defect, all reported bugs count, and the source says so; the two are never mixed: where some sources say it, defects that nobody says it of are left out, and their releases flagged. Limits for counts, wider where releases differ more than chance lets them",
        unit: .count, direction: .lower, startEvent: "released", endEvent: "released, and its defects counted",
        needs: "Releases or versions with dates, and bugs with the day they were reported; best with who found them.",
        misuse:
            "Many small releases lower it, and so does a phone number nobody answers: it counts reports. A defect goes to the release before its report, which need not be the one that brought it.",
        guards: ["release-frequency", "defect-removal-effectiveness", "bug-age"],
        citations: [
            "Jones, Software Defect-Removal Efficiency, IEEE Computer 29(4), 1996, doi:10.1109/2.488361: the first 90 days",
            "Limits of a count: Garwood, 1936, doi:10.1093/biomet/28.3-4.437; dispersion: McCullagh and Nelder, Generalized Linear Models, 1989, 6.2.3",
        ],
        examples: [
            WorkedExample(
                "v1 had two defects found by users before v2 came; v2 had one in its 90 days and one after them. A defect that the team found does not count.",
                .items([
                    ("A", "bug", "2025-06-05", "", ""), ("B", "bug", "2025-06-20", "", ""), ("C", "bug", "2025-08-01", "", ""),
                    ("D", "bug", "2026-01-20", "", ""), ("E", "bug", "2025-06-06", "", ""),
                ]).with("found", ["A": "after", "B": "after", "C": "after", "D": "after", "E": "before"]).adding(
                    .version,
                    [
                        ("v1", ["released_at": "2025-06-01"], [:], ["name": "v1"]),
                        ("v2", ["released_at": "2025-07-01"], [:], ["name": "v2"]),
                    ]), from: "2025-06-01", to: "2026-03-01", expected: 1.5, n: 2),
            WorkedExample(
                "v3 is nine days old: provisional, and not in the number.",
                .items([("A", "bug", "2025-06-05", "", ""), ("B", "bug", "2026-02-22", "", "")]).with(
                    "found", ["A": "after", "B": "after"]
                )
                .adding(
                    .version,
                    [
                        ("v1", ["released_at": "2025-06-01"], [:], ["name": "v1"]),
                        ("v3", ["released_at": "2026-02-20"], [:], ["name": "v3"]),
                    ]), from: "2025-06-01", to: "2026-03-01", expected: 1, n: 1, excluded: ["provisional": 1]),
        ])

    /// Complexity: O((releases + bugs) x log releases).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonBugsAreUnknown { return .unavailable(reason) }
        let isGit = histories.git.releases.count > 0
        let released = isGit ? histories.git.releases.releasedAt : histories.versions.releasedAt
        guard !released.isEmpty else {
            return .unavailable("No release and no version with a date is known, so no defect can be laid to one.")
        }
        let escapes = ReleaseEscapes(released, items, context)
        var rows = MeasuredRows(isGit ? .releases : .versions, unit: .count, summary: .perRow)
        rows.source = escapes.isFoundKnown ? "defects found by users" : "all reported bugs: no source says who found them"
        var provisional = rows
        if escapes.undatedCount > 0 { rows.source? += "; \(escapes.undatedCount) more without a day are in no release" }
        let givenUp = escapes.releases.filter { context.window.contains($0.day) }.reduce(0) { $0 + $1.givenUp }
        if givenUp > 0 { rows.source? += "; \(givenUp) more \(givenUp == 1 ? "was" : "were") given up and not counted" }
        for release in escapes.releases {
            let flags = release.hasUnknownFinders ? ["finders-not-known"] : []
            if release.isOver {
                rows.keep(release.row, endDay: release.day, value: Double(release.delays.count), flags: flags)
            } else {
                rows.exclude(release.row, endDay: release.day, reason: "provisional")
                let share = escapes.shareShown(by: release.age)
                provisional.keep(
                    release.row, endDay: release.day, value: Double(release.delays.count), weight: share ?? 1,
                    flags: flags + [share == nil ? "found-so-far" : "grown-to-90-days"])
            }
        }
        if provisional.count > 0 { rows.parts = [("provisional", provisional)] }
        return .rows(rows)
    }
}
