package import HoneFacts

/// How many defects are found in the phase that made them.
package struct PhaseContainment: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "phase-containment", version: 3, name: "Phase containment", family: .quality,
        question: "How many defects do we catch where we make them?",
        formula:
            "confirmed defects found in the phase they came from / all defects that are known to come from it; one part for each phase of origin, and all of them on top. One that was found in an earlier phase than it came from is left out. All defects count that were found up to the end of the window, however early: of a phase that is over, a window of weeks would show its escapes alone. Wilson's interval for each share",
        unit: .share, direction: .higher, startEvent: "defect came in", endEvent: "defect found",
        needs: "Defects with the phase they came from and the phase that found them, and an order of the phases.",
        misuse:
            "Whoever fills in the form may name the phase that found a defect as its origin: the share then rises and nothing is better. It sinks while users go on finding defects.",
        guards: ["defect-removal-by-phase", "escaped-defects-per-release"],
        citations: [
            "Hevner, Phase containment metrics for software quality improvement, Information and Software Technology 39(13), 1997",
            "Westfall, Defect Removal Effectiveness: phase containment beside it",
        ],
        examples: [
            WorkedExample(
                "Two of three defects were found in the phase that made them; the third was made in design and found in the test.",
                .items([
                    ("A", "bug", "2026-03-02", "", ""), ("B", "bug", "2026-03-03", "", ""), ("C", "bug", "2026-03-20", "", ""),
                    ("D", "bug", "2026-03-04", "", ""),
                ]).with("injected_phase", ["A": "Design", "B": "Design", "C": "Code", "D": "Tuesday"])
                    .with("found_phase", ["A": "Design", "B": "Test", "C": "Code", "D": "Code"]), from: "2026-03-01", to: "2026-04-01",
                expected: 2 / 3, n: 3, excluded: ["phase-not-in-the-order": 1])
        ], isCumulative: true)

    /// Complexity: O(defects).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        if let reason = PhasedDefects.reasonUnavailable(items) { return .unavailable(reason) }
        let phased = PhasedDefects(items, context)
        var rows = MeasuredRows(.items, unit: .share, summary: .share)
        var parts = [MeasuredRows](repeating: rows, count: phased.order.names.count)
        for defect in phased.defects {
            let isContained: Double = defect.foundPhase == defect.originPhase ? 1 : 0
            rows.keep(defect.item, endDay: defect.found, value: isContained)
            parts[defect.originPhase].keep(defect.item, endDay: defect.found, value: isContained)
        }
        for row in phased.excluded { rows.exclude(row.item, endDay: row.day, reason: row.reason) }
        rows.parts = zip(phased.order.names, parts).filter { $1.count > 0 }.map { ("from \($0)", $1) }
        return .rows(rows)
    }
}
