package import HoneFacts
internal import HoneStatistics

/// What becomes of the improvements that ceremonies raise.
package struct RetroFollowThrough: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "retro-follow-through", version: 2, name: "Retro follow-through", family: .improvement,
        question: "Does what we mean to improve get done?",
        formula:
            "improvements done by the day / improvements raised by then and not given up, whatever their age. Beside it: done on the day they were due or before, of those due; done when the next ceremony was held; planned as work; measured, of those done; better, of those measured; the age of the open ones. Given up ones are left out by name. Where nobody says on which day one was done, and it may have been later, it is left out, and the share is a range: from none to all of these",
        unit: .share, direction: .band, startEvent: "raised", endEvent: "the instant itself",
        needs: "Ceremonies and their improvements: hone retro import reads notes.",
        misuse: "Many small improvements raise it, and done is not better: read the parts of what was measured and became better.",
        guards: ["improvement-share", "reopen-rate"],
        citations: [
            "Derby and Larsen, Agile Retrospectives, 2006, chapter 9; interval: Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953"
        ],
        examples: [
            WorkedExample(
                "Of four, one is done, one is done on time, one is given up and one is open.", .exampleActions, from: "2026-03-01",
                to: "2026-04-01", expected: 2.0 / 3, n: 3, excluded: ["given-up": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.actions.count > 0 }

    /// Complexity: O(improvements x log ceremonies).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let table = histories.actions
        guard table.count > 0 else {
            return .unavailable("No ceremony has raised an improvement that is on record: hone retro import reads notes of retrospectives.")
        }
        let today = context.interpretation.zone.day(atSeconds: context.levelSeconds)
        func rows(_ summary: Summary = .levelShare, _ unit: MetricUnit = .share) -> MeasuredRows {
            MeasuredRows(.actions, unit: unit, summary: summary)
        }
        var (done, onTime, byNext, scheduled) = (rows(), rows(), rows(), rows())
        var (measured, better, ages) = (rows(), rows(), rows(.levelDays, .days))
        for (place, raised) in table.actions.enumerated() where raised.raisedOn <= today {
            let action = FollowedAction(raised)
            guard action.state != .withdrawn else {
                done.exclude(place, endDay: today, reason: "given-up")
                continue
            }
            let isDone = action.wasDone(by: Int(today.number))
            done.answer(isDone, place, today)
            if isDone == false { ages.keep(place, endDay: today, value: Double(today - raised.raisedOn)) }
            if let due = raised.dueOn, due <= today { onTime.answer(action.wasDone(by: Int(due.number)), place, today) }
            if let next = table.ceremonies.first(where: { $0 > raised.raisedOn }), next <= today {
                byNext.answer(action.wasDone(by: Int(next.number)), place, today)
            }
            if let isScheduled = raised.isScheduled { scheduled.answer(isScheduled, place, today) }
            guard isDone == true else { continue }
            measured.answer(raised.effect != nil, place, today)
            if let effect = raised.effect { better.answer(effect == .better, place, today) }
        }
        (done, byNext, onTime) = (done.ranged(), byNext.ranged(), onTime.ranged())
        done.parts = [
            ("done on time", onTime), ("done by the next ceremony", byNext), ("planned as work", scheduled), ("effect measured", measured),
            ("better, of those measured", better), ("age of the open ones", ages),
        ]
        return .rows(done)
    }
}

extension MeasuredRows {
    /// The share as a range where the day of some is not known: to leave them out, and not those that are open, would tilt it.
    fileprivate func ranged() -> MeasuredRows {
        let unknown = exclusion.count { $0 == Self.dayNotKnown }
        guard unknown > 0 else { return self }
        let kept = keptPositions
        let (yes, all) = (Double(kept.count { value[$0] == 1 }), Double(kept.count + unknown))
        var range = summarised(as: .whole(nil), unit: unit)
        range.interval = Interval(level: 1, lower: yes / all, upper: (yes + Double(unknown)) / all, method: Self.dayNotKnown)
        return range
    }

    private static var dayNotKnown: String { "day-not-known" }

    /// - Parameter answer: nil where it cannot be told.
    fileprivate mutating func answer(_ answer: Bool?, _ row: Int, _ day: CalendarDay) {
        if let answer { keep(row, endDay: day, value: answer ? 1 : 0) } else { exclude(row, endDay: day, reason: Self.dayNotKnown) }
    }
}

extension FollowedAction {
    package init(_ action: ActionHistories.Action) {
        let state: State =
            switch action.outcome {
            case .open: .open
            case .done(let day): .done(on: Int(day.number))
            case .doneAtTheLatest(let day): .doneAtTheLatest(on: Int(day.number))
            case .withdrawn: .withdrawn
            }
        let effect: Effect? =
            switch action.effect {
            case .better: .better
            // Measured, and not shown to be better.
            case .noChange, .undetermined: .noChange
            case .worse: .worse
            case nil: nil
            }
        self.init(
            raisedOn: Int(action.raisedOn.number), dueOn: action.dueOn.map { Int($0.number) }, isScheduled: action.isScheduled ?? false,
            state: state, effect: effect)
    }
}
