import HoneFacts
package import HoneLoop
import HoneMetrics
import HoneStatistics

/// The sentences of a health check that are the same in every form.
package struct HealthWords {
    let picture: HealthPicture

    package init(_ picture: HealthPicture) { self.picture = picture }

    /// `Health check 2 of 28 Nov 2026: 6 of 7 people answered.`
    package var heading: String {
        "Health check \(picture.check.number) of \(DayText.day(picture.closedOn)): \(picture.result.answered) of \(people(picture.result.asked)) answered."
    }

    /// What a reader has to know to read the numbers.
    package var notes: [String] {
        let k = picture.check.terms.k
        var notes = [
            "Who said what is kept nowhere; only where all say the same, everybody can tell. A statement is shown when \(k) people or more gave it a number, and nothing is added up over statements.",
            "“Agree” is 4 or 5. In brackets: what so few answers can tell (95 % interval).",
        ]
        if let before = picture.beforeOn {
            notes.append(
                "“Higher” and “lower” compare with \(DayText.day(before)), by ranks and all statements together: where nothing moved, one is said to have in at most one check of twenty."
            )
        }
        if picture.check.isGivenUp {
            notes.append("The check was closed without its key: what was answered could not be opened, and is gone.")
        } else if picture.hiddenCount > 0 {
            notes.append(
                "\(picture.hiddenCount) of \(picture.rows.count) statements are hidden: fewer than \(k) people gave them a number.")
        }
        return notes
    }

    /// `57 % (25-84 %)`; how many of those who gave a number said 4 or 5.
    package func agreeing(_ row: HealthPicture.Row) -> String {
        guard let cell = row.cell, let share = cell.agreeing?.value, let interval = cell.interval else { return hidden }
        return "\(ValueText.percent(share)) % (\(ValueText.range(interval.lower, interval.upper, unit: .share)))"
    }

    var hidden: String { picture.check.isGivenUp ? "given up" : "hidden: under \(picture.check.terms.k) answers" }

    /// `higher`, `cannot tell`; empty where there is nothing to compare with.
    package func moved(_ row: HealthPicture.Row) -> String {
        if let trend = row.trend { return trend.direction.rawValue }
        return row.past.dropLast().last.map { $0.hadOtherText ? "other text before" : "" } ?? ""
    }

    /// One sentence for one statement.
    package func sentence(_ row: HealthPicture.Row) -> String {
        guard let cell = row.cell, let share = cell.agreeing else {
            guard !picture.check.isGivenUp else { return "What was answered could not be opened, and is gone." }
            return "Fewer than \(picture.check.terms.k) people gave a number, so nothing is shown."
        }
        let rest = cell.cannotSay > 0 ? "; \(cell.cannotSay) cannot say" : ""
        return "\(share.count) of \(share.of) agree, \(agreeing(row)); \(median(cell))\(rest).\(change(row))"
    }

    private func median(_ cell: HealthCell) -> String {
        guard let median = cell.median else { return "no median" }
        guard let interval = cell.medianInterval else {
            return "the median is \(ValueText.short(median)), too few gave a number to say how sure that is"
        }
        return "the median is \(ValueText.short(median)) (\(ValueText.short(interval.lower)) to \(ValueText.short(interval.upper)))"
    }

    private func change(_ row: HealthPicture.Row) -> String {
        guard let trend = row.trend, let before = picture.beforeOn, let old = trend.before.agreeing else {
            let isBroken = row.past.dropLast().last?.hadOtherText == true
            return isBroken ? " It was put in other words before, so it is not compared." : ""
        }
        let then = "\(old.count) of \(old.of) on \(DayText.day(before))"
        switch trend.direction {
        case .higher, .lower: return " That is \(trend.direction.rawValue) than \(then)."
        case .cannotTell: return " It was \(then): so few answers cannot tell whether it moved."
        }
    }

    private func people(_ count: Int) -> String { "\(count) \(count == 1 ? "person" : "people")" }

    /// What is read out and agreed to before a team that is too small answers.
    package static func consent(_ terms: HealthTerms) -> String {
        "\(terms.teamSize) people are too few to be anonymous. Your answers are private to the team, and the others may guess them. Only the median of each statement is kept, only in this store, and never exported."
    }

    /// What is read out before a team answers that is large enough.
    package static func promise(_ terms: HealthTerms) -> String {
        "Your answers go into a sealed box without your name, your token or the time. When it is closed, only numbers of \(terms.k) answers or more are kept. \(terms.allowsComments ? "A comment is shown to the team as you write it: write it so that nobody knows your style." : "")"
    }
}
