import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// The golden loops of `build_measure_learn` and the golden actions of `retro_follow_through`.
private enum LearningOracle {
    struct Loops: Decodable {
        struct Case: Decodable {
            let input: [Loop]
            let expected: Expected
        }

        struct Loop: Decodable {
            let id: String
            let hypothesisStated: String
            let built: String?
            let firstData: String?
            let decided: String?
            let thresholdSetBeforeData: Bool?
            let decision: String?
        }

        struct Expected: Decodable {
            let closed: Int
            let medianCycleDays: Double
            let p85CycleDays: Double
            let validatedLearningRate: Double
            let pivotOrStopRate: Double
        }

        let cases: [Case]
    }

    struct Actions: Decodable {
        struct Case: Decodable {
            let input: Input
            let expected: Expected
        }

        struct Input: Decodable {
            let actions: [Action]
            let asOf: String
        }

        struct Action: Decodable {
            let raised: String
            let due: String?
            let status: String
            let done: String?
            let backlogItem: String?
            let effect: String?
        }

        struct Expected: Decodable {
            let raised: Int
            let scheduledRate: Double
            let completionRate: Double
            let due: Int
            let onTimeRate: Double
            let effectMeasuredRate: Double
            let improvedRate: Double
            let openAgesDays: [Int]
        }

        let cases: [Case]
    }

    private static func read<Value: Decodable>(_ name: String, _: Value.Type) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = FlowOracle.file.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("oracle/\(name).json")
        return (try? Data(contentsOf: file)).flatMap { try? decoder.decode(Value.self, from: $0) }
    }

    static let loops = read("build_measure_learn", Loops.self)?.cases ?? []
    static let actions = read("retro_follow_through", Actions.self)?.cases ?? []
}

@Suite struct LearningMetricsTests {
    static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }

    static func observation(_ metric: some Metric, _ histories: Histories, to day: CalendarDay) -> Observation {
        let window = Window(from: day + -365, to: day + 1)
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: Interpretation().zone.startOfDay(day + 1))
        return observe(metric, histories, context)
    }

    static func histories(loops: [LoopHistories.Loop] = [], actions: [ActionHistories.Action] = [], ceremonies: [CalendarDay] = [])
        -> Histories
    {
        var histories = fold(FactTables(), Interpretation(), now: 2_000_000_000)
        (histories.loops, histories.actions) = (LoopHistories(loops), ActionHistories(actions, ceremonies: ceremonies))
        return histories
    }

    @Test(.enabled(if: !LearningOracle.loops.isEmpty, "build_measure_learn.json does not lie in ../shared/data/oracle"))
    func `the golden loops give their times and their rate`() throws {
        for golden in LearningOracle.loops {
            let loops = golden.input.map { loop in
                LoopHistories.Loop(
                    name: loop.id, statedOn: Self.day(loop.hypothesisStated), builtOn: loop.built.map(Self.day),
                    firstDataOn: loop.firstData.map(Self.day), decidedOn: loop.decided.map(Self.day),
                    decision: loop.decision.flatMap { .init(rawValue: $0) }, hasThresholdBeforeData: loop.thresholdSetBeforeData ?? false)
            }
            let histories = Self.histories(loops: loops)
            let time = Self.observation(BuildMeasureLearn(), histories, to: Self.day("2024-03-01"))
            #expect(time.n == golden.expected.closed && time.value == golden.expected.medianCycleDays)
            #expect(time.percentiles?.p85 == golden.expected.p85CycleDays)
            #expect(time.parts.map(\.observation.n) == [3, 3, 3, 4])
            let rate = Self.observation(ValidatedLearningRate(), histories, to: Self.day("2024-03-01"))
            #expect(abs((rate.value ?? 0) - golden.expected.validatedLearningRate) < 1e-9 && rate.flags.isEmpty)
            #expect(abs((rate.parts.first?.observation.value ?? 0) - golden.expected.pivotOrStopRate) < 1e-9)
        }
    }

    @Test(.enabled(if: !LearningOracle.actions.isEmpty, "retro_follow_through.json does not lie in ../shared/data/oracle"))
    func `the golden actions give their rates`() throws {
        for golden in LearningOracle.actions {
            let actions = golden.input.actions.enumerated().map { number, action in
                let outcome: ActionHistories.Action.Outcome =
                    action.status == "withdrawn" ? .withdrawn : action.done.map { .done(on: Self.day($0)) } ?? .open
                return ActionHistories.Action(
                    name: "\(number)", raisedOn: Self.day(action.raised), dueOn: action.due.map(Self.day),
                    isScheduled: action.backlogItem != nil, outcome: outcome,
                    effect: action.effect.flatMap { .init(rawValue: $0 == "no_change" ? "no-change" : $0) })
            }
            let shown = Self.observation(RetroFollowThrough(), Self.histories(actions: actions), to: Self.day(golden.input.asOf))
            let parts = Dictionary(uniqueKeysWithValues: shown.parts.map { ($0.name, $0.observation) })
            #expect(shown.n == golden.expected.raised && shown.excluded == ["given-up": 1])
            let rates: [(Double?, Double)] = [
                (shown.value, golden.expected.completionRate), (parts["done on time"]?.value, golden.expected.onTimeRate),
                (parts["planned as work"]?.value, golden.expected.scheduledRate),
                (parts["effect measured"]?.value, golden.expected.effectMeasuredRate),
                (parts["better, of those measured"]?.value, golden.expected.improvedRate),
            ]
            for (rate, expected) in rates { #expect(abs((rate ?? .nan) - expected) < 1e-9) }
            #expect(parts["done on time"]?.n == golden.expected.due)
            #expect(parts["age of the open ones"]?.n == golden.expected.openAgesDays.count)
            #expect(parts["age of the open ones"]?.percentiles?.p95 == golden.expected.openAgesDays.max().map(Double.init))
        }
    }

    @Test func `nobody ever learned to stop is marked, and one pivot takes the mark away`() {
        func loop(_ decision: LoopHistories.Loop.Decision?) -> LoopHistories.Loop {
            .init(
                name: "a", statedOn: Self.day("2026-03-01"), decidedOn: Self.day("2026-03-10"), decision: decision,
                hasThresholdBeforeData: true)
        }
        func flags(_ loops: [LoopHistories.Loop]) -> [String: Int] {
            Self.observation(ValidatedLearningRate(), Self.histories(loops: loops), to: Self.day("2026-04-01")).flags
        }
        #expect(flags([loop(.persevere), loop(.persevere)]) == ["always-persevered": 1])
        #expect(flags([loop(.persevere), loop(.pivot)]).isEmpty && flags([loop(nil)]).isEmpty)
        let ended = Self.observation(ValidatedLearningRate(), Self.histories(loops: [loop(nil), loop(.stop)]), to: Self.day("2026-04-01"))
        #expect(ended.value == 0.5 && ended.n == 2)
    }

    @Test func `what was done on a day that nobody knows is told only from the latest day on`() {
        let action = ActionHistories.Action(
            name: "a", raisedOn: Self.day("2026-03-01"), dueOn: Self.day("2026-03-10"),
            outcome: .doneAtTheLatest(on: Self.day("2026-03-20")))
        let histories = Self.histories(actions: [action], ceremonies: [Self.day("2026-03-15")])
        let before = Self.observation(RetroFollowThrough(), histories, to: Self.day("2026-03-12"))
        #expect(before.value == nil && before.excluded == ["day-not-known": 1])
        let after = Self.observation(RetroFollowThrough(), histories, to: Self.day("2026-03-20"))
        #expect(after.value == 1 && after.parts[0].observation.excluded == ["day-not-known": 1])
        #expect(after.parts[1].observation.value == nil && after.parts[1].observation.eligible == 1)
        // Beside two open ones it is a range: a share of those that can be told would count the open ones alone.
        let open = ActionHistories.Action(name: "b", raisedOn: Self.day("2026-03-01"), dueOn: nil, outcome: .open)
        let range = Self.observation(RetroFollowThrough(), Self.histories(actions: [action, open, open]), to: Self.day("2026-03-12"))
        #expect(range.value == nil && range.n == 2 && range.excluded == ["day-not-known": 1])
        #expect(range.interval?.lower == 0 && range.interval?.upper == 1.0 / 3 && range.interval?.method == "day-not-known")
        #expect(range.undefinedReason?.contains("on which day") == true)
    }
}
