package import HoneFacts

/// How often the pipeline says no.
package struct BuildFailRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "build-fail-rate", version: 1, name: "Build fail rate", family: .delivery,
        question: "How many of our builds fail?",
        formula: "builds that failed / builds that succeeded or failed, by the instant they ended; runs that were called off are left out",
        unit: .share, direction: .band, startEvent: "build ended", endEvent: "build ended",
        needs: "Builds with their end and status: a source with fact: build.",
        misuse: "A pipeline that finds nothing fails never. It is not the change fail rate: no user has seen these failures.",
        guards: ["change-fail-rate", "deployment-frequency"],
        citations: ["Interval: Wilson, 1927"],
        examples: [
            WorkedExample(
                "One of two failed; the one that was called off says nothing.",
                ExampleFacts().adding(
                    .build,
                    [
                        ("b1", ["finished_at": "2026-03-02T10:00:00Z"], [:], ["key": "b1", "status": "SUCCESS"]),
                        ("b2", ["finished_at": "2026-03-02T11:00:00Z"], [:], ["key": "b2", "status": "FAILED"]),
                        ("b3", ["finished_at": "2026-03-02T12:00:00Z"], [:], ["key": "b3", "status": "ABORTED"]),
                    ]), from: "2026-03-02", to: "2026-03-16", expected: 0.5, n: 2, excluded: ["unfinished": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.builds.count > 0 }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let builds = histories.builds
        guard builds.count > 0 else {
            return .unavailable("No build has been read: add a source with fact: build to hone.yaml, or hone import csv --fact build.")
        }
        var rows = MeasuredRows(.builds, unit: .share, summary: .share)
        for build in 0..<builds.count {
            let day = context.day(builds.finishedAt[build])
            switch builds.outcome[build] {
            case .succeeded: rows.keep(build, endDay: day, value: 0)
            case .failed, .rolledBack: rows.keep(build, endDay: day, value: 1)
            case .unfinished: rows.exclude(build, endDay: day, reason: "unfinished")
            case .unknown: rows.exclude(build, endDay: day, reason: "status-not-known")
            }
        }
        return .rows(rows)
    }
}
