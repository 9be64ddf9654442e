package import HoneFacts

/// How few people would have to leave before half of the files have nobody who knows them.
package struct KnowledgeConcentration: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "knowledge-concentration", version: 2, name: "Knowledge concentration (truck factor)", family: .collaboration,
        question: "How few of us would have to be away before half of the code has nobody who knows it well?",
        formula:
            "degree of authorship of a person for a file = 3.293 + 1.098 FA + 0.164 DL - 0.321 ln(1 + AC): FA 1 for who added the file, or added it again later, DL the person's own changes (a rename is one, adding and deleting are none), AC the changes of others. Author is who has more than 0.75 of the file's highest degree and at least 3.293, or added it. Take away the author of most files, ties by the earliest first commit, until fewer than half of the files have an author; those taken away, less the ones with under a tenth of the first one's files, are the factor. Not made for fewer people than the smallest group. Files that are there at the window's end, commits up to then, renames followed, commits of programs left out; binary files are no knowledge of code. "
            + GeneratedPaths.words,
        unit: .people, direction: .higher, startEvent: "first commit that is known", endEvent: "at the window's end",
        needs:
            "A whole git history with all its file lines counted; best with the tree at HEAD. Without it, deletions are told from line counts.",
        misuse:
            "It says how many, never who: it is a risk of the product and no rank of people. Splitting commits raises a count of changes; reviews, pairing and documents spread knowledge and are not seen. Somebody with two mail addresses is two people unless a .mailmap says otherwise.",
        guards: ["time-to-first-review", "change-lead-time"],
        citations: [
            "Avelino, Passos, Hora and Valente, A Novel Approach for Estimating Truck Factors, ICPC 2016, doi:10.1109/ICPC.2016.7503718, arXiv:1604.06766",
            "Fritz, Murphy, Murphy-Hill, Ou and Hill, Degree-of-Knowledge, ACM TOSEM 23(2), 2014, doi:10.1145/2512207",
            "The authors' tool, https://github.com/aserg-ufmg/Truck-Factor: re-adders, renames, the tenth",
        ],
        examples: [
            WorkedExample(
                "One of three adds three files of four: without that person one file in four has an author. The image and the lock file are left out.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-02T12:00:00Z"), ("c2", "c1", "2026-03-03T12:00:00Z"), ("c3", "c2", "2026-03-04T12:00:00Z"),
                    ], tags: []
                ).touching([
                    ("c1", "Ann", ["+9 a.c", "+9 b.c", "+9 c.c"]), ("c2", "Bo", ["+9 d.c", "+9 yarn.lock", "binary logo.png"]),
                    ("c3", "Cy", ["+1 d.c"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: Interpretation(smallestGroup: 3), expected: 1, n: 4,
                excluded: ["generated-or-vendored": 1, "binary": 1]),
            WorkedExample(
                "Five more changes make the second person author of a.c as well, and the first one stays it: two of four files have an author without the first, so both must leave.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-02T12:00:00Z"), ("c2", "c1", "2026-03-03T12:00:00Z"), ("c3", "c2", "2026-03-04T12:00:00Z"),
                        ("c4", "c3", "2026-03-05T12:00:00Z"), ("c5", "c4", "2026-03-06T12:00:00Z"), ("c6", "c5", "2026-03-07T12:00:00Z"),
                        ("c7", "c6", "2026-03-08T12:00:00Z"), ("c8", "c7", "2026-03-09T12:00:00Z"),
                    ], tags: []
                ).touching([
                    ("c1", "Ann", ["+9 a.c", "+9 b.c", "+9 c.c"]), ("c2", "Bo", ["+9 d.c"]), ("c3", "Bo", ["+1 a.c"]),
                    ("c4", "Bo", ["+1 a.c"]),
                    ("c5", "Bo", ["+1 a.c"]), ("c6", "Bo", ["+1 a.c"]), ("c7", "Bo", ["+1 a.c"]), ("c8", "Cy", ["+1 d.c"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: Interpretation(smallestGroup: 3), expected: 2, n: 4),
        ])

    /// Complexity: O(touches + authorships + people x log people).
    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let files = histories.files
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard files.uncountedCommitCount == 0 else {
            return .unavailable(
                "Lines of commits are not counted yet, so who added a file is not known. Run hone sync; in a partial clone lines cannot be counted."
            )
        }
        guard !histories.git.isShallow else {
            return .unavailable("The history is cut off (a shallow clone), so who wrote the older files is not known.")
        }
        let instant = context.levelSeconds
        let day = context.interpretation.zone.day(atSeconds: instant)
        let (seconds, commits, developers) = (files.commitSeconds(context), files.touchCommit, files.commitDeveloper)
        var authorship = TruckFactor(files, seconds: seconds, until: instant)
        var isKnown = [Bool](repeating: false, count: files.developerCount)
        var kept: [(file: Int, authors: Int, flags: [String])] = []
        var excluded: [(file: Int, reason: String)] = []
        for file in 0..<files.count where files.isThere(file, at: Instant(seconds: instant).rawValue) {
            if GeneratedPaths.contains(files.path[file]) {
                excluded.append((file, GeneratedPaths.reason))
            } else if files.isBinary[file] {
                excluded.append((file, "binary"))
            } else if let authors = authorship.add(file) {
                var hasPrograms = false
                for touch in files.touches(of: file) {
                    let commit = Int(commits[touch])
                    let developer = Int(developers[commit])
                    if developer < 0 { hasPrograms = true } else if seconds[commit] <= instant { isKnown[developer] = true }
                }
                kept.append((file, authors, hasPrograms ? [FileHistories.programsLeftOut] : []))
            } else {
                excluded.append((file, "no-change-by-a-person"))
            }
        }
        var rows = MeasuredRows(.files, unit: .people, summary: .whole(authorship.factor.map(Double.init)))
        for row in kept { rows.keep(row.file, endDay: day, value: Double(row.authors), flags: row.flags) }
        for row in excluded { rows.exclude(row.file, endDay: day, reason: row.reason) }
        return .rows(TeamRows(rows, .together(isKnown.count(where: \.self)), context))
    }
}
