import Foundation
import HoneStatistics
import Testing

struct FollowThroughRatesTests {
    @Test(.enabled(if: OracleCase.isPresent, OracleCase.absence), arguments: OracleCase.all("retro_follow_through"))
    func `oracle follow-through`(golden: OracleCase) throws {
        let actions = try #require(golden.input("actions").list).map { fields in
            FollowedAction(
                raisedOn: try #require(fields["raised"]?.dayNumber), dueOn: fields["due"]?.dayNumber,
                isScheduled: fields["backlog_item"]?.text != nil,
                state: fields["status"]?.text == "withdrawn"
                    ? .withdrawn : fields["done"]?.dayNumber.map { .done(on: $0) } ?? .open,
                effect: fields["effect"]?.text == "better" ? .better : fields["effect"]?.text == "no_change" ? .noChange : nil)
        }
        let rates = FollowThroughRates(actions, asOf: try #require(golden.input("as_of").dayNumber))
        let wilson = rates.onTime.wilson(level: 0.95)
        let fields: [(String, Double?)] = [
            ("raised", Double(rates.raised)), ("scheduled_rate", rates.scheduled.value),
            ("completion_rate", rates.completed.value), ("due", Double(rates.onTime.of)), ("on_time_rate", rates.onTime.value),
            ("effect_measured_rate", rates.effectMeasured.value), ("improved_rate", rates.improved.value),
            ("median_days_to_done", Quantile.median(sorted: rates.daysToDone.map(Double.init))),
        ]
        for (name, value) in fields {
            #expect(golden.agrees(value, with: try golden.expected(name)), "\(golden.id) \(name)")
        }
        #expect(golden.agrees(wilson?.lower, wilson?.upper, with: try golden.expected("on_time_wilson95")))
        #expect(rates.openAges.map(Double.init) == (try golden.expected("open_ages_days").numbers))
        #expect(golden.fields["expected"]?.object?.count == fields.count + 2)
    }

    @Test func `a withdrawn action leaves every denominator`() {
        let kept = [
            FollowedAction(raisedOn: 1, dueOn: 8, isScheduled: true, state: .done(on: 8), effect: .better),
            FollowedAction(raisedOn: 2, dueOn: 9),
        ]
        let all = FollowThroughRates(kept + [FollowedAction(raisedOn: 1, dueOn: 3, isScheduled: true, state: .withdrawn)], asOf: 20)
        let rates = FollowThroughRates(kept, asOf: 20)
        #expect(all.withdrawn == 1 && rates.withdrawn == 0)
        #expect(all.scheduled == rates.scheduled && all.onTime == rates.onTime && all.completed == rates.completed)
        #expect(all.raised == 2)
        #expect(all.openAges == [18])
    }

    @Test func `the due day itself is on time, the day after is not`() {
        func onTime(_ day: Int) -> Share {
            FollowThroughRates([FollowedAction(raisedOn: 0, dueOn: 7, state: .done(on: day))], asOf: 30).onTime
        }
        #expect(onTime(7).count == 1)
        #expect(onTime(8).count == 0)
        #expect(onTime(8).of == 1)
        // It counts as due from the due day on.
        let open = FollowedAction(raisedOn: 0, dueOn: 7)
        #expect(FollowThroughRates([open], asOf: 6).onTime.of == 0)
        #expect(FollowThroughRates([open], asOf: 7).onTime.of == 1)
    }

    @Test func `done on an unknown day is done, and in time only where the latest day is`() {
        func rates(latest: Int) -> FollowThroughRates {
            FollowThroughRates([FollowedAction(raisedOn: 0, dueOn: 7, state: .doneAtTheLatest(on: latest))], asOf: 30)
        }
        #expect(rates(latest: 7).onTime == Share(1, of: 1) && rates(latest: 7).onTimeUnknown == 0)
        #expect(rates(latest: 8).onTime == Share(0, of: 1) && rates(latest: 8).onTimeUnknown == 1)
        #expect(rates(latest: 8).completed == Share(1, of: 1) && rates(latest: 8).openAges.isEmpty)
        #expect(rates(latest: 8).daysToDone.isEmpty)
    }

    @Test func `every kept action is due, to come or without a day`() {
        let actions = [nil, 3, 9, 10, 11].map { FollowedAction(raisedOn: 0, dueOn: $0) } + [FollowedAction(raisedOn: 0, state: .withdrawn)]
        let rates = FollowThroughRates(actions, asOf: 10)
        #expect(rates.onTime.of == 3 && rates.notYetDue == 1 && rates.withoutDueDay == 1 && rates.raised == 5)
    }

    @Test func `what happens after the day has not happened`() {
        let action = FollowedAction(raisedOn: 10, dueOn: 20, state: .done(on: 18), effect: .better)
        let before = FollowThroughRates([action], asOf: 15)
        #expect(before.completed.count == 0)
        #expect(before.openAges == [5])
        #expect(before.onTime.of == 0 && before.onTime.value == nil)
        #expect(before.effectMeasured.value == nil)
        #expect(FollowThroughRates([action], asOf: 9).raised == 0)
    }

    @Test func `no actions have no rates`() {
        let none = FollowThroughRates([], asOf: 0)
        #expect(none.completed.value == nil)
        #expect(none.completed.wilson(level: 0.95) == nil)
        #expect(none.openAges.isEmpty && none.daysToDone.isEmpty)
        #expect(Share(2, of: 1) == nil)
        #expect(Share(-1, of: 1) == nil)
    }
}

extension JSONValue {
    /// Days since 1970 of a date such as 2024-02-15.
    var dayNumber: Int? {
        text.flatMap { try? Date($0, strategy: .iso8601.year().month().day()) }
            .map { Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)) }
    }
}
