package import HoneFacts

/// How long the code has been left as it is.
package struct CodeAge: Metric {
    package init() {}

    /// Where the bands end, in days, and what they are called.
    static let bands = [
        (90, "changed within 90 days"), (365, "90 days to a year"), (730, "a year to two"), (Int.max, "two years and more"),
    ]

    package let definition = MetricDefinition(
        id: "code-age", version: 2, name: "Code age by last change", family: .technicalDebt,
        question: "How much of our code has nobody touched for a long time?",
        formula:
            "days between a file's last change and the window's end, for each file that is there then; the value is the median, with limits from order statistics. The parts are shares by age: of the lines at HEAD where the tree was read, else of the files. A change by anybody counts, programs too; renames followed. Binary files are left out. "
            + GeneratedPaths.words,
        unit: .days, direction: .none, startEvent: "last changed", endEvent: "at the window's end",
        needs: "A git history with its file lines; for shares of lines also the tree at HEAD.",
        misuse:
            "Old code is not bad code: what works and is left alone grows old. One sweep of a formatter makes everything young. It becomes a risk where old code must be changed and nobody knows it: read it beside knowledge concentration.",
        guards: ["knowledge-concentration", "code-hotspots"],
        citations: [
            "Tornhill, Software Design X-Rays, 2018: code age",
            "Eick, Graves, Karr, Marron and Mockus, Does Code Decay?, IEEE TSE 27(1), 2001, doi:10.1109/32.895984",
        ],
        examples: [
            WorkedExample(
                "Three files last changed 30, 20 and 10 days before the last instant of March; the lock file is left out.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T12:00:00Z"), ("c2", "c1", "2026-03-11T12:00:00Z"), ("c3", "c2", "2026-03-21T12:00:00Z"),
                    ], tags: []
                ).touching([
                    ("c1", "Ann", ["+9 a.c", "+9 b.c", "+9 c.c", "+9 go.sum"]), ("c2", "Bo", ["+1 b.c"]), ("c3", "Bo", ["+1 c.c"]),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 20, n: 3, excluded: ["generated-or-vendored": 1])
        ])

    /// Complexity: O(touches + files x log files).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let files = histories.files
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard !histories.git.isShallow else {
            return .unavailable("The history is cut off (a shallow clone), so when the older files were changed last is not known.")
        }
        let zone = context.interpretation.zone
        let instant = context.levelSeconds
        let today = zone.day(atSeconds: instant)
        let seconds = files.commitSeconds(context)
        let hasLines = files.lines.contains { $0 != Instant.missing }
        var rows = MeasuredRows(.files, unit: .days, summary: .levelDays)
        var bands = [MeasuredRows](
            repeating: MeasuredRows(.files, unit: .share, summary: hasLines ? .ratio : .share), count: Self.bands.count)
        for file in 0..<files.count where files.isThere(file, at: Instant(seconds: instant).rawValue) {
            var last = Int64.min
            for touch in files.touches(of: file) {
                let at = seconds[Int(files.touchCommit[touch])]
                if at <= instant { last = max(last, at) }
            }
            if GeneratedPaths.contains(files.path[file]) {
                rows.exclude(file, endDay: today, reason: GeneratedPaths.reason)
            } else if files.isBinary[file] {
                rows.exclude(file, endDay: today, reason: "binary")
            } else if last == .min {
                rows.exclude(file, endDay: today, reason: "no-change-known")
            } else {
                let age = today - zone.day(atSeconds: last)
                rows.keep(file, endDay: today, value: Double(age), startAt: last << 1)
                let band = Self.bands.firstIndex { age < $0.0 } ?? 0
                for place in bands.indices {
                    if !hasLines {
                        bands[place].keep(file, endDay: today, value: place == band ? 1 : 0)
                    } else if files.lines[file] == Instant.missing {
                        bands[place].exclude(file, endDay: today, reason: "lines-not-known")
                    } else {
                        let lines = Double(files.lines[file])
                        bands[place].keep(file, endDay: today, value: place == band ? lines : 0, weight: lines)
                    }
                }
            }
        }
        rows.parts = zip(Self.bands, bands).map { ("\(hasLines ? "lines of files" : "files"): \($0.1)", $1) }
        return .rows(rows)
    }
}
