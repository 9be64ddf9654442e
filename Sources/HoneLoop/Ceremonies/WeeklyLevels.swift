import HoneStatistics

/// What each of some weeks looked like, and whether those since a day left what was usual before it.
///
/// The limits come from the weeks before that day, so that what is new does not widen them. A share is held against chance instead:
/// of one or two things a week, a whole one is no sign.
struct WeeklyLevels {
    struct Sign: Equatable {
        enum Rule {
            case outside, run, unlikely
        }

        let week: Int
        let usual: Double
        let rule: Rule
    }

    private let levels: [(week: Int, value: Double)]
    /// The first week in which a sign is new.
    private let since: Int
    /// How many weeks say what is usual.
    private let usualCount: Int
    /// Least weeks that limits are drawn from, and that are looked at.
    private static let least = 12
    /// Chance makes a week beyond three standard deviations this often.
    private static let rare = 0.0027

    /// - Parameter levels: ascending by week, those without a value left out.
    init(_ levels: [(week: Int, value: Double)], before since: Int) {
        (self.levels, self.since) = (levels, since)
        let earlier = levels.count { $0.week < since }
        usualCount = earlier >= Self.least ? earlier : levels.count
    }

    var areEnough: Bool { levels.count >= Self.least }

    /// The last week outside the limits, or at the end of a run of eight on one side of what is usual.
    var sign: Sign? {
        guard let chart = IndividualsChart(levels.map(\.value), baseline: usualCount), let limits = chart.segments.first?.limits else {
            return nil
        }
        let rules: [(ChartRule, Sign.Rule)] = [(.beyondLimit, .outside), (.runOfEight, .run)]
        let signs = rules.flatMap { rule, kind in
            chart.signs(of: rule).map { Sign(week: levels[$0].week, usual: limits.centre, rule: kind) }
        }
        return signs.filter { $0.week >= since }.max { $0.week < $1.week }
    }

    /// The last week whose share is less likely than a week beyond three standard deviations, if it were what is usual.
    func unlikelyShare(_ series: WeeklySeries) -> Sign? {
        func counts(_ week: Int) -> (successes: Double, trials: Int) {
            let place = week - series.firstWeek
            return (series.values[place] * Double(series.items[place]), series.items[place])
        }
        let before = levels.prefix(usualCount).map { counts($0.week) }
        let trials = before.reduce(0) { $0 + $1.trials }
        guard trials > 0 else { return nil }
        let usual = min(1, before.reduce(0) { $0 + $1.successes } / Double(trials))
        let unlikely = levels.last { level in
            guard level.week >= since, case let seen = counts(level.week), seen.trials > 0 else { return false }
            let chance = Binomial.exactTest(successes: Int(seen.successes.rounded()), of: seen.trials, probability: usual)
            return (chance ?? 1) < Self.rare
        }
        return unlikely.map { Sign(week: $0.week, usual: usual, rule: .unlikely) }
    }
}
