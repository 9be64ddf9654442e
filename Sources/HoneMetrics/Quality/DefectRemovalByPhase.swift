package import HoneFacts

/// How many of the defects that are there each phase finds.
package struct DefectRemovalByPhase: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "defect-removal-by-phase", version: 3, name: "Defect removal by phase", family: .quality,
        question: "Which phase lets most of our defects through?",
        formula:
            "of a phase: confirmed defects found in it / (those + defects found later that were already there, that is, that came from it or an earlier phase); one part for each phase before the release. On top: found in a phase before the release / all found. One that was found in an earlier phase than it came from is left out. All defects count that were found up to the end of the window, however early, each of its own. There is no number on top while users have found none and no release is known in which they could. Wilson's interval for each share",
        unit: .share, direction: .higher, startEvent: "defect came in", endEvent: "defect found",
        needs: "Defects with the phase they came from and the phase that found them, and an order of the phases.",
        misuse:
            "Counting more trivial defects early raises it. The phase of origin is somebody's opinion. Late phases look better than they are until users had time to find the rest.",
        guards: ["defect-removal-effectiveness", "escaped-defects-per-release"],
        citations: [
            "Jones, Software Defect-Removal Efficiency, IEEE Computer 29(4), 1996, doi:10.1109/2.488361",
            "Westfall, Defect Removal Effectiveness: the matrix with 63, 60, 55 and 60 % by phase and 88 % overall",
            "Fagan, Design and Code Inspections, IBM Systems Journal 15(3), 1976, doi:10.1147/sj.153.0182",
        ],
        examples: [
            WorkedExample(
                "Of three defects made in design one was found there, one in the test and one by a user; a fourth was made and found in code. Three of four before the release. Of E nobody names the phases, F is said to come from code and to be found in design, and of G nobody says when it was found.",
                .items([
                    ("A", "bug", "2026-03-02", "", ""), ("B", "bug", "2026-03-03", "", ""), ("C", "bug", "2026-03-20", "", ""),
                    ("D", "bug", "2026-03-04", "", ""), ("E", "bug", "2026-03-04", "", ""),
                    ("F", "bug", "2026-03-05", "", ""), ("G", "bug", "", "", "2026-03-06"),
                ]).with("injected_phase", ["A": "Design", "B": "Design", "C": "Design", "D": "Code", "F": "Code", "G": "Code"])
                    .with("found_phase", ["A": "Design", "B": "Test", "C": "Field", "D": "Code", "F": "Design", "G": "Test"]),
                from: "2026-03-01", to: "2026-04-01",
                expected: 0.75, n: 4, excluded: ["phase-not-said": 1, "found-before-its-phase": 1, "found-day-not-known": 1])
        ], isCumulative: true)

    /// Complexity: O(defects x phases).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        if let reason = PhasedDefects.reasonUnavailable(items) { return .unavailable(reason) }
        let phased = PhasedDefects(items, context)
        let release = phased.order.firstAfterRelease
        // Every share would be 100 % while nobody could find what the phases left.
        let couldFind = histories.usersCouldFind(FoundSide(items, context.interpretation))
        var rows = MeasuredRows(.items, unit: .share, summary: couldFind ? .share : .whole(nil))
        var parts = [MeasuredRows](repeating: MeasuredRows(.items, unit: .share, summary: .share), count: release)
        for defect in phased.defects {
            rows.keep(defect.item, endDay: defect.found, value: defect.foundPhase < release ? 1 : 0)
            for phase in parts.indices {
                if defect.foundPhase == phase {
                    parts[phase].keep(defect.item, endDay: defect.found, value: 1)
                } else if defect.foundPhase > phase, defect.originPhase <= phase {
                    parts[phase].keep(defect.item, endDay: defect.found, value: 0)
                }
            }
        }
        for row in phased.excluded { rows.exclude(row.item, endDay: row.day, reason: row.reason) }
        // A phase of the usual order that no defect knows is none of this product's; one that somebody ordered is.
        let known = Set(phased.defects.flatMap { [$0.foundPhase, $0.originPhase] })
        let isOrdered = !context.interpretation.phases.isEmpty
        rows.parts = parts.indices.filter { parts[$0].count > 0 && (isOrdered || known.contains($0)) }
            .map { (phased.order.names[$0], parts[$0]) }
        return .rows(rows)
    }
}
