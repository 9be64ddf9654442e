package import HoneFacts

/// Who stands behind the rows of a metric over people. It tells whether they are enough and never who they are.
package struct Team: Sendable {
    /// People as codes that mean nothing outside of the histories.
    enum People: Sendable {
        /// By row of the subject.
        case byRow(RowLists)
        /// So many stand behind all rows of one window together.
        case together(Int)
        /// The source does not say who did it, for example of a card that moved.
        case notKnown
    }

    enum Size {
        case enough, tooFew, notKnown
    }

    /// Flag of a value of which it is not known how many people stand behind it.
    static let notKnown = "contributors-not-known"

    private let people: People
    private let smallest: Int

    init(_ people: People, _ interpretation: Interpretation) {
        self.people = people
        smallest = interpretation.smallestGroup
    }

    /// Whether the people behind some rows are a group. Complexity: O(people of the rows).
    func size(of rows: MeasuredRows, _ positions: [Int]) -> Size {
        switch people {
        case .notKnown: return .notKnown
        case .together(let count): return count >= smallest ? .enough : .tooFew
        case .byRow(let lists):
            var seen: Set<Int> = []
            for position in positions {
                seen.formUnion(lists[Int(rows.index[position])])
                if seen.count >= smallest { return .enough }
            }
            return seen.isEmpty ? .notKnown : .tooFew
        }
    }

    /// Whether rows tell of people only all together: which of them there are says too much beside the number.
    var isTogether: Bool { if case .together = people { true } else { false } }

    var refusal: String {
        "Too few people: fewer than \(smallest) stand behind this, so a number about how they work together would be about each of them (privacy.smallest_group)."
    }
}

/// Rows with the people behind them: what a metric over people hands over, and the only way to give `MeasuredRows` a team.
package struct TeamRows: Sendable {
    let rows: MeasuredRows

    /// Parts that have no team of their own stand on the same people.
    init(_ rows: MeasuredRows, _ people: Team.People, _ context: MeasureContext) {
        let team = Team(people, context.interpretation)
        var made = rows
        made.team = team
        made.parts = rows.parts.map { name, part in
            var part = part
            part.team = part.team ?? team
            return (name, part)
        }
        self.rows = made
    }
}

/// What a metric over people made of a batch of histories.
package enum TeamMeasurement: Sendable {
    case unavailable(String)
    case rows(TeamRows)
}

/// A metric of how people work together: it cannot give rows without saying who stands behind them, and every value, part and row
/// of fewer people than the smallest group is refused.
package protocol TeamMetric: Metric {
    func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement
}

extension TeamMetric {
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        switch team(histories, context) {
        case .unavailable(let reason): .unavailable(reason)
        case .rows(let team): .rows(team.rows)
        }
    }
}

extension MeasuredRows {
    /// Whether the rows belong to a number about people together, and are shown to nobody.
    package var isOfPeopleTogether: Bool { team?.isTogether ?? false }
}
