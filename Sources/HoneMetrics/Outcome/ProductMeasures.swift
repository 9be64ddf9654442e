package import HoneFacts

/// Numbers of the product itself, from outside: what a product goal is about.
package struct ProductMeasures: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "product-measures", version: 2, name: "Product measures", family: .outcome,
        question: "What do our users get out of it?",
        formula:
            "the latest value of each measure in the window, in its own unit; beside each, how it stood at the end of the window before. Numbers of one name in another unit, or without one, are another measure. Measures are never added up: where there is more than one, the answer is in the parts",
        unit: .own, direction: .none, startEvent: "measured", endEvent: "measured",
        needs: "Measurements with name, date, value and unit: a source with fact: measurement, exported or kept by hand.",
        misuse: "A measure that somebody types in is as good as that somebody. It has no interval: nobody says how it was sampled.",
        guards: ["throughput", "change-fail-rate"],
        citations: ["Doerr, Measure What Matters, 2018; Ries, The Lean Startup, 2011, chapter 7: actionable metrics"],
        examples: [
            WorkedExample(
                "Active users were measured twice in the window: the later one is the answer.",
                ExampleFacts().adding(
                    .measurement,
                    [
                        ("1", ["measured_at": "2026-02-20"], [:], ["name": "active users", "value": "900", "unit": "users"]),
                        ("2", ["measured_at": "2026-03-03"], [:], ["name": "active users", "value": "1050.5", "unit": "users"]),
                        ("3", ["measured_at": "2026-03-10"], [:], ["name": "active users", "value": "1100", "unit": "users"]),
                    ]), from: "2026-03-02", to: "2026-03-16", expected: 1100, n: 2)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.measurements.count > 0 }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let measurements = histories.measurements
        guard measurements.count > 0 else {
            return .unavailable(
                "No measure of the product has been read: add a source with fact: measurement to hone.yaml, or hone import csv --fact measurement."
            )
        }
        var all: [(row: Int, day: CalendarDay)] = []
        var parts: [(name: String, rows: MeasuredRows)] = []
        for measure in measurements.measures {
            let days = measure.rows.map { ($0, context.day(measurements.measuredAt[$0])) }
            let name = measure.name + (measure.unit.isEmpty ? "" : " (\(measure.unit))")
            let (now, before) = (days.filter { context.window.contains($0.1) }, days.filter { $0.1 < context.window.from })
            parts.append((name, Self.rows(now, measurements)))
            parts.append((name + ", before the window", Self.rows(Array(before.suffix(1)), measurements)))
            all += now
        }
        let isOne = parts.count == 2
        var rows = MeasuredRows(.measurements, unit: .own, summary: .whole(isOne ? all.last.map { measurements.value[$0.row] } : nil))
        for (row, day) in all { rows.keep(row, endDay: day, value: measurements.value[row]) }
        rows.parts = parts
        return .rows(rows)
    }

    private static func rows(_ days: [(Int, CalendarDay)], _ measurements: MeasurementHistories) -> MeasuredRows {
        var rows = MeasuredRows(.measurements, unit: .own, summary: .whole(days.last.map { measurements.value[$0.0] }))
        for (row, day) in days { rows.keep(row, endDay: day, value: measurements.value[row]) }
        return rows
    }
}
