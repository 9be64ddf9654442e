import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Defects by phase against published matrices.
@Suite struct PhasedDefectTests {
    struct Matrix: CustomTestStringConvertible, Sendable {
        let name: String
        let phases: [String]
        /// `[phase found][phase of origin]`.
        let counts: [[Int]]
        let firstAfterRelease: Int
        let byPhase: [String: Double]
        let containment: [String: Double]
        let overall: Double?
        var testDescription: String { name }
    }

    static func facts(_ matrix: Matrix) -> ExampleFacts {
        var rows: [(id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])] = []
        for (found, row) in matrix.counts.enumerated() {
            for (origin, count) in row.enumerated() {
                for number in 0..<count {
                    let key = "\(found)-\(origin)-\(number)"
                    rows.append(
                        (
                            key, ["requested_at": "2026-03-02"], [:],
                            [
                                "key": key, "type": "bug", "shape": "dates", "injected_phase": matrix.phases[origin],
                                "found_phase": matrix.phases[found], "found": found < matrix.firstAfterRelease ? "before" : "after",
                            ]
                        ))
                }
            }
        }
        return ExampleFacts().adding(.item, rows)
    }

    static func observation(_ metric: any Metric, _ matrix: Matrix) throws -> Observation {
        // The phase after the release has its usual name, so that an order may hold it.
        let phases = matrix.phases.enumerated().map { $0.offset < matrix.firstAfterRelease ? $0.element : "field" }
        let interpretation = Interpretation(phases: phases)
        let named = Matrix(
            name: matrix.name, phases: phases, counts: matrix.counts, firstAfterRelease: matrix.firstAfterRelease, byPhase: [:],
            containment: [:], overall: nil)
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let histories = fold(facts(named).tables, interpretation, now: now)
        return observe(metric, histories, MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    /// A phase that is over has only escapes to show in the weeks after it.
    @Test func `a phase that is over keeps what it found, in every later window and month`() throws {
        let facts = ExampleFacts.items([
            ("A", "bug", "2026-01-05", "", ""), ("B", "bug", "2026-01-06", "", ""), ("C", "bug", "2026-03-20", "", ""),
        ]).with("injected_phase", ["A": "Design", "B": "Design", "C": "Design"])
            .with("found_phase", ["A": "Design", "B": "Design", "C": "Test"])
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-02-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let histories = fold(facts.tables, Interpretation(), now: now)
        var options = MetricOptions()
        func context() -> MeasureContext {
            MeasureContext(interpretation: Interpretation(), window: window, options: options, now: now)
        }
        let contained = observe(PhaseContainment(), histories, context())
        #expect(
            contained.numerator == 2 && contained.n == 3 && contained.window == window && contained.parts[0].observation.window == window)
        options.grouping = .month
        let months = observe(PhaseContainment(), histories, context()).parts.map { [$0.observation.numerator, Double($0.observation.n)] }
        #expect(months == [[2, 2], [2, 3]])
        options.grouping = nil
        // No release is known, and no user has found anything: on top every share would be 100 %.
        let removal = observe(DefectRemovalByPhase(), histories, context())
        #expect(removal.value == nil && removal.n == 3 && removal.parts.map(\.observation.n).first == 3)
    }

    static func check(_ matrix: Matrix, tolerance: Double) throws {
        let removal = try observation(DefectRemovalByPhase(), matrix)
        // Where nothing was found after the release, and none is known, every share would be 100 %: there is none.
        let hasEscapes = matrix.counts.dropFirst(matrix.firstAfterRelease).joined().contains { $0 > 0 }
        if let overall = matrix.overall {
            #expect(hasEscapes ? abs((removal.value ?? .nan) - overall) < tolerance : removal.value == nil && overall == 1)
        }
        for (phase, share) in matrix.byPhase {
            let part = try #require(removal.parts.first { $0.name == phase }, "\(phase)")
            #expect(abs((part.observation.value ?? .nan) - share) < tolerance, "\(phase)")
        }
        let contained = try observation(PhaseContainment(), matrix)
        for (phase, share) in matrix.containment {
            let part = try #require(contained.parts.first { $0.name == "from \(phase)" }, "\(phase)")
            #expect(abs((part.observation.value ?? .nan) - share) < tolerance, "\(phase)")
        }
        #expect(removal.n == contained.n && removal.n == matrix.counts.joined().reduce(0, +))
    }

    /// L. Westfall, Defect Removal Effectiveness: 63, 60, 55 and 60 % by phase, 88 % overall.
    static let westfall = Matrix(
        name: "Westfall", phases: ["requirements", "design", "coding", "test", "field"],
        counts: [[10, 0, 0], [3, 18, 0], [0, 4, 26], [2, 5, 8], [1, 2, 7]], firstAfterRelease: 4,
        byPhase: ["requirements": 0.63, "design": 0.60, "coding": 0.55, "test": 0.60],
        containment: ["requirements": 10.0 / 16, "design": 18.0 / 29, "coding": 26.0 / 41], overall: 0.88)

    @Test func `the matrix of Westfall gives the published shares`() throws {
        try Self.check(Self.westfall, tolerance: 0.0051)
        let shown = try Self.observation(DefectRemovalByPhase(), Self.westfall)
        let interval = try #require(shown.interval)
        #expect(abs(interval.lower - 0.7990278882) < 1e-9 && abs(interval.upper - 0.9355995418) < 1e-9)
    }

    static let oracle = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/oracle/dre.json")

    static let matrices: [Matrix] = {
        guard let data = try? Data(contentsOf: oracle), let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let cases = file["cases"] as? [[String: Any]]
        else { return [] }
        return cases.compactMap { entry in
            guard let input = entry["input"] as? [String: Any], let phases = input["phases"] as? [String],
                let counts = input["found_by_origin"] as? [[Int]], let first = input["first_post_release_phase"] as? Int,
                let expected = entry["expected"] as? [String: Any], counts.joined().reduce(0, +) > 0
            else { return nil }
            return Matrix(
                name: entry["id"] as? String ?? "", phases: phases, counts: counts, firstAfterRelease: first,
                byPhase: (expected["dre_by_phase"] as? [String: Any] ?? [:]).compactMapValues { $0 as? Double },
                containment: (expected["phase_containment"] as? [String: Any] ?? [:]).compactMapValues { $0 as? Double },
                overall: expected["overall_dre"] as? Double)
        }
    }()

    @Test(.enabled(if: !matrices.isEmpty, "needs ../shared/data/oracle beside the project"), arguments: matrices)
    func `golden matrices give the same shares through the histories`(matrix: Matrix) throws {
        try Self.check(matrix, tolerance: 1e-9)
    }

    /// Eight defects made by hand.
    static func few(_ interpretation: Interpretation, kind: String = "bug", found: [String: String] = [:]) throws -> (
        Histories, MeasureContext
    ) {
        let facts = ExampleFacts.items(
            (1...6).map { ("D\($0)", kind, "2026-03-0\($0)", "", "2026-03-08") } + [
                ("D7", kind, "", "", "2026-03-09"), ("D8", kind, "", "", ""),
            ]
        )
        .with(
            "injected_phase",
            [
                "D1": "Requirements", "D2": "Requirements", "D3": "Implementation", "D4": "Implementation", "D5": "Implementation",
                "D6": "Implementation", "D7": "Implementation", "D8": "Implementation",
            ]
        )
        .with(
            "found_phase",
            [
                "D1": "Requirements", "D2": "Operation", "D3": "Requirements", "D4": "Implementation", "D5": "Friday",
                "D7": "Implementation",
                "D8": "Operation",
            ]
        ).with("found", found)
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        return (fold(facts.tables, interpretation, now: now), MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    static let phases = ["Requirements", "Implementation", "Operation"]

    @Test func `what cannot be is left out with its reason, and so is a defect without a day`() throws {
        let (histories, context) = try Self.few(Interpretation(phases: Self.phases))
        let excluded = ["found-before-its-phase": 1, "phase-not-in-the-order": 1, "phase-not-said": 1, "found-day-not-known": 2]
        // D1, D2 and D4 are left: two of three before the release, two of three in the phase they came from.
        for metric in [DefectRemovalByPhase(), PhaseContainment()] as [any Metric] {
            let shown = observe(metric, histories, context)
            #expect(shown.value == 2.0 / 3 && shown.n == 3 && shown.eligible == 8 && shown.excluded == excluded)
        }
    }

    @Test func `the phase that found a defect says whether that was before the release`() throws {
        let (histories, context) = try Self.few(Interpretation(phases: Self.phases))
        let shown = observe(DefectRemovalEffectiveness(), histories, context)
        // D1, D3 and D4 before, D2 after; D5 and D6 do not say, D7 and D8 have no day.
        #expect(shown.value == 0.75 && shown.n == 4)
        #expect(shown.excluded == ["phase-not-in-the-order": 1, "no-phase": 1, "found-day-not-known": 2])
        let (said, again) = try Self.few(Interpretation(phases: Self.phases), found: ["D1": "after", "D6": "before"])
        // What the source says of D1 counts more than its phase, and D6 is known by it.
        #expect(observe(DefectRemovalEffectiveness(), said, again).value == 3.0 / 5)
    }

    @Test func `without a phase after the release no phase tells, and what is said found after it is behind them all`() throws {
        let order = Interpretation(phases: ["Requirements", "Implementation", "Last"])
        let (histories, context) = try Self.few(order)
        let reason = observe(DefectRemovalEffectiveness(), histories, context).unavailableReason
        #expect(reason?.contains("no phase of hone.yaml is one after the release") == true)
        let (said, again) = try Self.few(order, found: ["D4": "after"])
        // D1 in requirements, D4 after the release; D2 was found in Operation, which is no phase here.
        let shown = observe(DefectRemovalByPhase(), said, again)
        #expect(shown.value == 0.5 && shown.n == 2)
        #expect(observe(PhaseContainment(), said, again).value == 0.5)
    }

    @Test func `the reason names what is missing`() throws {
        let (histories, context) = try Self.few(Interpretation(phases: Self.phases), kind: "Thing")
        for metric in [DefectRemovalByPhase(), PhaseContainment(), DefectRemovalEffectiveness()] as [any Metric] {
            let reason = observe(metric, histories, context).unavailableReason
            #expect(reason?.hasPrefix("No item is known to be a bug: say in hone.yaml, under work_kinds") == true)
        }
        for (phase, said) in [("injected_phase", "column foundPhase."), ("found_phase", "column injectedPhase.")] {
            let facts = ExampleFacts.items([("A", "bug", "2026-03-02", "", "")]).with(phase, ["A": "Design"])
            let one = fold(facts.tables, Interpretation(), now: context.now)
            let reason = observe(DefectRemovalByPhase(), one, context).unavailableReason
            #expect(reason?.hasSuffix(said) == true, "\(phase)")
        }
    }

    @Test func `names of the usual phases are told apart from the ones that nobody ordered`() {
        let order = PhaseOrder([])
        #expect(order.place(of: "Coding") == order.place(of: "Code Inspect") && order.place(of: "Coding") != nil)
        #expect(order.place(of: "DLD_Review") == order.place(of: "design"))
        #expect(order.place(of: "Tuesday") == nil)
        #expect(order.place(of: "Product Life") == order.firstAfterRelease)
    }
}
