package import HoneFacts

/// Comments in which the code owns up to a debt.
package struct SelfAdmittedDebt: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "self-admitted-debt", version: 2, name: "Self-admitted debt", family: .technicalDebt,
        question: "How often does our own code say that it should be better, and for how long has it said so?",
        formula:
            "comments at HEAD that hold one of the marker words to-do, fix-me, hack and triple x, whole, in capitals and without the dash, one over several lines counted by line / thousand non-blank lines; as a part: days since the oldest of each file came in. It came in with the first version of the file on the main line (first parents, renames followed) that holds one of today's comments, found by halving the versions: one that went and came back may be dated at either. Limits for counts, wider where files differ more than chance lets them. Files of a kind whose comments are not known are left out, which is not zero. "
            + GeneratedPaths.words,
        unit: .perThousandLines, direction: .lower, startEvent: "comment came in", endEvent: "at HEAD",
        needs:
            "A git history that is read with its files (not --names-only); for ages also the old versions of its files, which a partial clone may lack.",
        misuse:
            "Deleting the comment leaves the debt: honesty is punished. Of 62,275 labelled comments the words find seven in ten of those that own up to a debt, and one find in eight is none. Comments are told from code by a few rules for each kind of file, and no parser.",
        guards: ["code-hotspots", "rework"],
        citations: [
            "Potdar and Shihab, An Exploratory Study on Self-Admitted Technical Debt, ICSME 2014, doi:10.1109/ICSME.2014.31",
            "Maldonado, Shihab and Tsantalis, Using Natural Language Processing to Detect Self-Admitted Technical Debt, IEEE TSE 43(11), 2017, doi:10.1109/TSE.2017.2654244",
        ],
        examples: [
            WorkedExample(
                "Three comments in 500 lines: six in a thousand. Of b.c nobody counted them; the vendored file is left out.",
                ExampleFacts().adding(
                    .file,
                    [
                        ("a.c", [:], ["lines": 500, "indentation_sum": 9, "marker_count": 3], ["path": "a.c"]),
                        ("b.c", [:], ["lines": 100, "indentation_sum": 9], ["path": "b.c"]),
                        ("v", [:], ["lines": 100, "indentation_sum": 9, "marker_count": 9], ["path": "vendor/v.c"]),
                    ]
                ).adding(.commit, [("c1", ["committed_at": "2026-03-02"], ["is_inside": 1, "is_bot": 0], ["sha": "c1"])])
                    .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c1"])]), from: "2026-03-01",
                to: "2026-04-01", expected: 6, n: 1, excluded: ["markers-not-known": 1, "generated-or-vendored": 1])
        ])

    /// Complexity: O(files).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let files = histories.files
        if let reason = files.reasonTouchesAreUnknown, histories.git.commits.count == 0 { return .unavailable(reason) }
        guard files.markerCount.contains(where: { $0 != Instant.missing }) else {
            return .unavailable(
                "No source has counted the comments that own up to a debt. After hone sync --names-only, run hone sync.")
        }
        let zone = context.interpretation.zone
        let today = zone.day(atSeconds: context.levelSeconds)
        var kept: [(file: Int, markers: Double, lines: Double)] = []
        var excluded: [(file: Int, reason: String)] = []
        var ages = MeasuredRows(.files, unit: .days, summary: .levelDays)
        for file in 0..<files.count where files.isAtHead[file] {
            if GeneratedPaths.contains(files.path[file]) {
                excluded.append((file, GeneratedPaths.reason))
            } else if files.markerCount[file] == Instant.missing || files.lines[file] == Instant.missing {
                excluded.append((file, "markers-not-known"))
            } else {
                kept.append((file, Double(files.markerCount[file]), Double(files.lines[file])))
                guard files.markerCount[file] > 0 else { continue }
                let oldest = files.oldestMarkerAt[file]
                if oldest == Instant.missing || context.day(oldest) > today {
                    ages.exclude(file, endDay: today, reason: "age-not-known")
                } else {
                    ages.keep(file, endDay: today, value: Double(today - context.day(oldest)), startAt: oldest)
                }
            }
        }
        let counts = CountedEvents(kept.map(\.markers), over: kept.map { $0.lines / 1000 })
        var rows = MeasuredRows(.files, unit: .perThousandLines, summary: .whole(counts?.rate))
        rows.interval = counts?.interval(level: Observation.intervalLevel)
        for row in kept { rows.keep(row.file, endDay: today, value: row.markers) }
        for row in excluded { rows.exclude(row.file, endDay: today, reason: row.reason) }
        if ages.count > 0 { rows.parts = [("days since the oldest of a file", ages)] }
        return .rows(rows)
    }
}
